// One thing alone on the page, as it goes onto A4: an empty customers' form, a complaint's sheet, an incident note, a table of indicators.
import { css, html, nothing, type TemplateResult } from 'lit';
import { today } from '../../kit/format.ts';
import { t } from '../../kit/texts.ts';
import { define, TeamPart } from '../part.ts';
import { schemeOf } from '../names.ts';
import { latestComplaints } from './complaint-facts.ts';
import { renderComplaintPaper, renderIncidentPaper } from './complaint-paper.ts';
import { renderFeedbackPaper } from './feedback-paper.ts';
import { indicatorPaperStyles, orientationOf, renderIndicatorPaper, type IndicatorPaper } from './indicator-paper.ts';
import { layPages, leavePages } from './print-page.ts';
import { renderRegisterPaper } from './register-paper.ts';
import type { Answer, OverdueStep, Scheme, StepDue } from '../../engine/engine.ts';

export type Paper =
  | { kind: 'feedback'; scheme: string }
  /** Without an id: an empty sheet to fill by hand. */
  | { kind: 'complaint'; id?: string }
  | { kind: 'incident'; id?: string }
  | { kind: 'register' }
  | IndicatorPaper;

export function openPaper(from: EventTarget, paper: Paper): void {
  from.dispatchEvent(new CustomEvent('team-paper', { detail: paper, bubbles: true, composed: true }));
}

const paperStyles = css`
  article {
    background: #fff;
    padding: 1.2rem;
    border: 1px solid var(--line);
    max-width: 52rem;
  }
  article h1 {
    text-align: center;
  }
  table.sheet {
    table-layout: fixed;
    margin: 0 0 0.6rem;
  }
  table.sheet caption {
    padding: 0.5rem 0 0.2rem;
  }
  table.sheet col.says,
  table.sheet th {
    width: 16%;
  }
  table.sheet th {
    font-weight: 400;
  }
  table.sheet td {
    height: 2.1rem;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  table.sheet td.tall {
    height: 3.6rem;
  }
  .tick {
    display: inline-block;
    margin-right: 0.9rem;
    white-space: nowrap;
  }
  .signatures {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 1.4rem 1rem;
    margin: 1.4rem 0 0.4rem;
  }
  .signatures > div {
    border-bottom: 1px solid #000;
    min-height: 2rem;
    display: flex;
    align-items: flex-end;
  }
  .box {
    overflow-x: auto;
  }
  @media print {
    article {
      border: 0;
      padding: 0;
      max-width: none;
    }
    .box {
      overflow: visible;
    }
    table.sheet td {
      height: 18pt;
    }
    table.sheet td.tall {
      height: 34pt;
    }
  }
`;

export class PaperView extends TeamPart {
  static override properties = { ...TeamPart.properties, paper: { attribute: false }, dues: { state: true }, overdue: { state: true } };
  static override styles = [...TeamPart.styles, paperStyles, indicatorPaperStyles];
  declare paper: Paper;
  declare dues: StepDue[];
  declare overdue: OverdueStep[];

  constructor() {
    super();
    this.dues = [];
    this.overdue = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.orientation) layPages(this.orientation);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    leavePages();
  }

  override firstUpdated(): void {
    void this.askWhatIsDue();
  }

  private async askWhatIsDue(): Promise<void> {
    if (this.paper.kind !== 'complaint' && this.paper.kind !== 'register') return;
    const overdue = await this.desk.ask<Answer<OverdueStep[]>>('overdue', today());
    if (overdue?.ok) this.overdue = overdue.value;
    const dues = await this.desk.ask<Answer<StepDue[]>>('complaintSteps', today());
    if (dues?.ok) this.dues = dues.value;
  }

  override render(): unknown {
    return html`<div class="actions no-print">
        <button @click=${this.leave}>${t('register.back')}</button>
        <button class="primary" @click=${() => print()}>${t('register.print')}</button>
      </div>
      <p class="hint no-print">${t('register.printHelp')}</p>
      <article class=${this.orientation === 'landscape' ? 'across' : nothing}>${this.drawn()}</article>`;
  }

  /** The scheme whose table of indicators is printed. */
  private get table(): Scheme | undefined {
    return this.paper.kind === 'indicators' ? schemeOf(this.names.schemes, this.paper.scheme) : undefined;
  }

  /** Where it is not the browser's own. */
  private get orientation(): 'portrait' | 'landscape' | undefined {
    return this.paper.kind === 'register' ? 'landscape' : this.table && orientationOf(this.table);
  }

  private drawn(): TemplateResult | typeof nothing {
    const { paper, names, view } = this;
    switch (paper.kind) {
      case 'indicators':
        return this.table ? renderIndicatorPaper(names, this.table, paper) : nothing;
      case 'feedback': {
        const scheme = schemeOf(names.schemes, paper.scheme);
        return scheme?.feedback ? renderFeedbackPaper(scheme) : nothing;
      }
      case 'complaint':
        return renderComplaintPaper(
          names,
          latestComplaints(view).find(({ id }) => id === paper.id),
          this.dues,
        );
      case 'register':
        return renderRegisterPaper(names, this);
      case 'incident':
        return renderIncidentPaper(
          names,
          view.incidents.find(({ id }) => id === paper.id),
        );
    }
  }

  private leave = (): void => void this.dispatchEvent(new CustomEvent('team-paper', { detail: undefined, bubbles: true, composed: true }));
}

define('kaohe-paper', PaperView);
