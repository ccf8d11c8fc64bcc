// "Who rates whom": the one question before an empty form. A form that was handed out is addressed and skips it.
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { isPeriodOf, likelyPeriod, today } from '../kit/format.ts';
import { lacksName, renderPeriodField, tidyPeriod } from '../kit/period-field.ts';
import type { KnownScheme } from '../kit/schemes.ts';
import { shared } from '../kit/styles.ts';
import { LangController, say, t, tRich } from '../kit/texts.ts';
import { ratesItself, rolesWithForms, withForms, type Who } from './form-state.ts';

type Field = 'role' | 'period' | 'subject' | 'subjectName' | 'rater' | 'raterName';
const LONGEST = 64;

/** A staff number as it was meant: Ｅ００４, as a Chinese input method types it, is no other person than E004. Said beside the field. */
const asNumber = (field: string, text: string): string =>
  field === 'subject' || field === 'rater'
    ? text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    : text;

export class WhoPanel extends LitElement {
  static override properties = {
    schemes: { attribute: false },
    // Made anew with every drawing: what says the same takes nothing back that was answered meanwhile.
    preset: { attribute: false, hasChanged: (now: unknown, before: unknown) => JSON.stringify(now) !== JSON.stringify(before) },
    answers: { state: true },
    errors: { state: true },
  };
  declare schemes: KnownScheme[];
  /** What the address or the attributes already say. */
  declare preset: Partial<Who>;
  declare private answers: Who;
  declare private errors: Partial<Record<Field, string>>;

