// Somebody goes on leave, onto standby, or comes back: from which day, who enters it, and why.
import { html, nothing } from 'lit';
import { newId } from '../kit/files.ts';
import { t } from '../kit/texts.ts';
import { Fields, leftOut } from './evidence/fields.ts';
import { typedIn, type Typed } from './evidence/typed.ts';
import { likelyDate } from './likely-date.ts';
import { stateName } from './names.ts';
import { define, TeamPart } from './part.ts';
import { personOptions } from './person-options.ts';
import type { Problem, State } from '../engine/engine.ts';

const STATES: State[] = ['active', 'leave', 'standby'];

export class StateForm extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true } };
  declare problems: Problem[];

  constructor() {
    super();
    this.problems = [];
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'state');
  }

  override render(): unknown {
    const subjects = this.view.people.filter((person) => person.scheme !== undefined);
    if (subjects.length === 0) return nothing;
    const fields = new Fields(this.typed, this.problems, this.names, () => this.requestUpdate(), 'state-');
    const body = html`<div class="row-fields">
        ${fields.choice('subject', t('team.subject'), (chosen) => personOptions(this.names, subjects, chosen))}
        ${fields.choice(
          'state',
          t('team.stateOf'),
          STATES.map((state) => [state, stateName(state)]),
        )}
        ${fields.date('date', t('team.stateDate'), { otherwise: likelyDate(this.view.period) })}
        ${fields.text('author', t('team.stateAuthor'), { otherwise: this.state.author, maxlength: 64 })}
      </div>
      ${fields.text('reason', t('team.reason'), { maxlength: 4000 })}`;
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="state-form">
      <h2 id="state-form">${t('team.stateTitle')}</h2>
      <p class="hint">${t('team.stateHelp')}</p>
      ${fields.rest()} ${body}
      <button class="primary">${t('team.stateSave')}</button>
    </form>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const read = (field: string, otherwise = ''): string => this.typed.read(field, otherwise).trim();
    const author = read('author', this.state.author);
    const draft = {
      subject: read('subject'),
      state: read('state'),
      date: read('date', likelyDate(this.view.period)),
      author,
      reason: this.typed.read('reason'),
    };
    this.problems = leftOut(draft);
    if (this.problems.length > 0) return this.focusRefused();
    const answer = await this.desk.addEntry('states', { id: newId(), ...draft }, 'team.stateSaved');
    this.problems = answer.ok ? [] : answer.problems;
    if (!answer.ok) return this.focusRefused();
    if (this.state.author === '') this.desk.set({ author });
    this.typed.settle();
    this.typed.forget('subject', 'state', 'reason');
    this.requestUpdate();
    await this.focusOn('#state-subject');
  };
}

define('kaohe-state-entry', StateForm);
