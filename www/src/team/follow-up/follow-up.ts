// After the figures: queries, observations, summaries, interviews, plans and reports, one topic at a time; and whatever of them is
// to be printed, alone on its page.
import { html, nothing, type TemplateResult } from 'lit';
import { t, type TextKey } from '../../kit/texts.ts';
import { typedIn } from '../evidence/typed.ts';
import { define, TeamPart } from '../part.ts';
import { latest } from './entry-panel.ts';
import { followStyles } from './follow-styles.ts';
import './interviews.ts';
import './observations.ts';
import { openItems } from './open.ts';
import { renderPaper, type PaperMaker } from './paper.ts';
import './plans.ts';
import './queries.ts';
import './reports.ts';
import './summaries.ts';

const TOPICS = ['observations', 'summaries', 'interviews', 'queries', 'plans', 'reports'] as const;
type Topic = (typeof TOPICS)[number];
const WORDS: { [topic in Topic]: TextKey } = {
  queries: 'follow.topicQueries',
  observations: 'follow.topicObservations',
  summaries: 'follow.topicSummaries',
  interviews: 'follow.topicInterviews',
  plans: 'follow.topicPlans',
  reports: 'follow.topicReports',
};

export class FollowUp extends TeamPart {
  static override properties = { ...TeamPart.properties, paper: { state: true } };
  static override styles = [...TeamPart.styles, followStyles];
  declare paper: PaperMaker | undefined;

  constructor() {
    super();
    this.addEventListener('follow-paper', (event) => void this.show((event as CustomEvent<PaperMaker>).detail));
  }

  override render(): unknown {
    return html`${this.paper ? this.onPaper(this.paper) : nothing}
      <div ?hidden=${this.paper !== undefined}>
        <nav class="topics no-print" aria-label=${t('follow.topics')}>
          ${TOPICS.map((topic) => html`<button aria-current=${this.topic === topic ? 'true' : 'false'} @click=${() => this.turnTo(topic)}>${t(WORDS[topic])}${this.count(topic)}</button>`)}
        </nav>
        ${this.panel()}
      </div>`;
  }

  /** Where one was: looking at another part of the workbook and coming back finds it again. */
  private get topic(): Topic {
    return typedIn(this.desk, 'follow-up').read('topic', 'observations') as Topic;
  }

  private turnTo(topic: Topic): void {
    typedIn(this.desk, 'follow-up').write('topic', topic);
    this.requestUpdate();
  }

  private count(topic: Topic): TemplateResult | typeof nothing {
    const open = topic === 'queries' ? openItems(this.state.result, 'query', 'disagreement').length : 0;
    if (open > 0) return html` <span class="count">${t('follow.openCount', { count: open })}</span>`;
    const all = this.view[topic];
    const count =
      topic === 'interviews' || topic === 'plans' || topic === 'reports'
        ? latest(all as { id: string; revision: number }[]).length
        : all.length;
    return count === 0 ? nothing : html` <small>${count}</small>`;
  }

  private panel(): TemplateResult {
    const { desk, state } = this;
    switch (this.topic) {
      case 'queries':
        return html`<kaohe-queries .desk=${desk} .state=${state}></kaohe-queries>`;
      case 'observations':
        return html`<kaohe-observations .desk=${desk} .state=${state}></kaohe-observations>`;
      case 'summaries':
        return html`<kaohe-summaries .desk=${desk} .state=${state}></kaohe-summaries>`;
      case 'interviews':
        return html`<kaohe-interviews .desk=${desk} .state=${state}></kaohe-interviews>`;
      case 'plans':
        return html`<kaohe-plans .desk=${desk} .state=${state}></kaohe-plans>`;
      case 'reports':
        return html`<kaohe-reports .desk=${desk} .state=${state}></kaohe-reports>`;
    }
  }

  private onPaper(paper: PaperMaker): TemplateResult {
    return html`<div class="actions no-print">
        <button @click=${() => this.show(undefined)}>${t('follow.back')}</button>
        <button class="primary" @click=${() => print()}>${t('follow.print')}</button>
      </div>
      ${renderPaper(this.names, paper)}`;
  }

  private async show(paper: PaperMaker | undefined): Promise<void> {
    this.paper = paper;
    await this.updateComplete;
    scrollTo(0, 0);
    await this.focusOn(paper ? '.actions .primary' : 'nav.topics [aria-current=true]');
  }
}

define('kaohe-follow-up', FollowUp);
