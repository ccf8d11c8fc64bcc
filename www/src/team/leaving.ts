// Before the workbook in hand makes room for another: what is nowhere else, or only half typed, is not given up unasked.
import { html, nothing } from 'lit';
import { askConfirm } from '../kit/dialog.ts';
import { t } from '../kit/texts.ts';
import type { TeamDesk } from './desk.ts';
import { halfTyped } from './evidence/typed.ts';
import { exportWorkbook } from './exports.ts';

/** Changed since the file was last downloaded, and this browser keeps no copy of that state. */
export function nowhereElse({ view, state, saver }: TeamDesk): boolean {
  return view !== undefined && state.unexported && ['off', 'failed', 'overtaken'].includes(saver.state);
}

/** Whether the workbook may go, after the person was asked wherever something would go with it. */
export async function mayLeave(desk: TeamDesk, root: ParentNode & Node): Promise<boolean> {
  // A save that is on its way may still fail.
  await desk.saver.flush();
  const typing = halfTyped(desk);
  if (nowhereElse(desk)) return askToExport(desk, root, typing);
  return typing
    ? askConfirm(
        { title: t('team.leaveTyped'), text: t('team.leaveTypedText'), yes: t('team.leaveAnyway'), no: t('team.leaveStay'), danger: true },
        root,
      )
    : true;
}

async function askToExport(desk: TeamDesk, root: ParentNode & Node, typing: boolean): Promise<boolean> {
  let given = false;
  const giveUp = (event: Event): void => {
    given = true;
    (event.target as HTMLElement).closest('dialog')?.close();
  };
  const exporting = await askConfirm(
    {
      title: t('team.leaveUnexported'),
      text: html`<p>${t('team.leaveUnexportedText')}</p>
        ${typing ? html`<p>${t('team.leaveTypedText')}</p>` : nothing}
        <p><button type="button" class="link" @click=${giveUp}>${t('team.leaveUnexportedAnyway')}</button></p>`,
      yes: t('team.leaveExport'),
      no: t('team.leaveStay'),
    },
    root,
  );
  if (exporting) exportWorkbook(desk);
  return exporting || given;
}
