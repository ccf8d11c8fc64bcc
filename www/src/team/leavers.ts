// Somebody of whom the list says that they left: in the name, the unit, a column of states or one for the day.
import type { PastedRow } from '../excel/pasted-rows.ts';
import { folded } from './folded.ts';
import type { PastedTable } from './pasted-table.ts';

const LEAVING = '离职|辞职|退休|调出|调离|离岗|辞退|解聘';
/** Part of no name, in brackets, behind a dash or as it is. */
const IN_NAME = new RegExp(`${LEAVING}|[([【-](?:left|resigned|retired)`);
/** A unit may look after the retired, and a post be that of one who came back: only these words are a state. */
const STATE = new RegExp(`^[([【]?(?:已|待|拟)?(?:${LEAVING}|left|resigned|retired)(?:人员|[\\d\\p{P}年月日])*$`, 'u');
const BESIDE_UNIT = new RegExp(`[([【](?:已|待|拟)?(?:${LEAVING}|left)[)\\]】]$`);
const DAY = new RegExp(LEAVING);
const NONE = /^(?:[-—/]+|否|无|no|none)$/;

/** The words that say it. */
export function saidToHaveLeft({ cells }: PastedRow, { at, heading }: PastedTable): string | undefined {
  return cells.find((cell, place) => {
    const words = folded(cell);
    if (words === '' || place === at.id) return false;
    if (place === at.name) return IN_NAME.test(words);
    return STATE.test(words) || BESIDE_UNIT.test(words) || (DAY.test(folded(heading?.cells[place] ?? '')) && !NONE.test(words));
  });
}