  constructor() {
    super();
    this.schemes = [];
    this.preset = {};
    this.errors = {};
    new LangController(this);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('schemes') && !changed.has('preset')) return;
    const blank = { scheme: '', role: '', period: '', subject: '', subjectName: '', rater: '', raterName: '', date: today() };
    this.answers = this.settle({ ...blank, ...this.answers, ...this.preset });
  }

  /** A choice of scheme decides which roles and periods there are. */
  private settle(answers: Who): Who {
    const scheme = (this.schemes.find(({ scheme }) => scheme.id === answers.scheme) ?? this.offered(answers)[0])?.scheme;
    if (scheme === undefined) return answers;
    const roles = rolesWithForms(scheme);
    const role = roles.some(({ id }) => id === answers.role) ? answers.role : roles.length === 1 ? roles[0]!.id : '';
    const period = isPeriodOf(scheme.period, answers.period) ? answers.period : likelyPeriod(scheme.period);
    return { ...answers, scheme: scheme.id, role, period };
  }

  /** A scheme without forms is only shown when the address asks for it, to say so. */
  private offered(answers: Who): KnownScheme[] {
    return [
      ...withForms(this.schemes),
      ...this.schemes.filter(({ scheme }) => scheme.id === answers.scheme && rolesWithForms(scheme).length === 0),
    ];
  }

  override render(): TemplateResult | typeof nothing {
    const { answers } = this;
    const scheme = this.schemes.find(({ scheme }) => scheme.id === answers.scheme)?.scheme;
    if (scheme === undefined) return nothing;
    const roles = rolesWithForms(scheme);
    const itself = ratesItself(scheme, answers.role);
    return html`<form class="panel" novalidate @submit=${this.begin}>
      <h1 tabindex="-1">${t('who.title')}</h1>
      <div class="grid">
        <div class="field wide">
          <label for="scheme">${t('who.scheme')}</label>
          <select id="scheme" @change=${(event: Event) => this.set('scheme', event)}>
            ${this.offered(answers).map(({ scheme: one }) => html`<option value=${one.id} ?selected=${one.id === answers.scheme}>${say(one.name)}</option>`)}
          </select>
        </div>
        ${
          roles.length === 0
            ? html`<p class="note wide">${t('who.noForm')}</p>`
            : html`
              <fieldset class="field wide" aria-describedby=${this.errors.role ? 'role-error' : nothing}>
                <legend class="label">${t('who.role')}</legend>
                <div class="roles" id="role" tabindex="-1">
                  ${roles.map(
                    ({ id, name, by }) => html`<label
                      ><input type="radio" name="role" .value=${id} .checked=${id === answers.role} @change=${(event: Event) => this.set('role', event)} />${
                        by === 'subject' ? t('who.roleSelf', { role: say(name) }) : say(name)
                      }</label
                    >`,
                  )}
                </div>
                ${this.errors.role ? html`<span class="error" id="role-error">${this.errors.role}</span>` : nothing}
              </fieldset>
              ${renderPeriodField({
                id: 'period',
                label: t('who.period'),
                kind: scheme.period,
                value: answers.period,
                layout: scheme.period === 'irregular' ? 'field' : 'field wide',
                error: this.errors.period,
                changed: (period) => this.put('period', period),
              })}
              ${this.text(itself ? 'rater' : 'subject', 'subject', 'idHint')} ${this.text(itself ? 'raterName' : 'subjectName', 'subjectName', 'nameHint')}
              ${itself ? nothing : html`${this.text('rater', 'rater', 'idHint')} ${this.text('raterName', 'raterName', 'nameHint')}`}
            `
        }
      </div>
      ${roles.length === 0 ? nothing : html`<div class="actions"><button class="primary" type="submit">${t('who.begin')}</button></div>`}
    </form>`;
  }

  /** `says` is the words of the label: one's own number is "your number", also where it is the subject's. */
  private text(
    says: Exclude<Field, 'role' | 'period'>,
    field: Exclude<Field, 'role' | 'period'>,
    hint: 'idHint' | 'nameHint',
  ): TemplateResult {
    const error = this.errors[field];
    const typed = this.answers[field].trim();
    const read = asNumber(field, typed);
    const described = [`${field}-hint`, ...(read === typed ? [] : [`${field}-tidied`]), ...(error ? [`${field}-error`] : [])].join(' ');
    return html`<div class="field">
      <label for=${field}>${t(`who.${says}`)}</label>
      <small class="hint" id="${field}-hint">${t(`who.${hint}`)}</small>
      <input
        id=${field}
        autocomplete="off"
        spellcheck="false"
        .value=${this.answers[field]}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${described}
        @input=${(event: Event) => this.set(field, event)}
      />
      ${read === typed ? nothing : html`<small class="tidied" id="${field}-tidied">${tRich('who.tidied', { value: read })}</small>`}
      ${error ? html`<span class="error" id="${field}-error">${error}</span>` : nothing}
    </div>`;
  }

  private set(field: keyof Who, event: Event): void {
    this.put(field, (event.target as HTMLInputElement).value);
  }

  private put(field: keyof Who, value: string): void {
    const answers = { ...this.answers, [field]: value };
    this.answers = field === 'scheme' ? this.settle(answers) : answers;
    if (field in this.errors) this.errors = this.check(this.complete());
  }

  private complete(): Who {
    const answers = Object.fromEntries(
      Object.entries(this.answers).map(([key, value]) => [key, asNumber(key, value.trim())]),
    ) as unknown as Who;
    answers.period = tidyPeriod(answers.period);
    const scheme = this.schemes.find(({ scheme }) => scheme.id === answers.scheme)?.scheme;
    const itself = scheme !== undefined && ratesItself(scheme, answers.role);
    return itself ? { ...answers, rater: answers.subject, raterName: answers.subjectName } : answers;
  }

  private check(who: Who): Partial<Record<Field, string>> {
    const errors: Partial<Record<Field, string>> = {};
    const scheme = this.schemes.find(({ scheme }) => scheme.id === who.scheme)!.scheme;
    const itself = ratesItself(scheme, who.role);
    if (who.role === '') errors.role = t('who.noRole');
    if (lacksName(who.period)) errors.period = t('who.missing', { field: t('period.nameLabel') });
    for (const field of ['subject', 'subjectName', 'rater', 'raterName'] as const)
      if ([...who[field]].length > LONGEST) errors[field] = t('who.tooLong', { field: t(`who.${field}`) });
    if (who.subject === '') errors.subject = t('who.missing', { field: t(itself ? 'who.rater' : 'who.subject') });
    if (who.rater === '' && !itself) errors.rater = t('who.missing', { field: t('who.rater') });
    if (!itself && who.role !== '' && who.subject !== '' && who.subject === who.rater) errors.rater = t('who.notSelf');
    return errors;
  }

  private begin = async (event: Event): Promise<void> => {
    event.preventDefault();
    const who = this.complete();
    this.errors = this.check(who);
    const first = Object.keys(this.errors)[0];
    if (first === undefined) {
      this.dispatchEvent(new CustomEvent<Who>('kaohe-who', { detail: who }));
      return;
    }
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(first === 'period' ? '#period-name' : `#${first}`);
    (target?.querySelector('input') ?? target)?.focus();
  };

  static override styles = [
    ...shared,
    css`
      .panel {
        max-width: 47rem;
      }
      .grid {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0 1.2rem;
      }
      .tidied {
        display: block;
        color: var(--warn);
      }
      .wide {
        grid-column: 1 / -1;
      }
      fieldset {
        border: 0;
        padding: 0;
        min-width: 0;
      }
      .roles {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1.4rem;
        padding: 0.3rem 0;
      }
      .roles label {
        min-height: 1.8rem;
        cursor: pointer;
      }
      .field input:not([type='radio']),
      .field select {
        width: 100%;
        display: block;
      }
      @media (max-width: 34rem) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

customElements.get('kaohe-who') ?? customElements.define('kaohe-who', WhoPanel);
