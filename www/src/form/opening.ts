// A file is opened onto the desk. Of the same form something may be there already, half-filled or newer than the file: it is
// never replaced unasked, and least of all by an empty form that somebody opens a second time.
import { html, type TemplateResult } from 'lit';
import { askConfirm } from '../kit/dialog.ts';
import type { Problem } from '../engine/engine.ts';
import type { NamedFile } from '../kit/files.ts';
import { showDate, showMoment } from '../kit/format.ts';
import { renderProblems } from '../kit/problems.ts';
import { t, tRich } from '../kit/texts.ts';
import type { Desk, Kept } from './desk.ts';
import { readForm } from './form-file.ts';
import { hasContent, saysTheSame, type FormState } from './form-state.ts';

/** An empty form that was opened where one was begun already; the person may still take it. */
export interface Spare {
  name: string;
  state: FormState;
  kept: Kept;
}

export interface Opened {
  problems: Problem[];
  /** The file's form is on the desk, if only as it was begun before. */
  opened: boolean;
  spare?: Spare;
}

export interface Refused {
  name: string;
  problems: Problem[];
}

export function renderRefused({ name, problems }: Refused): TemplateResult {
  return html`<div class="error-summary" role="alert">${tRich('form.importProblems', { name })}${renderProblems(problems)}</div>`;
}

export async function openOnto(desk: Desk, file: NamedFile, root: ParentNode & Node): Promise<Opened> {
  const { state, problems } = await readForm(file).catch(() => ({ state: undefined, problems: ENGINE_FAILED }));
  if (state === undefined) return { opened: false, problems };
  // What was typed last is in the store then, and another form need not be asked about.
  await desk.saver.flush();
  const kept = await desk.keptOf(state);
  const onDesk = kept !== undefined && kept.draft === undefined;
  if (
    !onDesk &&
    desk.atRisk &&
    !(await askConfirm({ title: t('form.importAsk'), text: t('form.restartText'), yes: t('form.importYes') }, root))
  )
    return LEFT;
  return take(desk, file.name, state, kept, root);
}

const ENGINE_FAILED: Problem[] = [{ code: 'engine', severity: 'error', pointer: '', params: {} }];
const LEFT: Opened = { opened: false, problems: [] };

async function take(desk: Desk, name: string, state: FormState, kept: Kept | undefined, root: ParentNode & Node): Promise<Opened> {
  const which = whichOf(state, kept?.state);
  const fromFile = which === 'file' || (which === 'ask' && (await askWhich(name, state, kept!, root)));
  if (fromFile) await desk.adopt(state);
  else await desk.goOn(kept!);
  if (which === 'begun') return { opened: true, problems: [], spare: { name, state, kept: kept! } };
  return { opened: fromFile || which === 'kept', problems: [] };
}

/** `begun`: the file is empty, and what there is already is not. `ask`: nobody but the person knows which one is right. */
export function whichOf(file: FormState, kept: FormState | undefined): 'file' | 'kept' | 'begun' | 'ask' {
  if (kept === undefined || !hasContent(kept)) return 'file';
  if (saysTheSame(file, kept)) return follows(kept, file) ? 'kept' : 'file';
  return hasContent(file) ? 'ask' : 'begun';
}

/** The older revision of two that say the same would be handed in under a number that is taken. */
function follows(kept: FormState, file: FormState): boolean {
  const [ours, theirs] = [kept.file.rating, file.file.rating];
  return ours.id === theirs.id && ours.revision >= theirs.revision;
}

function askWhich(name: string, file: FormState, kept: Kept, root: ParentNode & Node): Promise<boolean> {
  const text = html`<p>${t('form.whichText')}</p>
    <ul>
      <li>${tRich('form.whichInFile', { name, ...holds(file), date: showDate(file.file.rating.date) })}</li>
      <li>${renderKept(kept)}</li>
    </ul>
    <p>${t('form.whichLost')}</p>`;
  return askConfirm({ title: t('form.whichTitle'), text, yes: t('form.whichFile'), no: t('form.whichKept'), danger: true }, root);
}

/** The empty form that was opened, in the place of what was begun before. */
export async function beginAnew(desk: Desk, { state }: Spare, root: ParentNode & Node): Promise<boolean> {
  const text = renderKept({ state: desk.state! });
  if (!(await askConfirm({ title: t('form.anewAsk'), text, yes: t('form.anewYes'), danger: true }, root))) return false;
  await desk.adopt(state);
  return true;
}

/** What there is already, and since when. */
export function renderKept({ state, draft }: Kept): TemplateResult {
  return draft === undefined
    ? tRich('form.whichOnDesk', holds(state))
    : tRich('form.whichInStore', { ...holds(state), date: showMoment(draft.changed) });
}

function holds({ entries, remark }: FormState): { scores: number; comments: number } {
  const filled = (texts: string[]): number => texts.filter((text) => text.trim() !== '').length;
  return { scores: filled(entries.map(({ text }) => text)), comments: filled([...entries.map(({ comment }) => comment), remark]) };
}
