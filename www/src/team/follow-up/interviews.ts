// 绩效面谈表: what is said in the talk about a result. Every save is a new revision, and all of them are kept.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate, showExact, today } from '../../kit/format.ts';
import { say, t, tRich, type TextKey } from '../../kit/texts.ts';
import { written } from '../names.ts';
import { define } from '../part.ts';
import { EntryPanel, latest } from './entry-panel.ts';
import type { Interview } from '../../engine/engine.ts';

/** In the order of the talk. */
const PARTS = ['opening', 'strengths', 'improvements', 'resultTold', 'expectations', 'subjectView', 'plan'] as const;
const LABELS: { [part in (typeof PARTS)[number]]: TextKey } = {
  opening: 'follow.opening',
  strengths: 'follow.strengths',
  improvements: 'follow.improvements',
  resultTold: 'follow.resultTold',
  expectations: 'follow.expectations',
  subjectView: 'follow.subjectView',
  plan: 'follow.improvementPlan',
};

export class Interviews extends EntryPanel {
  protected readonly panel = 'interview';

  override render(): unknown {
    return html`${this.state.readOnly ? this.lockedNote() : this.form()} ${this.list()}`;
  }

  private form(): TemplateResult {
    const fields = this.fields();
    const changing = this.typed.read('id') !== '';
    const subject = this.read('subject');
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="interview-form">
      <h2 id="interview-form" tabindex="-1">${t(changing ? 'follow.interviewChange' : 'follow.interviewNew')}</h2>
      <p class="hint">${t('follow.interviewHelp')}</p>
      <div class="row-fields">${this.subjectField(fields)} ${this.dateField(fields)} ${this.authorField(fields, 'follow.interviewer')}</div>
      ${subject === '' ? nothing : this.beside(subject)} ${PARTS.map((part) => fields.area(part, t(LABELS[part])))}
      <div class="row-fields">${this.dateField(fields, 'signed', 'follow.signedOn', '')}</div>
      ${fields.rest()}
      <div class="actions">
        <button class="primary">${t(changing ? 'follow.saveRevision' : 'follow.save')}</button>
        <button type="button" ?disabled=${subject === ''} @click=${() => this.onPaper(subject)}>${t('follow.printBlank')}</button>
        ${changing ? this.giveUpButton() : nothing}
      </div>
    </form>`;
  }

  /** What the interviewer should have at hand. */
  private beside(subject: string): TemplateResult {
    const result = this.result(subject);
    const summaries = this.view.summaries.filter((one) => one.subject === subject);
    const observations = this.view.observations.filter((one) => one.subject === subject);
    return html`<details class="more">
      <summary>${t('follow.atHand')}</summary>
      <p>
        ${result?.total === undefined ? t('team.provisional') : html`${t('team.total')} ${showExact(result.total)}`}
        ${result?.grade === undefined ? nothing : html` · ${t('team.grade')} ${this.names.grade(result.scheme, result.grade)}`}
        ${result?.warning === undefined ? nothing : html` · ${say(this.names.rung(result.scheme, result.warning.rung)?.name)}`}
      </p>
      ${summaries.map((one) => html`<p class="people-text">${t('follow.topicSummaries')}${t('problem.colon')}${written(one.text)}</p>`)}
      ${observations.map((one) => html`<p class="people-text">${showDate(one.date)} ${t(one.judgement === 'good' ? 'follow.good' : 'follow.bad')}${t('problem.colon')}${written(one.fact)}</p>`)}
    </details>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = {
      ...this.revision(this.view.interviews),
      subject: this.read('subject'),
      author: this.author,
      date: this.read('date', today()),
      ...this.given(...PARTS, 'signed'),
    };
    await this.save({ list: 'interviews', draft, done: 'follow.interviewSaved', must: ['subject', 'date', 'author'] });
  };

  private list(): TemplateResult {
    const interviews = latest(this.view.interviews);
    return html`<section class="panel" aria-labelledby="interview-list">
      <h2 id="interview-list">${t('follow.interviewList', { count: interviews.length })}</h2>
      ${interviews.length === 0 ? html`<p>${t('follow.none')}</p>` : nothing} ${interviews.map((one) => this.entry(one))}
    </section>`;
  }

  private entry(one: Interview): TemplateResult {
    const name = this.names.person(one.subject);
    return html`<div class="entry">
      <div class="entry-head">
        <h3>${written(name)} <small>${written(one.subject)}</small></h3>
        <span>${tRich('follow.revisionLine', { date: showDate(one.date), author: this.names.person(one.author), revision: one.revision })}</span>
        <span class="state ${one.signed ? 'good' : 'wait'}">${one.signed ? t('follow.signedLine', { date: showDate(one.signed) }) : t('follow.unsigned')}</span>
        ${
          this.state.readOnly
            ? nothing
            : html`<button class="link" @click=${() => this.takeUp(one, [...PARTS, 'author', 'signed'])} aria-label=${t('follow.changeOf', { what: t('follow.topicInterviews'), name })}>${t('follow.change')}</button>`
        }
        <button class="link" @click=${() => this.onPaper(one.subject, one)} aria-label=${t('follow.printOf', { what: t('follow.topicInterviews'), name })}>${t('follow.print')}</button>
      </div>
      <dl class="facts">
        ${PARTS.filter((part) => one[part]).map((part) => html`<dt>${t(LABELS[part])}</dt><dd class="people-text">${written(one[part])}</dd>`)}
      </dl>
    </div>`;
  }

  private onPaper(subject: string, one?: Interview): void {
    this.print(() => {
      const result = this.result(subject);
      return {
        subject,
        paper: {
          title: t('follow.topicInterviews'),
          facts: [
            [t('follow.interviewer'), one ? written(this.names.person(one.author)) : '　　　　'],
            [t('team.date'), one ? showDate(one.date) : '　　　　'],
            [t('team.total'), showExact(result?.total)],
            ...(result?.grade === undefined ? [] : [[t('team.grade'), this.names.grade(result.scheme, result.grade)] as [string, string]]),
          ],
          parts: PARTS.map((part) => [t(LABELS[part]), one?.[part]]),
          signers: ['follow.signInterviewer', 'follow.signSubject', 'follow.signDate'],
        },
      };
    });
  }
}

define('kaohe-interviews', Interviews);
