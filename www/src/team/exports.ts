// Files out of the page. Every byte of them was written by the engine, so that the command line writes the same.
import { download, fileName } from '../kit/files.ts';
import { lang, t } from '../kit/texts.ts';
import type { TeamDesk } from './desk.ts';
import type { Answer, Headings, WorkbookFile } from '../engine/engine.ts';

export function exportWorkbook(desk: TeamDesk): void {
  const view = desk.view;
  const name = fileName([t('team.fileWorkbook'), view?.title, view?.period]);
  download(name, desk.document);
  desk.set({ unexported: false });
  desk.tell('team.exported', 'good', { name });
}

export async function exportCsv(desk: TeamDesk): Promise<void> {
  await exportAnswer(
    desk,
    await desk.ask<Answer<string>>('csv', lang(), headings()),
    fileName([t('team.fileResults'), desk.view?.period], 'csv'),
    'text/csv;charset=utf-8',
  );
}

/** A workbook for Excel, which the command line does not write: it is laid out here, from the result that is on the screen. */
export function exportResultsWorkbook(desk: TeamDesk): Promise<void> {
  return desk.underWay.step(async () => {
    const { names, result } = desk.state;
    if (!names || !result) return;
    const writer = await import('./results-workbook/results-workbook.ts').catch(() => undefined);
    if (!writer) return desk.tell('resultsBook.notLoaded', 'bad');
    const { title, period } = names.view;
    const name = fileName([t('resultsBook.file'), title, title?.includes(period) ? undefined : period], 'xlsx');
    const bytes = await writer.resultsWorkbook(names, result, () => breath(desk));
    if (!bytes) return desk.tell('team.cancelled', 'plain');
    download(name, bytes, writer.XLSX);
    desk.tell('team.exported', 'good', { name });
  });
}

/** Lets the page draw and take clicks; false once the person has cancelled. */
async function breath(desk: TeamDesk): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve));
  return !desk.underWay.cancelled;
}

export async function exportResult(desk: TeamDesk): Promise<void> {
  await exportAnswer(desk, await desk.ask<Answer<string>>('result'), fileName([t('team.fileResult'), desk.view?.period]));
}

export async function exportSheet(desk: TeamDesk, subject: string): Promise<void> {
  const name = fileName([t('team.fileSheet'), desk.view?.period, desk.state.names?.person(subject), subject]);
  await exportAnswer(desk, await desk.ask<Answer<string>>('sheetFile', subject), name);
}

/** The next period's workbook; its text is returned so that the person can go on with it at once. */
export async function exportNext(desk: TeamDesk): Promise<string | undefined> {
  const answer = await desk.ask<Answer<string>>('next');
  const period = answer?.ok ? (JSON.parse(answer.value) as WorkbookFile).period : undefined;
  await exportAnswer(desk, answer, fileName([t('team.fileNext'), desk.view?.title, period]));
  return answer?.ok ? answer.value : undefined;
}

async function exportAnswer(desk: TeamDesk, answer: Answer<string> | undefined, name: string, type?: string): Promise<void> {
  if (!answer) return;
  if (!answer.ok) {
    desk.set({ resultProblems: answer.problems });
    desk.tell('team.notExported', 'bad');
    return;
  }
  download(name, answer.value, type);
  desk.tell('team.exported', 'good', { name });
}

/** As a record, so that a title that the engine asks for and nobody names is an error of types. */
const HEADINGS: Record<Exclude<keyof Headings, `x-${string}`>, true> = {
  subject: true,
  name: true,
  unit: true,
  scheme: true,
  state: true,
  status: true,
  base: true,
  bonus: true,
  deductions: true,
  total: true,
  grade: true,
  rank: true,
  ranked: true,
  warning: true,
  months: true,
  early: true,
  critical: true,
  consequences: true,
  pay: true,
  confirmed: true,
  overruled: true,
  active: true,
  leave: true,
  standby: true,
  final: true,
  provisional: true,
};

/** The table's titles and words, which the command line takes from the same place. */
function headings(): string {
  return JSON.stringify(
    Object.fromEntries((Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]).map((heading) => [heading, t(`table.${heading}`)])),
  );
}
