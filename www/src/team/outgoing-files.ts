// Files that go out to people: empty forms, addressed so that subject, role and period are already there, and own sheets.
import { download, fileName, newId } from '../kit/files.ts';
import { today } from '../kit/format.ts';
import { t } from '../kit/texts.ts';
import type { TeamDesk } from './desk.ts';
import type { Answer, Assignment } from '../engine/engine.ts';
import { archives } from './archives.ts';

/** Forms that were asked for and of which nothing has come. */
export function outstandingAssignments(desk: TeamDesk): Assignment[] {
  return (desk.state.result?.results ?? []).flatMap((one) =>
    one.outstanding.flatMap(({ role, rater, state }) =>
      rater !== undefined && state === 'none' ? [{ subject: one.subject, role, rater }] : [],
    ),
  );
}

export async function inviteOne(desk: TeamDesk, assignment: Assignment): Promise<void> {
  const text = await invitation(desk, assignment);
  if (text !== undefined) download(formName(desk, assignment), text);
}

/** All of them in one archive with a folder for each rater, so that each folder can be sent as it is. */
export function inviteAll(desk: TeamDesk): Promise<void> {
  return desk.underWay.step(() => packInvitations(desk));
}

async function packInvitations(desk: TeamDesk): Promise<void> {
  const files: { name: string; text: string }[] = [];
  for (const assignment of outstandingAssignments(desk)) {
    const text = await invitation(desk, assignment);
    if (text === undefined) return;
    files.push({ name: `${folderName(desk, assignment.rater)}/${formName(desk, assignment)}`, text });
  }
  downloadAll([t('team.fileInvitations'), desk.view!.period], files);
  desk.tell('team.invited', 'good', { count: files.length });
}

/** For so many everybody is appraised once, and the person can still cancel in between. */
const SHEETS_AT_ONCE = 50;

/** Everybody's own sheet, one file each: what goes to the people after the results are checked. */
export function exportAllSheets(desk: TeamDesk): Promise<void> {
  return desk.underWay.step(() => packSheets(desk));
}

async function packSheets(desk: TeamDesk): Promise<void> {
  const files: { name: string; text: string }[] = [];
  const results = desk.state.result?.results ?? [];
  for (let from = 0; from < results.length; from += SHEETS_AT_ONCE) {
    const some = results.slice(from, from + SHEETS_AT_ONCE);
    const answer = await desk.ask<Answer<string[]>>(
      'sheetFiles',
      some.map(({ subject }) => subject),
    );
    if (!answer) return;
    if (!answer.ok) return desk.set({ resultProblems: answer.problems });
    for (const [at, { subject, name }] of some.entries()) {
      files.push({ name: safe(fileName([t('team.fileSheet'), desk.view!.period, name, subject])), text: answer.value[at]! });
    }
  }
  downloadAll([t('team.fileSheets'), desk.view!.period], files);
  desk.tell('team.sheetsExported', 'good', { count: files.length });
}

/** One archive, or a few that are numbered. */
function downloadAll(name: string[], files: { name: string; text: string }[]): void {
  const all = archives(files);
  for (const [at, archive] of all.entries())
    download(fileName(all.length === 1 ? name : [...name, String(at + 1)], 'zip'), archive, 'application/zip');
}

async function invitation(desk: TeamDesk, { subject, role, rater }: Assignment): Promise<string | undefined> {
  const answer = await desk.ask<Answer<string>>('invitation', newId(), subject, role, rater, today());
  if (answer?.ok) return answer.value;
  if (answer) desk.set({ resultProblems: answer.problems });
  return undefined;
}

function formName(desk: TeamDesk, { subject, role, rater }: Assignment): string {
  const names = desk.state.names!;
  const scheme = names.schemeOfSubject(subject)?.id;
  return safe(fileName([t('team.fileForm'), desk.view!.period, names.person(subject), subject, names.role(scheme, role), rater]));
}

function folderName(desk: TeamDesk, rater: string): string {
  return safe(`${desk.state.names!.person(rater)}_${rater}`);
}

/** Names come from people: in a path they must not climb out of their folder or disguise an ending. */
function safe(name: string): string {
  return name.replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '-').replace(/^\.+/, '-');
}
