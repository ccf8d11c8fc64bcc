// <kaohe-form>: one form for one subject, as an element that any page can hold.
//
//   <kaohe-form scheme="s9-csr-form" rater-role="peer" subject="E001" rater="E002" period="2026-10"></kaohe-form>
//
// `role` is understood too, but a checker of ARIA roles will rightly object to role="peer".
// Inside a <form> it submits its file under its name. Events (bubbling, composed): `kaohe-change` after each change,
// `kaohe-export` with {name, text} before a file is offered (preventDefault takes the file over), `kaohe-who` once addressed.
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { askConfirm } from '../foundation/dialog.ts';
import { download, pickFiles, type NamedFile } from '../foundation/files.ts';
import { today } from '../foundation/format.ts';
import { OldEncoding } from '../foundation/old-encoding.ts';
import { problemText } from '../foundation/problems.ts';
import { allSchemes, type KnownScheme } from '../foundation/schemes.ts';
import { LangController, setLang, t } from '../foundation/texts.ts';
import { addressedTo, presetOf } from './address.ts';
import { Desk } from './desk.ts';
import { Embedding } from './embedding.ts';
import { hindrances, isHindered, renderErrorSummary, type Hindrances } from './error-summary.ts';
import { fieldOf, toHeading, toNextField, toSteps, toSummary } from './focus.ts';
import { formStyles } from './form-styles.ts';
import { report } from './form-control.ts';
import { hasContent, parseState, whoOf, type Who } from './form-state.ts';
import { renderForm } from './form-view.ts';
import { PrintedFingerprint } from './printed-fingerprint.ts';
import { renderEmptyDesk, type Resumed } from './empty-desk.ts';
import { beginAnew, openOnto, renderRefused, type Refused, type Spare } from './opening.ts';

export class KaoheForm extends LitElement {
  static formAssociated = true;
  static override properties = {
    scheme: {},
    role: {},
    raterRole: { attribute: 'rater-role' },
    subject: {},
    subjectName: { attribute: 'subject-name' },
    rater: {},
    raterName: { attribute: 'rater-name' },
    period: {},
    origin: {},
    noDraft: { type: Boolean, attribute: 'no-draft' },
    readOnly: { type: Boolean, attribute: 'readonly' },
    incoming: { attribute: false },
    schemes: { state: true }, failed: { state: true }, off: { state: true },
    found: { state: true }, opening: { state: true }, spare: { state: true },
  };
  declare scheme: string | null;
  declare role: string | null;
  declare raterRole: string | null;
  declare subject: string | null;
  declare subjectName: string | null;
  declare rater: string | null;
  declare raterName: string | null;
  declare period: string | null;
  declare origin: string | null;
  declare noDraft: boolean;
  /** Only to look at and to print: no editing, no draft, no export. */
  declare readOnly: boolean;
  /** Files handed over by the page around the element; the first is opened. */
  declare incoming: NamedFile[] | undefined;
  declare private schemes: KnownScheme[] | undefined;
  declare private failed: boolean;
  declare private found: Hindrances | undefined;
  declare private opening: Refused | undefined;
  declare private off: boolean;
  declare private spare: Spare | undefined;

  readonly desk = new Desk(this, () => this.readOnly);
  private readonly internals = this.attachInternals();
  private readonly fingerprint = new PrintedFingerprint(this, this.desk, () => this.performUpdate());
  private readonly embedding = new Embedding(this.desk, (file) => this.open(file));
  /** What happened, at the head; beside the export, how that went; and what the one polite live region says, also a field's error. */
  private news = '';
  private done = '';
  private spoken = '';
  private told: Pick<Desk, 'state' | 'live'> | undefined;

  constructor() {
    super();
    this.noDraft = this.readOnly = this.failed = this.off = false;
    new LangController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.embedding.connect();
    const wished = this.getAttribute('lang');
    if (wished !== null) setLang(wished.startsWith('en') ? 'en' : 'zh-CN', false);
    if (this.noDraft) this.desk.saver.state = 'off';
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.embedding.disconnect();
  }

