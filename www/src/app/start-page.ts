// "What would you like to do?": three ways in, and the drafts that wait.
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { pickFiles } from '../kit/files.ts';
import { allSchemes, type KnownScheme } from '../kit/schemes.ts';
import { shared } from '../kit/styles.ts';
import { LangController, say, t } from '../kit/texts.ts';
import { withForms } from '../form/form-state.ts';
import '../form/draft-list.ts';
import type { View } from './route.ts';
import './scheme-list.ts';

export class StartPage extends LitElement {
  static override properties = { withTeam: { attribute: false }, scheme: {}, schemes: { state: true } };
  declare withTeam: boolean;
  /** The scheme that was just opened, to be chosen already. */
  declare scheme: string;
  /** Absent until they are read. */
  declare private schemes: KnownScheme[] | undefined;

  constructor() {
    super();
    this.scheme = '';
    this.withTeam = false;
    new LangController(this);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('scheme')) void this.read();
  }

  private async read(): Promise<void> {
    this.schemes = await allSchemes().catch(() => []);
  }

  override render(): TemplateResult {
    const forms = this.schemes && withForms(this.schemes);
    return html`<h1>${t('start.title')}</h1>
      <div class="ways">
        <section class="panel" aria-labelledby="fill">
          <h2 id="fill">${t('start.fill')}</h2>
          <p>${t('start.fillHelp')}</p>
          ${
            forms === undefined || forms.length > 1
              ? html`<div class="field">
                <label for="scheme">${t('start.scheme')}</label>
                <select id="scheme" ?disabled=${forms === undefined}>
                  ${forms === undefined ? html`<option value=${this.scheme}>${t('app.loading')}</option>` : nothing}
                  ${forms?.map(({ scheme }) => html`<option value=${scheme.id} ?selected=${scheme.id === this.scheme}>${say(scheme.name)}</option>`)}
                </select>
                <small class="hint">${t('start.schemeHelp')}</small>
              </div>`
              : nothing
          }
          <button type="button" class="primary" @click=${this.fill}>${t('start.fill')}</button>
        </section>
        ${
          this.withTeam
            ? html`<section class="panel" aria-labelledby="team">
              <h2 id="team">${t('start.team')}</h2>
              <p>${t('start.teamHelp')}</p>
              <button type="button" class="primary" @click=${() => this.go('team')}>${t('start.team')}</button>
            </section>`
            : nothing
        }
        <section class="panel file" aria-labelledby="drop">
          <h2 id="drop">${t('start.drop')}</h2>
          <p>${t('start.dropHelp')}</p>
          <button type="button" @click=${this.pick}>${t('start.pick')}</button>
        </section>
      </div>
      <kaohe-drafts></kaohe-drafts>
      <kaohe-schemes .schemes=${this.schemes ?? []} .withTeam=${this.withTeam}></kaohe-schemes>`;
  }

  private fill = (): void => {
    const chosen = this.renderRoot.querySelector<HTMLSelectElement>('#scheme')?.value ?? this.scheme;
    this.go('form', chosen === '' ? {} : { scheme: chosen });
  };

  private pick = async (): Promise<void> => {
    this.dispatchEvent(new CustomEvent('kaohe-picking'));
    const files = await pickFiles('.json,application/json', true);
    if (files.length > 0)
      this.dispatchEvent(new CustomEvent('kaohe-files', { detail: files, bubbles: true, composed: true, cancelable: true }));
  };

  private go(view: View, params: Record<string, string> = {}): void {
    this.dispatchEvent(new CustomEvent('kaohe-go', { detail: { view, params }, bubbles: true, composed: true }));
  }

  static override styles = [
    ...shared,
    css`
      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr));
        gap: 1rem;
      }
      .ways .panel {
        margin: 0;
        display: flex;
        flex-direction: column;
        align-items: flex-start;
      }
      .ways p {
        flex: 1;
      }
      .ways .field,
      .ways select {
        width: 100%;
      }
      .file {
        border-style: dashed;
        border-width: 2px;
      }
      kaohe-drafts,
      kaohe-schemes {
        margin-top: 1rem;
      }
    `,
  ];
}

customElements.define('kaohe-start', StartPage);
