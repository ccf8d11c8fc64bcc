// 考核计划: what is appraised, whom and when, as agreed with the departments. There is one for a period; who agreed, agreed to
// these words, so changing them asks for agreement anew.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate } from '../../kit/format.ts';
import { t, tRich } from '../../kit/texts.ts';
import { define } from '../part.ts';
import { EntryPanel } from './entry-panel.ts';
import './programme-agreed.ts';

export class ProgrammePanel extends EntryPanel {
  protected readonly panel = 'programme';

  override render(): unknown {
    const { programme } = this.view;
    const agreed = programme?.agreed ?? [];
    return html`<section class="panel" aria-labelledby="programme">
        <h2 id="programme" tabindex="-1">${t('follow.programme')}</h2>
        ${this.locked ? html`<p class="people-text"><bdi>${programme?.text ?? t('follow.none')}</bdi></p>` : this.form(agreed.length > 0)}
        <h3>${t('follow.agreed')}</h3>
        ${
          agreed.length === 0
            ? html`<p>${t('follow.agreedNone')}</p>`
            : html`<ul>
              ${agreed.map((one) => html`<li>${tRich('follow.agreedLine', { department: one.department, author: this.names.person(one.author), date: showDate(one.date) })}</li>`)}
            </ul>`
        }
        ${programme && !this.locked ? html`<kaohe-programme-agreed .desk=${this.desk} .state=${this.state}></kaohe-programme-agreed>` : nothing}
        ${programme ? html`<div class="actions"><button @click=${this.onPaper}>${t('follow.print')}</button></div>` : nothing}
      </section>
      ${this.lockedNote()}`;
  }

  private form(agreed: boolean): TemplateResult {
    const fields = this.fields();
    const text = this.view.programme?.text ?? '';
    const changed = this.typed.read('text', text) !== text;
    return html`<form @submit=${this.submit} novalidate>
      ${fields.area('text', t('follow.programmeText'), { otherwise: text, hint: t('follow.programmeHint') })}
      ${changed && agreed ? html`<p class="note">${t('follow.programmeAnew')}</p>` : nothing} ${fields.rest()}
      <div class="actions"><button class="primary" ?disabled=${!changed}>${t('follow.save')}</button></div>
    </form>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    // All but the agreement, which was given to other words.
    const { agreed: _, ...kept } = this.view.programme ?? {};
    await this.save({ list: 'programme', draft: { ...kept, text: this.read('text') }, done: 'follow.programmeSaved' });
  };

  private onPaper = (): void =>
    this.print((names) => {
      const programme = names.view.programme;
      return {
        paper: {
          title: t('follow.programme'),
          parts: [[t('follow.programmeText'), programme?.text]],
          table: html`<ul>
            ${(programme?.agreed ?? []).map((one) => html`<li>${tRich('follow.agreedLine', { department: one.department, author: names.person(one.author), date: showDate(one.date) })}</li>`)}
          </ul>`,
          signers: ['follow.signDepartment', 'follow.signDepartment', 'follow.signDate'],
        },
      };
    });
}

define('kaohe-programme', ProgrammePanel);
