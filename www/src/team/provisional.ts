// Without a total the place of the number says what is still missing.
import { html, type TemplateResult } from 'lit';
import { t, tRich, type Params, type TextKey } from '../kit/texts.ts';
import type { Names } from './names.ts';
import type { Missing, Outstanding, SubjectResult } from '../engine/engine.ts';

const MISSING: { [reason in Missing['reason']]: TextKey } = {
  'no-rating': 'team.missingNoRating',
  'too-few-raters': 'team.missingTooFew',
  conflict: 'team.missingConflict',
  'nothing-left': 'team.missingNothingLeft',
  'too-large': 'team.missingTooLarge',
  'no-value': 'follow.missingValue',
  'no-target': 'follow.missingTarget',
  'no-feedback': 'follow.missingFeedback',
  'no-volume': 'follow.missingVolume',
  'no-complaint': 'follow.missingComplaint',
  'no-team': 'follow.missingTeam',
  'no-result': 'follow.missingResult',
};

export function renderProvisional(names: Names, row: SubjectResult): TemplateResult {
  return html`<details>
    <summary class="state wait">${t('team.provisional')}</summary>
    <ul class="plain">
      ${row.outstanding.map((one) => html`<li>${tRich(...owed(names, row, one))}</li>`)} ${unsaid(names, row).map((reason) => html`<li>${reason}</li>`)}
    </ul>
  </details>`;
}

/** The same, sentence by sentence. */
export function waitedFor(names: Names, row: SubjectResult): string[] {
  return [...row.outstanding.map((one) => t(...owed(names, row, one))), ...unsaid(names, row)];
}

/** A form that somebody owes says it all for its role; a criterion that no form fills has to be named. */
function unsaid(names: Names, row: SubjectResult): string[] {
  const missing = row.missing.filter((one) => row.outstanding.length === 0 || !OF_FORMS.includes(one.reason));
  const reasons = missing.map((one) =>
    t(MISSING[one.reason], {
      what: names.criterion(row.scheme, one.criterion),
      role: one.role === undefined ? '' : names.role(row.scheme, one.role),
      have: one.have,
      need: one.need,
    }),
  );
  return [...new Set(reasons)];
}

const OF_FORMS: Missing['reason'][] = ['no-rating', 'too-few-raters', 'conflict', 'nothing-left'];

function owed(names: Names, row: SubjectResult, one: Outstanding): [key: TextKey, params: Params] {
  const role = names.role(row.scheme, one.role);
  return one.rater === undefined ? ['team.owedRole', { role }] : ['team.owed', { role, rater: names.person(one.rater) }];
}
