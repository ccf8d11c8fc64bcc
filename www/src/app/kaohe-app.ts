// The shell of every page: header, language, the view that the address names, and the file that is dropped anywhere.
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { engineHash, loadEngine, scoring, type Problem } from '../engine/engine.ts';
import { EngineFailure, failureOf, failureText } from '../engine/engine-failure.ts';
import { isSpreadsheet, MAIN_THREAD_LIMIT, readDropped, type NamedFile } from '../kit/files.ts';
import { OldEncoding } from '../kit/old-encoding.ts';
import { renderProblems } from '../kit/problems.ts';
import { LangController, lang, setLang, t, tRich, type TextKey } from '../kit/texts.ts';
import type { Who } from '../form/form-state.ts';
import { defineForm } from '../form/kaohe-form.ts';
import '../sheet/kaohe-sheet.ts';
import { appStyles } from './app-styles.ts';
import { readRoute, writeRoute, type Route, type View } from './route.ts';
import { recognise, type Recognised } from './recognise.ts';
import './start-page.ts';

export class KaoheApp extends LitElement {
  static override properties = {
    home: {},
    loadTeam: { attribute: false },
    route: { state: true },
    incoming: { state: true },
    notice: { state: true },
    refusal: { state: true },
    hovering: { state: true },
    teamReady: { state: true },
    engine: { state: true },
  };
  /** The view without an address: `start`, or `form` on the page that is only the form. */
  declare home: View;
  /** Where there is a team view, its module; loaded when first wanted. */
  declare loadTeam: (() => Promise<unknown>) | undefined;
  declare private route: Route;
  declare private incoming: NamedFile[] | undefined;
  declare private notice: string;
  declare private refusal: { name: string; why?: string; problems: Problem[] } | undefined;
  declare private hovering: boolean;
  declare private teamReady: boolean | 'failed';
  declare private engine: { version: string; forms: string | undefined; workbooks: string | undefined } | EngineFailure | undefined;

  constructor() {
    super();
    this.home = 'start';
    this.notice = '';
    this.hovering = this.teamReady = false;
    new LangController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.route = readRoute(location.hash, this.home);
    addEventListener('hashchange', this.follow);
    for (const kind of ['dragover', 'dragleave', 'drop'] as const) addEventListener(kind, this.drag);
    scoring.addEventListener('change', () => void this.wake());
    void this.wake();
    if (this.route.view === 'team') void this.prepareTeam();
    this.leaveEmptyView();
  }

  /** A sheet, and somebody's form that was only looked at, are not kept: after a reload there is nothing to show. */
  private leaveEmptyView(): void {
    const { view, params } = this.route;
    if (view !== 'sheet' && params['readonly'] === undefined) return;
    // In its place in the history, or the way back would end here each time.
    history.replaceState(null, '', location.pathname + location.search);
    this.go(this.home);
    if (view === 'sheet') this.notice = t('sheet.notKept');
  }

  private async wake(): Promise<void> {
    try {
      const engine = await loadEngine();
      this.engine = { version: engine.engineVersion(), forms: await engineHash('forms'), workbooks: await engineHash('workbooks') };
    } catch (error) {
      this.engine = failureOf(error);
    }
  }

