// Files that came in: into the workbook in hand, or, before there is one, the workbook among them first.
import type { Answer, Format } from '../foundation/engine.ts';
import { OldEncoding } from '../foundation/old-encoding.ts';
import { readThrough, type ArrivingFile } from './arriving-files.ts';
import type { TeamDesk } from './desk.ts';
import { openAsking } from './start.ts';

export async function receive(desk: TeamDesk, arrived: ArrivingFile[], root: () => ParentNode & Node): Promise<void> {
  if (arrived.length === 0) return;
  const encoding = new OldEncoding(root, arrived.length > 1);
  const files = readThrough(arrived, (name, bytes) => encoding.read(name, bytes));
  if (desk.view) return desk.add(files);
  const rest: ArrivingFile[] = [];
  let workbook: { name: string; bytes: Uint8Array } | undefined;
  for (const file of files) {
    const bytes = workbook ? undefined : await workbookIn(desk, file);
    if (bytes) workbook = { name: file.name, bytes };
    else rest.push(file);
  }
  desk.set({ waiting: [...desk.state.waiting, ...rest], refused: undefined });
  if (workbook) await openAsking(desk, workbook.bytes, workbook.name, root());
  else await explainRefusal(desk, files);
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
  const bytes = await file.read().catch(() => 'too-large' as const);
  if (bytes === 'too-large') return desk.set({ waiting: [], outcomes: [{ name: file.name, outcome: 'refused', problems: [], reason: 'team.fileUnreadable' }] });
  const found = await desk.ask<Answer<Format>>('identify', bytes);
  if (found && !found.ok) desk.set({ waiting: [], refused: { name: file.name, problems: found.problems } });
}
