// The forms that wait half-filled in this browser's store, and the way to be rid of them.
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { askConfirm } from '../kit/dialog.ts';
import { showMoment } from '../kit/format.ts';
import { clearDrafts, listDrafts, type Draft } from '../kit/store.ts';
import { shared } from '../kit/styles.ts';
import { LangController, t } from '../kit/texts.ts';
import { parseState } from './form-state.ts';

export class DraftList extends LitElement {
  static override properties = { drafts: { state: true }, news: { state: true } };
  declare private drafts: Draft[];
  declare private news: string;

  constructor() {
    super();
    this.drafts = [];
    this.news = '';
    new LangController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void listDrafts('form')
      .catch(() => [])
      .then((drafts) => (this.drafts = drafts));
  }

  override render(): TemplateResult {
    return html`<div role="status">${this.news === '' ? nothing : html`<p class="note">${this.news}</p>`}</div>
      ${this.drafts.length === 0 ? nothing : this.list()}`;
  }

  private list(): TemplateResult {
    return html`<section class="panel" aria-labelledby="drafts">
      <h2 id="drafts">${t('start.drafts')}</h2>
      <p class="hint">${t('start.draftsHelp')}</p>
      <ul>
        ${this.drafts.map(
          (draft) => html`<li>
            <bdi>${draft.title}</bdi>
            <small>${t('start.changed', { date: showMoment(draft.changed) })}</small>
            ${
              parseState(draft.text)?.state === undefined
                ? html`<span class="error">${t('start.damaged')}</span>`
                : html`<button type="button" @click=${() => this.resume(draft)} aria-label="${t('start.continue')} ${draft.title}">${t('start.continue')}</button>`
            }
          </li>`,
        )}
      </ul>
      <button type="button" class="link" @click=${this.clear}>${t('start.clearDrafts')}</button>
    </section>`;
  }

  private resume(draft: Draft): void {
    const rating = parseState(draft.text)?.state?.file.rating;
    if (rating === undefined) return;
    const params = { scheme: rating.scheme.id, role: rating.role, subject: rating.subject, rater: rating.rater, period: rating.period };
    this.dispatchEvent(new CustomEvent('kaohe-go', { detail: { view: 'form', params }, bubbles: true, composed: true }));
  }

  private clear = async (): Promise<void> => {
    if (
      !(await askConfirm(
        { title: t('start.clearAsk'), text: t('start.clearText'), yes: t('start.clearYes'), danger: true },
        this.renderRoot,
      ))
    )
      return;
    try {
      await clearDrafts();
      this.drafts = [];
      this.news = t('start.cleared');
    } catch {
      this.news = t('start.clearFailed');
    }
  };

  static override styles = [
    ...shared,
    css`
      ul {
        list-style: none;
        padding: 0;
        margin: 0 0 0.6rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem 1rem;
        padding: 0.4rem 0;
        border-top: 1px solid var(--line);
      }
      li bdi {
        font-weight: 600;
      }
      li button,
      li .error {
        margin-left: auto;
      }
    `,
  ];
}

customElements.get('kaohe-drafts') ?? customElements.define('kaohe-drafts', DraftList);
