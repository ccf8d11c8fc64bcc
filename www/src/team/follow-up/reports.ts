// 考核报告: problems found and the direction of improvement, told to the department or person. Every save is a new revision.
import { html, nothing, type TemplateResult } from 'lit';
import { showDate, showExact, today } from '../../kit/format.ts';
import { t, tRich } from '../../kit/texts.ts';
import { written } from '../names.ts';
import { define } from '../part.ts';
import { EntryPanel, latest } from './entry-panel.ts';
import type { AppraisalReport } from '../../engine/engine.ts';

const FIELDS = ['problems', 'direction', 'told'];

export class Reports extends EntryPanel {
  protected readonly panel = 'report';

  override render(): unknown {
    return html`${this.state.readOnly ? this.lockedNote() : this.form()} ${this.list()}`;
  }

  private form(): TemplateResult {
    const fields = this.fields();
    const changing = this.typed.read('id') !== '';
    return html`<form class="panel" @submit=${this.submit} novalidate aria-labelledby="report-form">
      <h2 id="report-form" tabindex="-1">${t(changing ? 'follow.reportChange' : 'follow.reportNew')}</h2>
      <p class="hint">${t('follow.reportHelp')}</p>
      <div class="row-fields">${this.subjectField(fields)} ${this.dateField(fields)} ${this.authorField(fields, 'follow.writer')}</div>
      ${fields.area('problems', t('follow.problemsFound'))} ${fields.area('direction', t('follow.direction'))}
      <div class="row-fields">${fields.date('told', t('follow.told'), { hint: t('follow.optional') })}</div>
      ${fields.rest()}
      <div class="actions"><button class="primary">${t(changing ? 'follow.saveRevision' : 'follow.save')}</button>${changing ? this.giveUpButton() : nothing}</div>
    </form>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = {
      ...this.revision(this.view.reports),
      subject: this.read('subject'),
      author: this.author,
      date: this.read('date', today()),
      problems: this.read('problems'),
      direction: this.read('direction'),
      ...this.given('told'),
    };
    await this.save({ list: 'reports', draft, done: 'follow.reportSaved', must: ['subject', 'date', 'author', 'problems', 'direction'] });
  };

  private list(): TemplateResult {
    const reports = latest(this.view.reports);
    return html`<section class="panel" aria-labelledby="report-list">
      <h2 id="report-list">${t('follow.reportList', { count: reports.length })}</h2>
      ${reports.length === 0 ? html`<p>${t('follow.none')}</p>` : nothing} ${reports.map((one) => this.entry(one))}
    </section>`;
  }

  private entry(one: AppraisalReport): TemplateResult {
    const name = this.names.person(one.subject);
    return html`<div class="entry">
      <div class="entry-head">
        <h3>${written(name)} <small>${written(one.subject)}</small></h3>
        <span>${tRich('follow.revisionLine', { date: showDate(one.date), author: this.names.person(one.author), revision: one.revision })}</span>
        <span class="state ${one.told ? 'good' : 'wait'}">${one.told ? t('follow.toldLine', { date: showDate(one.told) }) : t('follow.notTold')}</span>
        ${
          this.state.readOnly
            ? nothing
            : html`<button class="link" @click=${() => this.takeUp(one, [...FIELDS, 'author'])} aria-label=${t('follow.changeOf', { what: t('follow.topicReports'), name })}>${t('follow.change')}</button>`
        }
        <button class="link" @click=${() => this.onPaper(one)} aria-label=${t('follow.printOf', { what: t('follow.topicReports'), name })}>${t('follow.print')}</button>
      </div>
      <dl class="facts">
        <dt>${t('follow.problemsFound')}</dt><dd class="people-text">${written(one.problems)}</dd>
        <dt>${t('follow.direction')}</dt><dd class="people-text">${written(one.direction)}</dd>
      </dl>
    </div>`;
  }

  private onPaper(one: AppraisalReport): void {
    this.print(() => {
      const result = this.result(one.subject);
      return {
        subject: one.subject,
        paper: {
          title: t('follow.topicReports'),
          facts: [
            [t('team.date'), showDate(one.date)],
            [t('team.total'), showExact(result?.total)],
            ...(result?.grade === undefined ? [] : [[t('team.grade'), this.names.grade(result.scheme, result.grade)] as [string, string]]),
            ...(result?.rank === undefined
              ? []
              : [[t('team.rank'), t('team.rankOf', { rank: result.rank, ranked: result.ranked ?? '' })] as [string, string]]),
          ],
          parts: [
            [t('follow.problemsFound'), one.problems],
            [t('follow.direction'), one.direction],
          ],
          signers: ['follow.signWriter', 'follow.signDepartment', 'follow.signDate'],
        },
      };
    });
  }
}

define('kaohe-reports', Reports);
