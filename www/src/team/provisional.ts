// Without a total the place of the number says what is still missing.
import { html, type TemplateResult } from 'lit';
import { t, tRich, type TextKey } from '../foundation/texts.ts';
import type { Names } from './names.ts';
import type { Missing, Outstanding, SubjectResult } from '../foundation/engine.ts';

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
  // A form that somebody owes says it all for its role; a criterion that no form fills has to be named.
  const unsaid = row.missing.filter((one) => row.outstanding.length === 0 || !OF_FORMS.includes(one.reason));
  const reasons = unsaid.map((one) =>
    t(MISSING[one.reason], {
      what: names.criterion(row.scheme, one.criterion),
      role: one.role === undefined ? '' : names.role(row.scheme, one.role),
      have: one.have,
      need: one.need,
    }),
  );
  return html`<details>
    <summary class="state wait">${t('team.provisional')}</summary>
    <ul class="plain">
      ${row.outstanding.map((one) => html`<li>${owed(names, row, one)}</li>`)} ${[...new Set(reasons)].map((reason) => html`<li>${reason}</li>`)}
    </ul>
  </details>`;
}

const OF_FORMS: Missing['reason'][] = ['no-rating', 'too-few-raters', 'conflict', 'nothing-left'];

function owed(names: Names, row: SubjectResult, one: Outstanding): TemplateResult {
  const role = names.role(row.scheme, one.role);
  return one.rater === undefined ? tRich('team.owedRole', { role }) : tRich('team.owed', { role, rater: names.person(one.rater) });
}
