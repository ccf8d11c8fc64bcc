// A consequence is a proposal: a named person confirms or overrules it and says why. Both are kept; of several rulings the one
// with the highest sequence holds.
import { html, nothing, type TemplateResult } from 'lit';
import { newId } from '../../kit/files.ts';
import { today } from '../../kit/format.ts';
import { renderPreset } from '../../kit/preset.ts';
import { say, t } from '../../kit/texts.ts';
import { written } from '../names.ts';
import { define } from '../part.ts';
import { EntryPanel } from './entry-panel.ts';
import type { Consequence, Scheme } from '../../engine/engine.ts';

/** The ruling on a pay line names it so. */
export const PAY = 'pay';

export class Rulings extends EntryPanel {
  protected readonly panel = 'ruling';

  override render(): unknown {
    if (this.state.readOnly) return nothing;
    return this.read('subject') === '' ? nothing : this.form();
  }

  /** Takes one proposal up: the form opens on it. */
  async open(subject: string, consequence: string): Promise<void> {
    this.typed.forget();
    this.typed.write('subject', subject);
    this.typed.write('consequence', consequence);
    this.problems = [];
    this.requestUpdate();
    await this.focusOn('h2');
  }

  private form(): TemplateResult {
    const fields = this.fields();
    const subject = this.read('subject');
    const scheme = this.names.schemeOfSubject(subject);
    const rule = consequenceOf(scheme, this.read('consequence'));
    const options = this.options(subject, scheme);
    return html`<form class="panel no-print" @submit=${this.submit} novalidate aria-labelledby="ruling-form">
      <h2 id="ruling-form" tabindex="-1">${t('follow.rulingTitle')} ${written(this.names.person(subject))}</h2>
      <p class="hint">${t('follow.rulingHelp')}</p>
      ${rule?.help ? html`<p>${say(rule.help)}</p>` : nothing} ${rule?.preset ? html`<p>${renderPreset(rule.preset)}</p>` : nothing}
      <div class="row-fields">
        ${fields.choice('consequence', t('follow.consequence'), options)}
        ${fields.choice('answer', t('follow.rulingAnswer'), [
          ['confirm', t('follow.confirm')],
          ['overrule', t('follow.overrule')],
        ])} ${this.authorField(fields, 'follow.ruler')}
        ${this.dateField(fields)}
      </div>
      ${fields.area('reason', t('team.reason'))} ${fields.rest()}
      <div class="actions"><button class="primary">${t('follow.rulingSave')}</button>${this.giveUpButton()}</div>
    </form>`;
  }

  private options(subject: string, scheme: Scheme | undefined): [string, string][] {
    const result = this.result(subject);
    const proposals = (result?.consequences ?? []).map((one): [string, string] => [one.id, consequenceName(scheme, one.id)]);
    return result?.pay ? [...proposals, [PAY, t('sheet.pay')]] : proposals;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sequence = 1 + this.view.rulings.reduce((highest, one) => Math.max(highest, one.sequence), 0);
    const draft = {
      id: newId(),
      sequence,
      subject: this.read('subject'),
      consequence: this.read('consequence'),
      answer: this.read('answer'),
      author: this.author,
      date: this.read('date', today()),
      reason: this.read('reason'),
    };
    const subject = draft.subject;
    const saved = await this.save({
      list: 'rulings',
      draft,
      done: 'follow.rulingSaved',
      must: ['consequence', 'answer', 'author', 'date', 'reason'],
    });
    if (saved) this.dispatchEvent(new CustomEvent('team-ruled', { detail: subject }));
  };
}

export function consequenceOf(scheme: Scheme | undefined, id: string): Consequence | undefined {
  return scheme?.consequences?.find((one) => one.id === id);
}

export function consequenceName(scheme: Scheme | undefined, id: string): string {
  return say(consequenceOf(scheme, id)?.name) || id;
}

define('kaohe-rulings', Rulings);
