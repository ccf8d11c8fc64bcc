// What is said, and can be done, where this tab only reads because another one writes the same workbook, or may.
import { html, nothing, type TemplateResult } from 'lit';
import { askConfirm } from '../kit/dialog.ts';
import { t, type TextKey } from '../kit/texts.ts';
import type { TeamDesk } from './desk.ts';
import { exportWorkbook } from './exports.ts';
import type { OtherTab } from './one-writer.ts';

export const OTHER_TAB: Record<OtherTab, TextKey> = { writes: 'team.readOnlyNote', silent: 'team.silentNote', left: 'team.leftNote' };

export function renderOtherTab(desk: TeamDesk, ask: () => void): TemplateResult | typeof nothing {
  const { otherTab } = desk.state;
  if (!otherTab) return nothing;
  return html`<div class="note">
    <p>${t(OTHER_TAB[otherTab])}</p>
    ${onlyHere(desk) ? html`<p><strong>${t('team.unsavedHere')}</strong></p>` : nothing}
    ${otherTab === 'silent' ? html`<p class="no-print"><button @click=${ask}>${t('team.silentYes')}</button></p>` : nothing}
    ${otherTab === 'left' ? html`<p class="no-print"><button @click=${() => goOn(desk)}>${t(onlyHere(desk) ? 'team.leftExport' : 'team.leftGoOn')}</button></p>` : nothing}
  </div>`;
}

/** The other tab does not answer. Only a person can know whether somebody still works there. */
export async function askToTakeOver(desk: TeamDesk, root: ParentNode & Node): Promise<void> {
  if (
    await askConfirm({ title: t('team.silentTitle'), text: t('team.silentText'), yes: t('team.silentYes'), no: t('team.silentNo') }, root)
  )
    desk.oneWriter.takeOver();
}

/** Neither in this browser nor in a file. */
function onlyHere({ saver, state }: TeamDesk): boolean {
  return saver.unsaved && state.unexported;
}

function goOn(desk: TeamDesk): void {
  if (onlyHere(desk)) exportWorkbook(desk);
  void desk.oneWriter.letGo();
}
