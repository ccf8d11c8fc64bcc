// The schemes at hand, system by system, and beside each the sample workbook to try it with, where samples were served.
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { showPeriod } from '../kit/format.ts';
import type { KnownScheme } from '../kit/schemes.ts';
import { shared } from '../kit/styles.ts';
import { LangController, say, t } from '../kit/texts.ts';
import { samples, type Sample } from './samples.ts';

export class SchemeList extends LitElement {
  static override properties = { schemes: { attribute: false }, withTeam: { attribute: false }, failed: { state: true } };
  declare schemes: KnownScheme[];
  declare withTeam: boolean;
  declare private failed: boolean;

  constructor() {
    super();
    this.schemes = [];
    this.withTeam = this.failed = false;
    new LangController(this);
  }

  override render(): TemplateResult | typeof nothing {
    if (this.schemes.length === 0) return nothing;
    return html`<section class="panel" aria-labelledby="schemes">
      <h2 id="schemes">${t(this.withSamples ? 'start.schemesAndSamples' : 'start.schemes')}</h2>
      <p class="hint">${t('start.schemesHelp')}${this.withSamples ? t('start.samplesHelp') : nothing}</p>
      <div role="status">${this.failed ? html`<p class="error">${t('start.sampleFailed')}</p>` : nothing}</div>
      <ul>
        ${[...bySystem(this.schemes)].map(([system, schemes]) => this.system(system, schemes))}
      </ul>
    </section>`;
  }

  /** The single files carry none, and promise none. */
  private get withSamples(): boolean {
    return this.withTeam && samples.length > 0;
  }

  private system(system: string, schemes: KnownScheme[]): TemplateResult {
    const own = this.withTeam ? samples.filter((one) => one.system === system) : [];
    // A workbook that holds all of a system's schemes stands beside the first.
    const beside = (id: string, at: number): Sample | undefined =>
      own.find(({ kind }) => (kind === undefined ? at === 0 : id.endsWith(`-${kind}`)));
    return html`<li>
      ${schemes.map(({ scheme }, at) => {
        const sample = beside(scheme.id, at);
        return html`<div class="scheme"><bdi>${say(scheme.name)}</bdi> ${sample ? this.sampleButton(sample, say(scheme.name)) : nothing}</div>`;
      })}
    </li>`;
  }

  private sampleButton(sample: Sample, scheme: string): TemplateResult {
    const period = showPeriod(sample.period);
    return html`<button type="button" @click=${() => this.open(sample)} aria-label=${t('start.sampleOf', { period, scheme })}>${t('start.sample', { period })}</button>`;
  }

  private async open(sample: Sample): Promise<void> {
    const text = await sample.read().catch(() => undefined);
    this.failed = text === undefined;
    if (text === undefined) return;
    const files = [{ name: sample.name, bytes: new TextEncoder().encode(text) }];
    this.dispatchEvent(new CustomEvent('kaohe-go', { detail: { view: 'team', files }, bubbles: true, composed: true }));
  }

  static override styles = [
    ...shared,
    css`
      ul {
        list-style: none;
        padding: 0;
        margin: 0;
      }
      li {
        padding: 0.3rem 0;
        border-top: 1px solid var(--line);
      }
      .scheme {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem 1rem;
        padding: 0.1rem 0;
      }
      .scheme bdi {
        flex: 1 1 16rem;
      }
    `,
  ];
}

/** Schemes of one source stand together: `s7-csr-card` and `s7-csr-platinum`. Any other stands by itself. */
function bySystem(schemes: KnownScheme[]): Map<string, KnownScheme[]> {
  const systems = new Map<string, KnownScheme[]>();
  for (const one of schemes) {
    const system = /^(s\d+)-/.exec(one.scheme.id)?.[1] ?? one.digest;
    systems.set(system, [...(systems.get(system) ?? []), one]);
  }
  return systems;
}

customElements.define('kaohe-schemes', SchemeList);
