// A whole workbook that came in while another one is open and is no part of it: whoever opens a file mostly wants to see it.
import { html, nothing } from 'lit';
import { askConfirm } from '../kit/dialog.ts';
import type { WorkbookFile } from '../engine/engine.ts';
import { MAIN_THREAD_LIMIT } from '../kit/files.ts';
import { showPeriod } from '../kit/format.ts';
import { t, tRich } from '../kit/texts.ts';
import type { ArrivingFile } from './arriving-files.ts';
import type { FileOutcome, TeamDesk } from './desk.ts';
import { mayLeave, nowhereElse } from './leaving.ts';
import { openAsking } from './start.ts';

/** Of one such file it is asked whether to open it instead; of several nobody could say which. */
export async function offerOther(desk: TeamDesk, files: ArrivingFile[], lines: FileOutcome[], root: ParentNode & Node): Promise<void> {
  const others = lines.filter(({ outcome, what }) => outcome === 'set-aside' && what === 'workbook');
  const file = others.length === 1 ? files.find(({ name }) => name === others[0]!.name) : undefined;
  const bytes = await file?.read();
  if (!file || !(bytes instanceof Uint8Array)) return;
  const other = titleIn(bytes) ?? file.name;
  if (!(await ask(desk, other, root))) return reword(desk, others[0]!, other);
  if (await mayLeave(desk, root)) await openAsking(desk, bytes, file.name, root);
  else reword(desk, others[0]!, other);
}

function ask(desk: TeamDesk, other: string, root: ParentNode & Node): Promise<boolean> {
  return askConfirm(
    {
      title: t('team.otherTitle'),
      text: html`<p>${tRich('team.otherText', { other, open: titled(desk.view!) })}</p>
        ${nowhereElse(desk) ? nothing : html`<p>${t(desk.state.unexported ? 'team.otherKept' : 'team.otherExported')}</p>`}`,
      yes: t('team.otherOpen'),
      no: t('team.otherStay'),
    },
    root,
  );
}

/** The engine knows workbooks by their ids; people know them by title and month. */
function reword(desk: TeamDesk, line: FileOutcome, other: string): void {
  const reworded: FileOutcome = { ...line, problems: [], reason: 'team.otherSetAside', params: { other, open: titled(desk.view!) } };
  desk.set({ outcomes: desk.state.outcomes.map((one) => (one === line ? reworded : one)) });
}

function titled(workbook: Pick<WorkbookFile, 'id' | 'title' | 'period'>): string {
  return t('team.titled', { title: workbook.title ?? workbook.id, period: showPeriod(workbook.period) });
}

/** Only to name the file in a question: the engine has read it, and reads it again if it is opened. */
function titleIn(bytes: Uint8Array): string | undefined {
  if (bytes.byteLength > MAIN_THREAD_LIMIT) return undefined;
  try {
    return titled(JSON.parse(new TextDecoder().decode(bytes)) as WorkbookFile);
  } catch {
    return undefined;
  }
}
