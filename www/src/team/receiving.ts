// Files that came in: into the workbook in hand, or, before there is one, the workbook among them first.
import type { Answer, Format } from '../engine/engine.ts';
import { isSpreadsheet } from '../kit/files.ts';
import { OldEncoding } from '../kit/old-encoding.ts';
import { engineWord } from '../kit/parameters.ts';
import { openScheme } from '../kit/schemes.ts';
import { say } from '../kit/texts.ts';
import { readThrough, type ArrivingFile } from './arriving-files.ts';
import type { FileOutcome, Opened, TeamDesk } from './desk.ts';
import { offerOther } from './other-workbook.ts';
import { foreignRefusal, inPlainWords, refusal, refused } from './refusals.ts';
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
  return refused(name, 'start.spreadsheet');
}

async function receiveOwn(desk: TeamDesk, arrived: ArrivingFile[], root: () => ParentNode & Node): Promise<void> {
  if (arrived.length === 0) return;
  const encoding = new OldEncoding(root, arrived.length > 1);
  const files = readThrough(arrived, (name, bytes) => encoding.read(name, bytes));
  if (desk.view) return offerOther(desk, files, await desk.add(files), root());
  const found = await desk.underWay.step(() => openAmong(desk, files));
  if (found) await askWhich(desk, found.opened, found.workbook.bytes, found.workbook.name, root());
}

type Looked =
  | { is: 'workbook'; bytes: Uint8Array }
  | { is: 'scheme'; text: string }
  /** A form or a reply: it comes in as soon as there is a workbook. */
  | { is: 'waiting' }
  | { is: 'refused'; line: FileOutcome };

/** One step, from the first look at the files to the open workbook: who cancels it finds nothing changed. */
async function openAmong(desk: TeamDesk, files: ArrivingFile[]): Promise<{ opened: Opened; workbook: Found } | undefined> {
  const { waiting } = desk.state;
  const looked: [ArrivingFile, Looked][] = [];
  let workbook: Found | undefined;
  for (const file of files) {
    const found: Looked = workbook ? { is: 'waiting' } : await lookAt(desk, file);
    if (desk.underWay.cancelled) return undefined;
    if (found.is === 'workbook') workbook = { name: file.name, bytes: found.bytes };
    else looked.push([file, found]);
  }
  if (!workbook) {
    await sortOut(desk, looked);
    return undefined;
  }
  desk.set({ waiting: [...waiting, ...looked.map(([file]) => file)], refused: undefined });
  const opened = await desk.open(workbook.bytes, workbook.name);
  if (desk.underWay.cancelled) desk.set({ waiting });
  return { opened, workbook };
}

async function lookAt(desk: TeamDesk, { name, read }: ArrivingFile): Promise<Looked> {
  const bytes = await read().catch(() => 'unreadable' as const);
  if (typeof bytes === 'string') return { is: 'refused', line: refusal(name, bytes) };
  const foreign = foreignRefusal(name, bytes);
  if (foreign) return { is: 'refused', line: foreign };
  const found = await desk.ask<Answer<Format>>('identify', bytes);
  if (!found) return { is: 'waiting' };
  if (!found.ok) return { is: 'refused', line: inPlainWords({ name, outcome: 'refused', problems: found.problems }) };
  const { format } = found.value;
  if (format === 'kaohe-workbook') return { is: 'workbook', bytes };
  if (format === 'kaohe-scheme') return { is: 'scheme', text: new TextDecoder().decode(bytes) };
  if (format === 'kaohe-form' || format === 'kaohe-reply') return { is: 'waiting' };
  return { is: 'refused', line: refused(name, 'start.wrongKind', { format: engineWord('kinds', format) }) };
}

/** No workbook among them: what waits for one, schemes to make one with, and what comes in nowhere. */
async function sortOut(desk: TeamDesk, looked: [ArrivingFile, Looked][]): Promise<void> {
  const waiting = looked.flatMap(([file, { is }]) => (is === 'waiting' ? [file] : []));
  const lines: FileOutcome[] = [];
  for (const [{ name }, found] of looked) {
    if (found.is === 'refused') lines.push(found.line);
    if (found.is === 'scheme') await takeScheme(desk, name, found.text, lines);
  }
  // Of one damaged file, most likely the workbook, the engine says at length what is wrong.
  const [only] = looked.length === 1 ? lines : [];
  if (only && only.problems.length > 0) desk.set({ refused: { name: only.name, problems: only.problems } });
  else desk.set({ waiting: [...desk.state.waiting, ...waiting], refused: undefined, outcomes: [...lines, ...desk.state.outcomes] });
}

async function takeScheme(desk: TeamDesk, name: string, text: string, lines: FileOutcome[]): Promise<void> {
  const opened = await openScheme(text);
  if (opened.ok) desk.tell('team.schemeOpened', 'good', { name: say(opened.value.scheme.name) });
  else lines.push({ name, outcome: 'refused', problems: opened.problems });
}
