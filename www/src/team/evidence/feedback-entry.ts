// One customer's form, typed in from paper or from a telephone call. Its number is its identity.
import { html, nothing, type TemplateResult } from 'lit';
import { say, t } from '../../kit/texts.ts';
import { likelyDate } from '../likely-date.ts';
import { define, TeamPart } from '../part.ts';
import { personOptions } from '../person-options.ts';
import { evidenceStyles } from './evidence-styles.ts';
import { questionRange } from './feedback-scheme.ts';
import { Fields, type Said } from './fields.ts';
import { readNumbers } from './numbers.ts';
import { typedIn, type Typed } from './typed.ts';
import { usesFeedback } from './uses.ts';
import type { Problem, Scheme } from '../../engine/engine.ts';

/** Kept from one form to the next: a pile is mostly of one day, subject and channel. */
const OF_ONE_FORM = ['id', 'customer', 'service', 'remark'];

export class FeedbackEntry extends TeamPart {
  static override properties = { ...TeamPart.properties, problems: { state: true } };
  static override styles = [...TeamPart.styles, evidenceStyles];
  declare problems: (Problem | Said)[];

  constructor() {
    super();
    this.problems = [];
  }

  private get typed(): Typed {
    return typedIn(this.desk, 'feedback');
  }

  private get scheme(): Scheme | undefined {
    const scheme = this.names.schemeOfSubject(this.typed.read('subject'));
    return scheme?.feedback ? scheme : undefined;
  }

  override render(): unknown {
    const subjects = this.view.people.filter((person) => {
      const scheme = this.names.schemeOfSubject(person.id);
      return scheme !== undefined && usesFeedback(scheme);
    });
    if (subjects.length === 0) return html`<p>${t('feedback.nobody')}</p>`;
    const fields = new Fields(this.typed, this.problems, this.names, () => this.requestUpdate());
    const { scheme } = this;
    const channels = scheme?.channels ?? [];
    const body = html`<div class="row-fields">
        ${fields.text('id', t('feedback.number'), { hint: t('feedback.numberHint'), maxlength: 64 })}
        ${fields.choice('subject', t('team.subject'), (chosen) => personOptions(this.names, subjects, chosen))}
        ${fields.date('date', t('feedback.date'), { otherwise: likelyDate(this.view.period) })}
        ${
          channels.length === 0
            ? nothing
            : fields.choice(
                'channel',
                t('feedback.channel'),
                channels.map(({ id, name }) => [id, say(name)]),
              )
        }
        ${fields.text('customer', t('feedback.customer'), { maxlength: 64 })} ${fields.text('service', t('feedback.service'), { maxlength: 4000 })}
      </div>
      ${scheme ? this.questions(scheme, fields) : html`<p class="hint">${t('feedback.chooseFirst')}</p>`} ${fields.area('remark', t('feedback.remark'))}`;
    return html`<form class="panel no-print" @submit=${this.submit} novalidate aria-labelledby="feedback-entry">
      <h2 id="feedback-entry">${t('feedback.entryTitle')}</h2>
      <p class="hint">${t('feedback.entryHelp')}</p>
      ${fields.rest()} ${body}
      <div class="actions"><button class="primary">${t('feedback.save')}</button></div>
    </form>`;
  }

  private questions(scheme: Scheme, fields: Fields): TemplateResult {
    return html`<fieldset>
      <legend>${say(scheme.feedback!.name)}</legend>
      <div class="row-fields">
        ${scheme.feedback!.questions.map((question) => fields.number(`scores/${question.id}/score`, say(question.name), { hint: questionRange(question), maxlength: 20 }))}
      </div>
      <small>${t('feedback.blankAnswer')}</small>
    </fieldset>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { typed, scheme } = this;
    const id = typed.read('id').trim();
    if (this.view.feedback.some((form) => form.id === id)) {
      return this.refuse([{ pointer: '/id', said: t('feedback.numberTaken', { number: id }) }]);
    }
    const questions = scheme?.feedback?.questions ?? [];
    const { values, problems } = await readNumbers(
      this.desk,
      questions.map((question) => [`scores/${question.id}/score`, typed.read(`scores/${question.id}/score`)]),
    );
    if (problems.length > 0) return this.refuse(problems);
    const scores = questions.flatMap((question) => {
      const score = values.get(`scores/${question.id}/score`);
      return score === undefined ? [] : [{ question: question.id, score }];
    });
    const optional = Object.fromEntries(
      ['channel', 'customer', 'service', 'remark'].map((key) => [key, typed.read(key).trim()]).filter(([, text]) => text !== ''),
    );
    const draft = { id, subject: typed.read('subject'), date: typed.read('date', likelyDate(this.view.period)), ...optional, scores };
    const answer = await this.desk.addEntry('feedback', draft, 'feedback.saved');
    // The engine counts the answers that were given; the fields are named by their questions.
    if (!answer.ok)
      return this.refuse(
        answer.problems.map((problem) => ({
          ...problem,
          pointer: problem.pointer.replace(/^\/scores\/(\d+)/, (_, at: string) => `/scores/${scores[Number(at)]?.question ?? at}`),
        })),
      );
    typed.settle();
    typed.forget(...OF_ONE_FORM, ...questions.map((question) => `scores/${question.id}/score`));
    this.problems = [];
    await this.focusOn('#id');
  };

  private refuse(problems: (Problem | Said)[]): Promise<void> {
    this.problems = problems;
    return this.focusRefused();
  }
}

define('kaohe-feedback-entry', FeedbackEntry);