  private async start(): Promise<void> {
    const who = addressedTo(presetOf(this));
    if (who !== undefined && this.incoming === undefined && (await this.begin(who))) return;
    try {
      this.schemes = await allSchemes();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('origin')) this.embedding.configure(this.origin);
    // A scheme that was just opened on this page: it was not at hand when the list was made.
    if (this.hasUpdated && changed.has('scheme') && this.desk.state === undefined) void this.start();
    const first = changed.has('incoming') ? this.incoming?.[0] : undefined;
    if (first !== undefined) void this.open(first);
  }

  override render(): TemplateResult {
    const { desk } = this;
    const opening = this.opening && renderRefused(this.opening);
    const region = html`<div class="visually-hidden" role="status" aria-live="polite">${this.spoken}</div>`;
    if (desk.state === undefined) {
      const body = renderEmptyDesk({
        failed: this.failed,
        schemes: this.schemes,
        preset: presetOf(this),
        noDraft: this.noDraft,
        retry: () => void this.start(),
        begin: (who) => void this.begin(who).then(this.toHeading),
        resume: this.resume,
        pick: this.pick,
      });
      return html`${region}${opening}${body}`;
    }
    // Looked at anew each time: what has been mended leaves the list.
    const found = this.found && hindrances(desk, this.found.file);
    const summary = found && isHindered(found) ? renderErrorSummary(desk, found, this.goTo, () => void this.export(true)) : nothing;
    return html`${region}${opening}${summary}${renderForm({
      desk,
      disabled: this.off,
      readOnly: this.readOnly,
      markMissing: this.found !== undefined,
      fingerprint: this.fingerprint.value,
      news: this.news,
      done: this.done,
      spare: this.spare,
      noDraft: this.noDraft,
      openSteps: this.openSteps,
      announce: this.announceField,
      next: this.next,
      goTo: this.goTo,
      export: () => void this.export(false),
      pick: this.pick,
      print: () => window.print(),
      restart: this.restart,
      beginAnew: this.beginAnew,
      clear: this.clear,
      setPublic: this.setPublic,
    })}`;
  }

  override updated(): void {
    const { state, live } = this.desk;
    if (this.told?.state === state && this.told?.live === live) return;
    this.told = { state, live };
    const detail = report(this.internals, this.desk, (criterion) => fieldOf(this.renderRoot, criterion));
    if (detail === undefined) return;
    this.dispatchEvent(new CustomEvent('kaohe-change', { detail, bubbles: true, composed: true }));
    this.embedding.tell({ kaohe: 'change', ...detail });
  }

  // What the browser asks of a form control.
  formResetCallback(): void {
    void this.desk.clearDraft().finally(() => this.start());
  }
  formDisabledCallback(disabled: boolean): void {
    this.off = disabled;
  }
  formStateRestoreCallback(text: string): void {
    const state = parseState(text)?.state;
    if (state !== undefined) void this.desk.restore(state);
  }

  private async begin(who: Who): Promise<boolean> {
    const begun = await this.desk.begin(who).catch(() => false);
    if (begun) this.announceWho(who);
    return begun;
  }

  private announceWho(detail: Who): void {
    if (this.readOnly) return;
    this.dispatchEvent(new CustomEvent('kaohe-who', { detail, bubbles: true, composed: true }));
  }

  async open(file: NamedFile): Promise<boolean> {
    const bytes = await new OldEncoding(() => this.renderRoot, false).read(file.name, file.bytes);
    const { opened, problems, spare } = await openOnto(this.desk, { name: file.name, bytes }, this.renderRoot);
    this.opening = problems.length === 0 ? undefined : { name: file.name, problems };
    if (this.desk.state === undefined) await this.start();
    // Also of the form that stayed: whoever handed the file over may have forgotten it.
    else this.announceWho(whoOf(this.desk.state));
    if (!opened) return false;
    this.found = undefined;
    this.spare = spare;
    this.say(spare === undefined ? t('form.imported', { name: file.name }) : '');
    return true;
  }

