// Files that came in: into the workbook in hand, or, before there is one, the workbook among them first.
import type { Answer, Format } from '../foundation/engine.ts';
import { isSpreadsheet } from '../foundation/files.ts';
import { OldEncoding } from '../foundation/old-encoding.ts';
import { readThrough, WORKER_LIMIT_MB, type ArrivingFile } from './arriving-files.ts';
import type { FileOutcome, Opened, TeamDesk } from './desk.ts';
import { askWhich } from './start.ts';

interface Found {
  name: string;
  bytes: Uint8Array;
}

export async function receive(desk: TeamDesk, arrived: ArrivingFile[], root: () => ParentNode & Node): Promise<void> {
  const [tables, rest] = [arrived.filter(({ name }) => isSpreadsheet(name)), arrived.filter(({ name }) => !isSpreadsheet(name))];
  await receiveOwn(desk, rest, root);
  if (tables.length > 0) desk.set({ outcomes: [...tables.map(elsewhere), ...desk.state.outcomes] });
}

/** A spreadsheet goes into the field that it fills: nothing in it says which. */
function elsewhere({ name }: ArrivingFile): FileOutcome {
  return { name, outcome: 'refused', problems: [], reason: 'start.spreadsheet' };
}

async function receiveOwn(desk: TeamDesk, arrived: ArrivingFile[], root: () => ParentNode & Node): Promise<void> {
  if (arrived.length === 0) return;
  const encoding = new OldEncoding(root, arrived.length > 1);
  const files = readThrough(arrived, (name, bytes) => encoding.read(name, bytes));
  if (desk.view) return desk.add(files);
  const found = await desk.underWay.step(() => openAmong(desk, files));
  if (found) await askWhich(desk, found.opened, found.workbook.bytes, found.workbook.name, root());
}

/** One step, from the first look at the files to the open workbook: who cancels it finds nothing changed. */
async function openAmong(desk: TeamDesk, files: ArrivingFile[]): Promise<{ opened: Opened; workbook: Found } | undefined> {
  const { waiting } = desk.state;
  const rest: ArrivingFile[] = [];
  let workbook: Found | undefined;
  for (const file of files) {
    const bytes = workbook ? undefined : await workbookIn(desk, file);
    if (desk.underWay.cancelled) return undefined;
    if (bytes) workbook = { name: file.name, bytes };
    else rest.push(file);
  }
  desk.set({ waiting: [...waiting, ...rest], refused: undefined });
  if (!workbook) {
    await explainRefusal(desk, files);
    return undefined;
  }
  const opened = await desk.open(workbook.bytes, workbook.name);
  if (desk.underWay.cancelled) desk.set({ waiting });
  return { opened, workbook };
}

async function workbookIn(desk: TeamDesk, file: ArrivingFile): Promise<Uint8Array | undefined> {
  const bytes = await file.read().catch(() => 'too-large' as const);
  if (bytes === 'too-large') return undefined;
  const found = await desk.ask<Answer<Format>>('identify', bytes);
  return found?.ok && found.value.format === 'kaohe-workbook' ? bytes : undefined;
}

/** One file and no workbook: most likely a damaged one, and the engine says what is wrong with it. */
async function explainRefusal(desk: TeamDesk, files: ArrivingFile[]): Promise<void> {
  const [file] = files;
  if (file === undefined || files.length > 1) return;
  const bytes = await file.read().catch(() => 'unreadable' as const);
  if (typeof bytes === 'string') {
    const reason = bytes === 'too-large' ? 'team.fileTooLarge' : 'team.fileUnreadable';
    return desk.set({ waiting: [], outcomes: [{ name: file.name, outcome: 'refused', problems: [], reason, params: { limit: WORKER_LIMIT_MB } }] });
  }
  const found = await desk.ask<Answer<Format>>('identify', bytes);
  if (found && !found.ok) desk.set({ waiting: [], refused: { name: file.name, problems: found.problems } });
}
