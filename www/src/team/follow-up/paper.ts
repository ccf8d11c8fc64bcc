// A sheet of A4 about one subject: whom and when, what was written, a table where there is one, and the lines to sign on.
// Where nothing was written there is room to write by hand.
import { html, nothing, type TemplateResult } from 'lit';
import { showPeriod } from '../../kit/format.ts';
import { say, t, type TextKey } from '../../kit/texts.ts';
import { written, type Names } from '../names.ts';

export interface Paper {
  title: string;
  /** Beside name, number, unit, period and scheme. */
  facts?: [label: string, value: unknown][];
  parts?: [label: string, text: string | undefined][];
  table?: TemplateResult;
  signers: TextKey[];
}

/** Made when it is drawn, so that it speaks the language of the moment. */
export type PaperMaker = (names: Names) => { subject?: string; paper: Paper };

export function renderPaper(names: Names, maker: PaperMaker): TemplateResult {
  const { subject, paper } = maker(names);
  const person = names.view.people.find(({ id }) => id === subject);
  const scheme = subject === undefined ? undefined : names.schemeOfSubject(subject);
  const pair = (label: string, value: unknown): TemplateResult => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<article class="panel paper">
    <h2 class="paper-title">${paper.title}</h2>
    <dl class="who">
      ${subject === undefined ? nothing : html`${pair(t('team.name'), written(person?.name ?? subject))} ${pair(t('team.staffNumber'), written(subject))}`}
      ${person?.unit ? pair(t('team.unit'), written(names.unit(person.unit))) : nothing} ${pair(t('team.period'), showPeriod(names.view.period))}
      ${scheme ? pair(t('team.scheme'), say(scheme.name)) : nothing} ${(paper.facts ?? []).map(([label, value]) => pair(label, value))}
    </dl>
    ${paper.table ?? nothing}
    ${(paper.parts ?? []).map(
      ([label, text]) =>
        html`<section class="keep">
          <h3>${label}</h3>
          <p class="people-text ${text ? '' : 'to-write'}"><bdi>${text ?? ''}</bdi></p>
        </section>`,
    )}
    <div class="signatures">${paper.signers.map((signer) => html`<div>${t(signer)}</div>`)}</div>
  </article>`;
}
