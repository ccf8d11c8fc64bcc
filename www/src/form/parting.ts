// Before a form leaves the desk by the person's own wish, or its draft goes.
import { askConfirm } from '../kit/dialog.ts';
import { t } from '../kit/texts.ts';
import type { Desk } from './desk.ts';
import { hasContent } from './form-state.ts';

export async function mayRestart({ state, saver }: Desk, root: ParentNode & Node): Promise<boolean> {
  await saver.flush();
  if (state === undefined || state.exported || !hasContent(state)) return true;
  const text = saver.state === 'saved' ? t('form.restartKept') : t('form.restartText');
  return askConfirm({ title: t('form.restartAsk'), text, yes: t('form.restartYes') }, root);
}

export function mayClear(root: ParentNode & Node): Promise<boolean> {
  return askConfirm({ title: t('form.clearAsk'), text: t('form.clearText'), yes: t('form.clearYes'), danger: true }, root);
}
