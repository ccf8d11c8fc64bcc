// Before and after the figures: the programme that was agreed, and where the month stands in its calendar.
import { html, nothing } from 'lit';
import { t } from '../../kit/texts.ts';
import { define, TeamPart } from '../part.ts';
import { followStyles } from './follow-styles.ts';
import './month.ts';
import { renderPaper, type PaperMaker } from './paper.ts';
import './programme.ts';

export class Planning extends TeamPart {
  static override properties = { ...TeamPart.properties, paper: { state: true } };
  static override styles = [...TeamPart.styles, followStyles];
  declare paper: PaperMaker | undefined;

  constructor() {
    super();
    this.addEventListener('follow-paper', (event) => (this.paper = (event as CustomEvent<PaperMaker>).detail));
  }

  override render(): unknown {
    return html`${
      this.paper
        ? html`<div class="actions no-print">
              <button @click=${() => (this.paper = undefined)}>${t('follow.back')}</button>
              <button class="primary" @click=${() => print()}>${t('follow.print')}</button>
            </div>
            ${renderPaper(this.names, this.paper)}`
        : nothing
    }
      <div ?hidden=${this.paper !== undefined}>
        <kaohe-month .desk=${this.desk} .state=${this.state}></kaohe-month>
        <kaohe-programme .desk=${this.desk} .state=${this.state}></kaohe-programme>
      </div>`;
  }
}

define('kaohe-planning', Planning);
