// One line for every file that came in: nothing that was dropped may vanish without a word.
import { html, nothing, type TemplateResult } from 'lit';
import { renderProblem } from '../kit/problems.ts';
import { t, tRich, type TextKey } from '../kit/texts.ts';
import type { FileOutcome } from './desk.ts';
import { written, type Names } from './names.ts';

type Kind = FileOutcome['outcome'];

const WORDS: { [kind in Kind]: TextKey } = {
  accepted: 'team.outcomeAccepted',
  'already-here': 'team.outcomeAlreadyHere',
  conflict: 'team.outcomeConflict',
  refused: 'team.outcomeRefused',
  'set-aside': 'team.outcomeSetAside',
};
const TONES: { [kind in Kind]: string } = { accepted: 'good', 'already-here': '', conflict: 'bad', refused: 'bad', 'set-aside': 'wait' };
const WHAT: { [what: string]: TextKey } = {
  rating: 'team.whatRating',
  reply: 'team.whatReply',
  workbook: 'team.whatWorkbook',
  results: 'team.whatResults',
};
const SHOWN = 200;

export function renderOutcomes(outcomes: FileOutcome[], names: Names | undefined): TemplateResult | typeof nothing {
  if (outcomes.length === 0) return nothing;
  return html`<section class="panel" aria-labelledby="outcomes-title">
    <h2 id="outcomes-title">${t('team.outcomesTitle', { count: outcomes.length })}</h2>
    <p>${tally(outcomes)}</p>
    <ul class="plain outcomes">
      ${[...outcomes]
        .sort(byUrgency)
        .slice(0, SHOWN)
        .map((outcome) => line(outcome, names))}
    </ul>
    ${outcomes.length > SHOWN ? html`<p class="hint">${t('team.outcomesMore', { count: outcomes.length - SHOWN })}</p>` : nothing}
  </section>`;
}

function tally(outcomes: FileOutcome[]): string {
  return (Object.keys(WORDS) as Kind[])
    .map((kind) => ({ kind, count: outcomes.filter((one) => one.outcome === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => t('team.tally', { what: t(WORDS[kind]), count }))
    .join(t('team.listJoin'));
}

const URGENCY: Kind[] = ['refused', 'conflict', 'set-aside', 'accepted', 'already-here'];
const byUrgency = (one: FileOutcome, other: FileOutcome): number => URGENCY.indexOf(one.outcome) - URGENCY.indexOf(other.outcome);

function line(outcome: FileOutcome, names: Names | undefined): TemplateResult {
  return html`<li>
    <span class="state ${TONES[outcome.outcome]}">${t(WORDS[outcome.outcome])}</span>
    <div>
      ${written(outcome.name)} ${about(outcome, names)}
      ${outcome.reason ? html`<div class="error">${tRich(outcome.reason, outcome.params)}</div>` : nothing}
      ${outcome.problems.map((problem) => html`<div class=${problem.severity === 'error' ? 'error' : 'hint'}>${renderProblem(problem, names?.called())}</div>`)}
    </div>
  </li>`;
}

function about(outcome: FileOutcome, names: Names | undefined): TemplateResult | typeof nothing {
  const what = outcome.what === undefined ? undefined : WHAT[outcome.what];
  if (what === undefined) return nothing;
  if (outcome.subject === undefined || names === undefined) return html`<span class="hint">${t(what)}</span>`;
  const scheme = names.schemeOfSubject(outcome.subject)?.id;
  if (outcome.role === undefined)
    return html`<span class="hint">${tRich('team.outcomeAbout', { what: t(what), subject: names.person(outcome.subject) })}</span>`;
  return html`<span class="hint"
    >${tRich('team.outcomeAboutRating', {
      subject: names.person(outcome.subject),
      role: names.role(scheme, outcome.role),
      rater: names.person(outcome.rater),
    })}</span
  >`;
}
