// The form as a page: who, what to do, the rows, the figures, the derivation, what can be done with it, the signatures.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { failureText } from '../engine/engine-failure.ts';
import { showDate, showDigest, showMoment, showPeriod } from '../kit/format.ts';
import { renderPreset } from '../kit/preset.ts';
import { renderProblems } from '../kit/problems.ts';
import { namesIn } from '../kit/scheme-words.ts';
import { renderSteps } from '../kit/steps.ts';
import { say, t, tRich } from '../kit/texts.ts';
import type { Scheme } from '../engine/engine.ts';
import type { Desk } from './desk.ts';
import { renderBar, renderMissing, renderPrintedTotal } from './figures-bar.ts';
import { ratesItself } from './form-state.ts';
import { renderKept, type Spare } from './opening.ts';
import { renderSetAside, type Aside } from './set-aside.ts';
import { renderSections, type RowActions } from './score-rows.ts';

export interface FormActions extends RowActions {
  fingerprint: string;
  news: string;
  /** How the export went. */
  done: string;
  spare: Spare | undefined;
  noDraft: boolean;
  goTo(criterion: string): void;
  export(): void;
  pick: () => Promise<void>;
  print(): void;
  restart: () => Promise<void>;
  beginAnew: () => Promise<void>;
  goBack(aside: Aside): void;
  clear: () => Promise<void>;
  setPublic(on: boolean): void;
}

export function renderForm(actions: FormActions): TemplateResult {
  const { desk } = actions;
  return html`${renderHead(actions)} ${renderHealth(actions)}
    <div class="rows-and-figures">
      <div class="main">${renderSections(actions)}</div>
      ${renderBar(desk, actions.openSteps)}
    </div>
    ${renderRemark(actions)} ${renderPrintedTotal(desk)}
    <div class="panel no-print">${renderMissing(desk, actions.goTo)} ${actions.readOnly ? renderPrint(actions) : renderActions(actions)}</div>
    ${renderHow(actions)} ${renderAbout(desk.state!.file.scheme)} ${renderSignatures(actions)}`;
}

function renderHead({ desk, readOnly }: FormActions): TemplateResult {
  const { scheme, rating, subjectName, raterName } = desk.state!.file;
  const role = scheme.roles?.find(({ id }) => id === rating.role);
  const person = (name: string | undefined, id: string): TemplateResult =>
    html`${name ? html`<bdi>${name}</bdi> ` : nothing}<bdi>${id}</bdi>`;
  const pair = (label: string, value: unknown): TemplateResult => html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
  return html`<header class="head">
    <h1 tabindex="-1">${say(scheme.name)}</h1>
    <dl class="who">
      ${pair(t('form.subject'), person(subjectName, rating.subject))} ${pair(t('form.role'), role ? say(role.name) : rating.role)}
      ${ratesItself(scheme, rating.role) ? nothing : pair(t('form.rater'), person(raterName, rating.rater))} ${pair(t('form.period'), showPeriod(rating.period))}
      ${pair(t('form.date'), showDate(rating.date))}
    </dl>
    <p class="no-print ${readOnly ? 'note' : ''}">${t(readOnly ? 'form.readOnly' : 'form.intro')}</p>
  </header>`;
}

function renderHealth({ desk, news, spare, beginAnew, goBack, readOnly }: FormActions): TemplateResult {
  return html`${renderSetAside(desk.aside.all, goBack)}
  ${desk.health === 'broken' ? renderBroken(desk) : nothing}
  ${desk.health === 'recovered' ? html`<p class="note no-print">${t('form.recovered')}</p>` : nothing}
  ${desk.damaged ? html`<p class="note no-print" role="alert">${t('form.draftDamaged')}</p>` : nothing}
  ${
    spare === undefined
      ? nothing
      : html`<div class="note no-print" role="status">
        <p>${tRich('form.goesOn', { name: spare.name })}<br />${renderKept(spare.kept)}</p>
        <p><button type="button" @click=${beginAnew}>${t('form.anew')}</button></p>
      </div>`
  }
  ${desk.restored === undefined || spare !== undefined ? nothing : html`<p class="note no-print">${t('form.draftFound', { date: showMoment(desk.restored) })}</p>`}
  ${desk.live !== undefined && desk.live.problems.length > 0 ? html`<div class="note">${renderProblems(desk.live.problems)}</div>` : nothing}
  ${news === '' || readOnly ? nothing : html`<p class="news no-print" aria-hidden="true">${news}</p>`}`;
}

function renderBroken(desk: Desk): TemplateResult {
  if (desk.failure === undefined) return html`<p class="note" role="alert">${t('form.broken')}</p>`;
  return html`<p class="note" role="alert">${failureText(desk.failure)} <button type="button" @click=${() => void desk.retry()}>${t('app.retry')}</button></p>`;
}

