// How far a long step is, and the way to give it up. It lies at the window's lower edge like a notice and pushes nothing away.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { lang, LangController, t, type TextKey } from '../kit/texts.ts';
import { shared } from '../kit/styles.ts';
import type { TeamDesk } from './desk.ts';
import { define } from './part.ts';
import { teamStyles } from './team-styles.ts';

/** By the engine's stage: the words alone, and with how far it is. */
const STAGES: { [stage: string]: { words: TextKey; far: TextKey } } = {
  read: { words: 'team.reading', far: 'team.readingFar' },
  check: { words: 'team.checking', far: 'team.checkingFar' },
  score: { words: 'team.scoring', far: 'team.scoringFar' },
  write: { words: 'team.writing', far: 'team.writingFar' },
};

interface Shown {
  words: string;
  far: string;
  /** Absent while nobody can say. */
  done?: number;
  total?: number;
}

const lineStyles = css`
  .notice {
    align-items: center;
  }
  .far {
    flex: 1 1 auto;
    min-width: 0;
  }
  progress {
    display: block;
    width: 100%;
    height: 0.7rem;
    accent-color: var(--accent);
  }
`;

export class ProgressLine extends LitElement {
  static override properties = { desk: { attribute: false } };
  static override styles = [...shared, teamStyles, lineStyles];
  declare desk: TeamDesk;

  constructor() {
    super();
    new LangController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const kind of ['shown', 'told']) this.desk.underWay.addEventListener(kind, this.redraw);
    this.desk.addEventListener('change', this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const kind of ['shown', 'told']) this.desk.underWay.removeEventListener(kind, this.redraw);
    this.desk.removeEventListener('change', this.redraw);
  }

  override render(): TemplateResult {
    const { underWay } = this.desk;
    const shown = underWay.shown ? this.howFar() : undefined;
    // Read out is what is being done, and not every figure on the way.
    return html`<div role="status" class="visually-hidden">${shown?.words ?? nothing}</div>
      ${
        shown
          ? html`<div class="notice no-print">
            <div class="far">
              <span>${shown.far}</span>
              <progress aria-label=${shown.words} value=${shown.done ?? nothing} max=${shown.total ?? nothing}></progress>
            </div>
            <button type="button" @click=${underWay.cancel}>${t('dialog.cancel')}</button>
          </div>`
          : nothing
      }`;
  }

  private howFar(): Shown {
    const { underWay, state } = this.desk;
    const { told } = underWay;
    const stage = told && STAGES[told.stage];
    if (told && stage && told.total > 0) {
      const { done, total } = told;
      return {
        words: t(stage.words),
        far: t(stage.far, { percent: Math.floor((done * 100) / total), done: count(done), total: count(total) }),
        done,
        total,
      };
    }
    if (stage) return { words: t(stage.words), far: t(stage.words) };
    if (!state.progress) return { words: t('team.working'), far: t('team.working') };
    const { done, total } = state.progress;
    return { words: t('team.progressFiles'), far: t('team.progress', { done: count(done), total: count(total) }), done, total };
  }

  private redraw = (): void => this.requestUpdate();
}

function count(number: number): string {
  return number.toLocaleString(lang());
}

define('kaohe-progress', ProgressLine);