  override render(): TemplateResult {
    document.documentElement.lang = lang();
    document.title = this.title_();
    return html`<header class="top no-print">
        <button type="button" class="skip" @click=${this.skip}>${t('app.skip')}</button>
        <div class="inner">
          ${this.home === 'start' ? html`<a class="brand" href="#" @click=${this.home_}>${t('app.name')}</a>` : html`<span class="brand">${t('app.name')}</span>`}
          <nav aria-label=${t('app.name')}>${this.home === 'start' ? this.links() : nothing}</nav>
          <button type="button" class="language" lang=${lang() === 'en' ? 'zh-CN' : 'en'} @click=${() => setLang(lang() === 'en' ? 'zh-CN' : 'en')}>${t('app.language')}</button>
        </div>
      </header>
      <main id="main" tabindex="-1">
        ${this.engine instanceof EngineFailure && this.route.view !== 'form' ? html`<p class="note" role="alert">${failureText(this.engine)} <button type="button" @click=${() => void this.wake()}>${t('app.retry')}</button></p>` : nothing}
        ${
          this.refusal
            ? html`<div class="error-summary" role="alert">
              <h2>${tRich('start.unknown', { name: this.refusal.name })}</h2>
              ${this.refusal.why ? html`<p>${this.refusal.why}</p>` : nothing} ${renderProblems(this.refusal.problems)}
            </div>`
            : nothing
        }
        <div role="status">${this.notice === '' ? nothing : html`<p class="note">${this.notice}</p>`}</div>
        ${this.view()}
      </main>
      <footer class="no-print">
        <div class="inner">
          ${t(location.protocol === 'file:' ? 'app.private' : 'app.privateServed')}
          ${this.engineLine()}
        </div>
      </footer>
      ${this.hovering ? html`<div class="drop-here" aria-hidden="true">${t('start.dropNow')}</div>` : nothing}`;
  }

  /** Which engine scores what is on the screen. */
  private engineLine(): TemplateResult | typeof nothing {
    if (this.engine === undefined || this.engine instanceof EngineFailure) return nothing;
    const hash = this.route.view === 'team' ? this.engine.workbooks : this.engine.forms;
    return html`<small>${t('app.engine', { version: this.engine.version })}${hash ? html` · ${t('app.hash', { hash })}` : nothing}</small>`;
  }

  private links(): TemplateResult[] {
    const views: [View, TextKey][] = [
      ['start', 'app.home'],
      ['form', 'app.form'],
      ...(this.loadTeam ? ([['team', 'app.team']] as [View, TextKey][]) : []),
    ];
    return views.map(
      ([view, words]) =>
        html`<a href=${writeRoute({ view, params: {} }, this.home) || '#'} aria-current=${this.route.view === view ? 'page' : nothing} @click=${(event: Event) => this.link(event, view)}>${t(words)}</a>`,
    );
  }

  private view(): TemplateResult {
    const { params } = this.route;
    switch (this.route.view) {
      case 'form':
        // Of a form that was only looked at nothing may be left in one to fill in.
        return html`${keyed(
          params['readonly'],
          html`<kaohe-form
          .readOnly=${params['readonly'] !== undefined}
          .scheme=${params['scheme'] ?? null}
          .raterRole=${params['role'] ?? null}
          .subject=${params['subject'] ?? null}
          .subjectName=${params['subjectName'] ?? null}
          .rater=${params['rater'] ?? null}
          .raterName=${params['raterName'] ?? null}
          .period=${params['period'] ?? null}
          .incoming=${this.incoming}
          @kaohe-who=${this.remember}
          @kaohe-emptied=${this.forget}
          @kaohe-files=${this.take}
        ></kaohe-form>`,
        )}`;
      case 'sheet':
        return html`<kaohe-sheet .incoming=${this.incoming}></kaohe-sheet>`;
      case 'team':
        if (this.teamReady === 'failed')
          return html`<p class="note" role="alert">${t('app.partFailed')} <button type="button" @click=${() => void this.prepareTeam()}>${t('app.retry')}</button></p>`;
        return this.teamReady
          ? html`<kaohe-team .incoming=${this.incoming ?? []} @kaohe-go=${this.goEvent}></kaohe-team>`
          : html`<p>${t('app.loading')}</p>`;
      default:
        return html`<kaohe-start .withTeam=${this.loadTeam !== undefined} .scheme=${params['scheme'] ?? ''} @kaohe-go=${this.goEvent} @kaohe-picking=${this.expect} @kaohe-files=${this.take}></kaohe-start>`;
    }
  }

  private title_(): string {
    const words: Record<View, TextKey> = { start: 'app.tagline', form: 'app.form', team: 'app.team', sheet: 'sheet.title' };
    return `${t(words[this.route.view])} · ${t('app.name')}`;
  }

