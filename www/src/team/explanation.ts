// Behind every number: the derivation from what was written down to the figure, in a dialog with the scheme's words.
import { html, nothing, LitElement } from 'lit';
import { renderProblems } from '../kit/problems.ts';
import { renderSteps } from '../kit/steps.ts';
import { shared } from '../kit/styles.ts';
import { LangController, t, tRich } from '../kit/texts.ts';
import type { TeamDesk } from './desk.ts';
import './progress-line.ts';
import { define } from './part.ts';
import { teamStyles } from './team-styles.ts';
import type { Answer, Step } from '../engine/engine.ts';

export class Explanation extends LitElement {
  static override properties = { desk: { attribute: false }, subject: { state: true }, answer: { state: true } };
  static override styles = [...shared, teamStyles];
  declare desk: TeamDesk;
  declare subject: string;
  declare answer: Answer<Step[]> | undefined;

  constructor() {
    super();
    this.subject = '';
    new LangController(this);
  }

  async open(subject: string): Promise<void> {
    this.subject = subject;
    this.answer = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
    const answer = await this.desk.ask<Answer<Step[]>>('explain', subject);
    if (this.subject !== subject) return;
    this.answer = answer;
    // Given up, and said so on the page.
    if (!answer) this.close();
  }

  override render(): unknown {
    const names = this.desk.state.names;
    if (!names) return nothing;
    const scheme = names.schemeOfSubject(this.subject)?.id;
    return html`<dialog class="wide" aria-labelledby="explanation">
      <div class="head">
        <h2 id="explanation">${tRich('team.explainTitle', { name: names.person(this.subject) })}</h2>
        <button @click=${this.close}>${t('team.close')}</button>
      </div>
      <p class="hint">${t('team.explainHelp')}</p>
      ${
        this.answer === undefined
          ? html`<p>${t('team.asking')}</p>
            <kaohe-progress .desk=${this.desk}></kaohe-progress>`
          : this.answer.ok
            ? renderSteps(this.answer.value, names.called(scheme), 2)
            : renderProblems(this.answer.problems, names.called())
      }
    </dialog>`;
  }

  private close = (): void => this.renderRoot.querySelector('dialog')?.close();
}

define('kaohe-explanation', Explanation);