  /** Offers the file. With gaps it first shows them, unless the person has decided. */
  async export(anyway: boolean): Promise<void> {
    const { desk } = this;
    if (this.readOnly) return;
    this.found = undefined;
    const found = hindrances(desk);
    if (!anyway && isHindered(found)) return this.hinder(found);
    const result = await desk.write();
    if (Array.isArray(result)) return this.hinder(hindrances(desk, result));
    const event = new CustomEvent('kaohe-export', { detail: { name: result.name, text: result.text }, bubbles: true, composed: true, cancelable: true });
    if (this.dispatchEvent(event)) download(result.name, result.text);
    desk.exported();
    this.say('', t(result.raw ? 'form.exportedRaw' : 'form.exported', { name: result.name }));
    await this.updateComplete;
    // The list that it was pressed in is gone; how it went stands by the other button.
    if (anyway) this.renderRoot.querySelector<HTMLElement>('#export')?.focus();
  }

  private async hinder(found: Hindrances): Promise<void> {
    this.desk.touchAll();
    this.found = found;
    await toSummary(this);
  }

  private pick = async (): Promise<void> => {
    const [file] = await pickFiles('.json,application/json');
    if (file === undefined) return;
    // A sheet or a scheme is the page's business, if there is one around us that takes it.
    if (this.dispatchEvent(new CustomEvent('kaohe-files', { detail: [file], bubbles: true, composed: true, cancelable: true })) && (await this.open(file))) await this.toHeading();
  };

  /** A draft chosen in the list: here the form itself is where to go. */
  private resume = (event: CustomEvent<Resumed>): void => {
    event.stopPropagation();
    void this.begin({ ...event.detail.params, subjectName: '', raterName: '', date: today() }).then(this.toHeading);
  };

  private restart = async (): Promise<void> => {
    const { state, saver } = this.desk;
    await saver.flush();
    if (state !== undefined && !state.exported && hasContent(state)) {
      const text = saver.state === 'saved' ? t('form.restartKept') : t('form.restartText');
      if (!(await askConfirm({ title: t('form.restartAsk'), text, yes: t('form.restartYes') }, this.renderRoot))) return;
    }
    this.empty();
  };

  private beginAnew = async (): Promise<void> => {
    if (this.spare === undefined || !(await beginAnew(this.desk, this.spare, this.renderRoot))) return;
    this.found = this.spare = undefined;
    await this.toHeading();
  };

  private clear = async (): Promise<void> => {
    if (!(await askConfirm({ title: t('form.clearAsk'), text: t('form.clearText'), yes: t('form.clearYes'), danger: true }, this.renderRoot))) return;
    await this.desk.clearDraft().catch(() => this.say(t('start.clearFailed')));
    this.empty();
  };

  private empty(): void {
    this.desk.takeAway();
    this.found = this.incoming = this.spare = undefined;
    this.subject = this.subjectName = this.role = this.raterRole = null;
    this.dispatchEvent(new CustomEvent('kaohe-emptied', { bubbles: true, composed: true }));
    void this.start().then(this.toHeading);
  }

  private setPublic = (on: boolean): void => {
    if (on) void this.desk.turnOff();
    else this.desk.saver.turnOn();
  };

  private goTo = (criterion: string): void => fieldOf(this.renderRoot, criterion)?.focus();
  private next = (criterion: string): void => toNextField(this.renderRoot, this.desk.state!, criterion);
  private openSteps = (): void => toSteps(this.renderRoot);
  private toHeading = (): Promise<void> => toHeading(this);

  private announceField = (criterion: string): void => {
    const problem = this.desk.live?.readings.get(criterion)?.problem;
    this.spoken = problem === undefined ? '' : problemText(problem);
    this.requestUpdate();
  };

  private say(news: string, done = ''): void {
    this.news = this.spoken = news;
    this.done = done;
    this.requestUpdate();
  }

  static override styles = formStyles;
}

customElements.get('kaohe-form') ?? customElements.define('kaohe-form', KaoheForm);