function renderRemark({ desk, disabled, readOnly }: FormActions): TemplateResult {
  return html`<section class="panel remark">
    <label class="label" for="remark">${t('form.remark')}</label>
    ${readOnly ? nothing : html`<small class="hint no-print" id="remark-hint">${t('form.remarkHint')}</small>`}
    <textarea
      id="remark"
      rows="3"
      maxlength="4000"
      ?disabled=${disabled}
      ?readonly=${readOnly}
      aria-describedby=${readOnly ? nothing : 'remark-hint'}
      .value=${live(desk.state!.remark)}
      @input=${(event: InputEvent) => desk.remark((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <p class="print-only people-text"><bdi>${desk.state!.remark}</bdi></p>
  </section>`;
}

function renderActions(actions: FormActions): TemplateResult {
  const { desk } = actions;
  const off = desk.saver.state === 'off';
  return html`<div class="actions">
      <button type="button" class="primary" id="export" @click=${actions.export}>${t('form.export')}</button>
      <button type="button" @click=${actions.print}>${t('form.print')}</button>
      <button type="button" @click=${actions.pick}>${t('form.import')}</button>
      <button type="button" @click=${actions.restart}>${t('form.restart')}</button>
      ${off || actions.noDraft ? nothing : html`<button type="button" @click=${actions.clear}>${t('form.clear')}</button>`}
    </div>
    <div role="status">${actions.done === '' || !desk.state!.exported ? nothing : html`<p class="news">${actions.done}</p>`}</div>
    <p class="hint below">${t('form.exportHelp')}</p>
    ${
      actions.noDraft
        ? nothing
        : html`<p>
          <label
            ><input type="checkbox" .checked=${off} aria-describedby="public-help" @change=${(event: Event) => actions.setPublic((event.target as HTMLInputElement).checked)} />${t(
              'form.public',
            )}</label
          >
          <small class="hint below" id="public-help">${t(off ? 'form.publicHelp' : 'form.draftHelp')}</small>
        </p>`
    }`;
}

/** Of somebody's form there is a print, and nothing else to be done. */
function renderPrint({ print }: FormActions): TemplateResult {
  return html`<div class="actions"><button type="button" @click=${print}>${t('form.print')}</button></div>`;
}

function renderHow({ desk }: FormActions): TemplateResult | typeof nothing {
  if (desk.live === undefined) return nothing;
  return html`<details class="panel how" id="how" @toggle=${(event: Event) => desk.lookAtSteps((event.target as HTMLDetailsElement).open)}>
    <summary><h2>${t('form.how')}</h2></summary>
    <p class="hint">${t('form.howHelp')}</p>
    ${desk.steps === undefined ? nothing : renderSteps(desk.steps, namesIn(desk.state!.file.scheme), 3)}
  </details>`;
}

function renderAbout(scheme: Scheme): TemplateResult {
  return html`<details class="panel about no-print">
    <summary><h2>${t('form.about')}</h2></summary>
    ${scheme.help ? html`<p>${say(scheme.help)}</p>` : nothing}
    ${
      scheme.grades?.some(({ help }) => help)
        ? html`<h3>${t('form.gradeHelp')}</h3>
          <dl class="grades">
            ${scheme.grades.map(
              ({ name, help }) =>
                html`<dt>${say(name)}</dt>
                  <dd>${say(help)}</dd>`,
            )}
          </dl>`
        : nothing
    }
    ${
      scheme.presets
        ? html`<h3>${t('form.presets')}</h3>
          <ul>
            ${scheme.presets.map((preset) => html`<li>${renderPreset(preset)}</li>`)}
          </ul>`
        : nothing
    }
    ${renderFollows(scheme)}
    ${scheme.source ? html`<p class="hint">${t('form.source')}${t('problem.colon')}${say(scheme.source)}</p>` : nothing}
  </details>`;
}

/** Whoever rates should know what may follow from it. */
function renderFollows({ consequences = [], pay }: Scheme): TemplateResult {
  return html`${
    consequences.length === 0
      ? nothing
      : html`<h3>${t('form.followsTitle')}</h3>
        <p class="hint">${t('form.followsHelp')}</p>
        <ul>
          ${consequences.map(({ name, help, preset }) => html`<li>${say(name)}${help ? html`<br /><small>${say(help)}</small>` : nothing} ${renderPreset(preset)}</li>`)}
        </ul>`
  }
  ${
    pay?.preset
      ? html`<h3>${t('form.payTitle')}</h3>
        <p>${renderPreset(pay.preset)}</p>`
      : nothing
  }`;
}

function renderSignatures({ desk, fingerprint }: FormActions): TemplateResult {
  const { scheme, rating } = desk.state!.file;
  const itself = ratesItself(scheme, rating.role);
  return html`<div class="print-only">
    <div class="signatures">
      ${itself ? nothing : html`<div>${t('form.signRater')}</div>`}
      <div>${t('form.signSubject')}</div>
      ${itself ? html`<div>${t('form.signSuperior')}</div>` : nothing}
      <div>${t('form.signDate')}</div>
    </div>
    ${
      fingerprint === ''
        ? nothing
        : html`<p class="fingerprint">${tRich('form.fingerprint', { digest: showDigest(fingerprint) })}<br /><small>${t('form.fingerprintHelp')}</small></p>`
    }
  </div>`;
}
