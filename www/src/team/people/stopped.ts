// A dialog hides what the page says at its lower edge: why a step was given up is said in the dialog too.
import { t } from '../../kit/texts.ts';
import type { TeamDesk } from '../desk.ts';
import type { Said } from '../evidence/fields.ts';

export function stopped(desk: TeamDesk): Said[] {
  const { notice } = desk.state;
  return [{ pointer: '/', said: t(notice?.key ?? 'team.engineGaveUp', notice?.params) }];
}