  private async open(files: NamedFile[]): Promise<void> {
    const [first] = files;
    if (first === undefined) return;
    this.refusal = undefined;
    this.notice = t('start.reading');
    const stopped: Recognised = { refused: first.name, problems: [{ code: 'engine', severity: 'error', pointer: '', params: {} }] };
    const found = (await recognise(await this.mended(files), this.loadTeam !== undefined).catch(() => stopped)) ?? stopped;
    this.notice = '';
    if ('refused' in found) this.refusal = { name: found.refused, problems: found.problems, ...(found.why ? { why: found.why } : {}) };
    else if ('scheme' in found) {
      this.go(this.home, [], { scheme: found.id });
      this.notice = t('start.schemeOpened', { name: found.scheme });
    } else this.go(found.to, found.files);
  }

  /** The list of what was dropped is emptied after the event. */
  private async openDropped(transfer: DataTransfer): Promise<void> {
    const name = [...transfer.files].map((file) => file.name).join(t('problem.listJoin'));
    try {
      await this.open(await readDropped(transfer));
    } catch {
      this.notice = '';
      this.refusal = { name, why: t('start.unreadable'), problems: [] };
    }
  }

  /** Several files go to the team view, which asks itself when it is their turn. */
  private async mended(files: NamedFile[]): Promise<NamedFile[]> {
    const [file] = files;
    if (file === undefined || (files.length > 1 && this.loadTeam) || file.bytes.length > MAIN_THREAD_LIMIT || isSpreadsheet(file.name))
      return files;
    return [{ name: file.name, bytes: await new OldEncoding(() => this.renderRoot, false).read(file.name, file.bytes) }];
  }

  private go(view: View, files: NamedFile[] = [], params: Record<string, string> = {}): void {
    this.refusal = undefined;
    this.notice = '';
    this.incoming = files.length > 0 ? files : undefined;
    if (view === 'team') void this.prepareTeam();
    this.route = { view, params };
    const hash = writeRoute(this.route, this.home);
    if (hash !== location.hash) history.pushState(null, '', hash === '' ? location.pathname + location.search : hash);
    scrollTo(0, 0);
    // What was pressed is gone with the view it stood in.
    void this.updateComplete.then(this.skip);
  }

  private async prepareTeam(): Promise<void> {
    this.teamReady = await Promise.resolve(this.loadTeam?.()).then(
      () => true,
      () => 'failed' as const,
    );
  }

  /** The address holds who rates whom, so that a reload finds the draft again. */
  private remember = (event: CustomEvent<Who>): void => {
    const { date: _, ...who } = event.detail;
    this.route = { view: 'form', params: { ...who } };
    history.replaceState(null, '', writeRoute(this.route, this.home));
    this.notice = '';
  };
  private forget = (): void => {
    this.route = { view: 'form', params: {} };
    this.incoming = undefined;
    history.replaceState(null, '', writeRoute(this.route, this.home) || location.pathname + location.search);
  };
  private take = (event: CustomEvent<NamedFile[]>): void => {
    event.preventDefault();
    void this.open(event.detail);
  };
  private goEvent = (event: CustomEvent<{ view: View; files?: NamedFile[]; params?: Record<string, string> }>): void =>
    this.go(event.detail.view, event.detail.files, event.detail.params);
  private follow = (): void => {
    this.incoming = undefined;
    this.route = readRoute(location.hash, this.home);
    this.leaveEmptyView();
    if (this.route.view === 'team') void this.prepareTeam();
  };
  private home_ = (event: Event): void => this.link(event, this.home);
  private link(event: Event, view: View): void {
    event.preventDefault();
    this.go(view);
  }
  private skip = (): void => {
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  };

  /** While a file is being chosen or dragged there is time to get ready for a workbook. */
  private expect = (): void => {
    void this.prepareTeam();
  };

  /** The team view takes its own drops and marks them as handled. */
  private drag = (event: DragEvent): void => {
    if (event.defaultPrevented || event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    if (event.type === 'dragover' && !this.hovering) this.expect();
    this.hovering = event.type === 'dragover';
    if (event.type === 'drop') void this.openDropped(event.dataTransfer);
  };

  static override styles = appStyles;
}

defineForm();
customElements.define('kaohe-app', KaoheApp);
