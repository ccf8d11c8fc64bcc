// <kaohe-form>: one form for one subject, as an element that any page can hold.
//
//   <kaohe-form scheme="s9-csr-form" rater-role="peer" subject="E001" rater="E002" period="2026-10"></kaohe-form>
//
// Inside a <form> it submits its file under its name, and is invalid until that form is complete. Events (bubbling, composed):
// `kaohe-change` after each change, `kaohe-export` with {name, text} before a file is offered (preventDefault takes the file over),
// `kaohe-who` once addressed, `kaohe-error` when the engine does not start.
import { html, nothing, type TemplateResult } from 'lit';
import { download, pickFiles, type NamedFile } from '../kit/files.ts';
import { OldEncoding } from '../kit/old-encoding.ts';
import { problemText } from '../kit/problems.ts';
import { schemesAtHand } from '../kit/schemes.ts';
import { LangController, setLang, t } from '../kit/texts.ts';
import { Address, addressProperties, type Named } from './address.ts';
import { ControlElement } from './control-element.ts';
import { Desk } from './desk.ts';
import { Embedding } from './embedding.ts';
import { hindrances, isHindered, renderErrorSummary, type Hindrances } from './error-summary.ts';
import { fieldOf, toHeading, toNextField, toSteps, toSummary } from './focus.ts';
import { Following } from './following.ts';
import type { Asked, Change } from './form-control.ts';
import { parseState, whoOf, type Who } from './form-state.ts';
import { formStyles } from './form-styles.ts';
import { renderForm } from './form-view.ts';
import { mayClear, mayRestart } from './parting.ts';
import { PrintedFingerprint } from './printed-fingerprint.ts';
import { renderSetAside, type Aside } from './set-aside.ts';
import { renderEmptyDesk, type Resumed } from './empty-desk.ts';
import { beginAnew, openOnto, renderRefused, type Refused, type Spare } from './opening.ts';

// Lit defines these properties, from the table below.
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export interface KaoheForm extends Named {}
export class KaoheForm extends ControlElement {
  static override properties = {
    ...addressProperties,
    origin: {},
    noDraft: { type: Boolean, attribute: 'no-draft' },
    readOnly: { type: Boolean, attribute: 'readonly', reflect: true },
    incoming: { attribute: false },
    off: { state: true },
    found: { state: true },
    opening: { state: true },
    spare: { state: true },
  };
  declare origin: string | null;
  declare noDraft: boolean;
  /** Only to look at and to print: no editing, no draft, no export. */
  declare readOnly: boolean;
  /** Files handed over by the page around the element; the first is opened. */
  declare incoming: NamedFile[] | undefined;
  declare private found: Hindrances | undefined;
  declare private opening: Refused | undefined;
  declare private off: boolean;
  declare private spare: Spare | undefined;

  readonly desk = new Desk(this, () => this.readOnly);
  private readonly address = new Address(this);
  private readonly following = new Following(this.desk, this.address, {
    left: () => this.forgetForm(),
    arrived: () => this.announceWho(),
    draw: () => this.requestUpdate(),
  });
  private readonly fingerprint = new PrintedFingerprint(this, this.desk, () => this.performUpdate());
  private readonly embedding = new Embedding(this.desk, (file) => this.open(file));
  /** What happened, at the head; beside the export, how that went; and what the one polite live region says, also a field's error. */
  private news = '';
  private done = '';
  private spoken = '';

  constructor() {
    super();
    this.noDraft = this.readOnly = this.off = false;
    new LangController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.embedding.connect();
    const wished = this.getAttribute('lang');
    if (wished !== null) setLang(wished.startsWith('en') ? 'en' : 'zh-CN', false);
    schemesAtHand.addEventListener('change', this.lookAgain);
    void this.following.soon();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.embedding.disconnect();
    schemesAtHand.removeEventListener('change', this.lookAgain);
  }

  /** Every setter comes here. What it names from now on is not what is on the desk: nothing of that may be submitted any more. */
  override requestUpdate(property?: PropertyKey, before?: unknown, ...more: never[]): void {
    super.requestUpdate(property, before, ...more);
    if (property === undefined || this.address?.hears(property, this[property as keyof this] !== before) !== true || !this.isConnected)
      return;
    this.following.ask();
    this.report();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('origin')) this.embedding.configure(this.origin);
    if (this.noDraft && changed.has('noDraft')) this.desk.saver.state = 'off';
    const first = changed.has('incoming') ? this.incoming?.[0] : undefined;
    if (first !== undefined) void this.open(first);
  }

  override render(): TemplateResult {
    const { desk } = this;
    const opening = this.opening && renderRefused(this.opening);
    const region = html`<div class="visually-hidden" role="status" aria-live="polite">${this.spoken}</div>`;
    if (desk.state === undefined) {
      const { failure, refused, schemes, coming } = this.following;
      const body = renderEmptyDesk({
        failure,
        refused,
        unknownScheme: this.unknownScheme,
        // Where a form is on its way there is nothing to be asked.
        schemes: coming && this.address.who !== undefined ? undefined : schemes,
        preset: this.address.given,
        noDraft: this.noDraft,
        retry: () => void this.following.soon(),
        begin: this.begin,
        resume: this.resume,
        pick: this.pick,
      });
      return html`${region}${opening}${renderSetAside(desk.aside.all, this.goBack)}${body}`;
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
      goBack: this.goBack,
      clear: this.clear,
      setPublic: this.setPublic,
    })}`;
  }

  protected override asked(): Asked {
    const { failure, refused, coming } = this.following;
    return {
      who: this.address.who,
      failure: failure ?? this.desk.failure,
      refused,
      coming,
      unknownScheme: this.unknownScheme,
      readOnly: this.readOnly,
    };
  }

  protected override changed(detail: Change): void {
    this.embedding.tell({ kaohe: 'change', ...detail });
  }

  private get unknownScheme(): string | undefined {
    const { scheme } = this.address.given;
    return this.following.schemes?.some((one) => one.scheme.id === scheme) === false ? scheme : undefined;
  }

  // What the browser asks of a form control.
  formResetCallback(): void {
    this.forgetForm();
    void this.desk
      .clearDraft()
      .catch(() => undefined)
      .then(() => this.following.soon());
    this.report();
  }
  formDisabledCallback(disabled: boolean): void {
    this.off = disabled;
  }
  formStateRestoreCallback(text: string): void {
    const state = parseState(text)?.state;
    if (state !== undefined) void this.following.restore(state);
  }

  private begin = (who: Who): void => {
    this.address.writeWho(who);
    void this.following.soon().then(this.toHeading);
  };

  private announceWho(): void {
    if (!this.readOnly) this.tell('kaohe-who', whoOf(this.desk.state!));
  }

  /** What was said about the form that was on the desk. */
  private forgetForm(): void {
    this.found = this.spare = this.opening = undefined;
    this.say('');
  }

  open(file: NamedFile): Promise<boolean> {
    return this.following.bring(() => this.openHere(file));
  }

  private async openHere(file: NamedFile): Promise<boolean> {
    const bytes = await new OldEncoding(() => this.renderRoot, false).read(file.name, file.bytes);
    const { opened, problems, spare } = await openOnto(this.desk, { name: file.name, bytes }, this.renderRoot);
    this.opening = problems.length === 0 ? undefined : { name: file.name, problems };
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
    const event = new CustomEvent('kaohe-export', {
      detail: { name: result.name, text: result.text },
      bubbles: true,
      composed: true,
      cancelable: true,
    });
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
    if (
      this.dispatchEvent(new CustomEvent('kaohe-files', { detail: [file], bubbles: true, composed: true, cancelable: true })) &&
      (await this.open(file))
    )
      await this.toHeading();
  };

  /** A draft chosen in the list: here the form itself is where to go. */
  private resume = (event: CustomEvent<Resumed>): void => {
    event.stopPropagation();
    const { role: raterRole, ...params } = event.detail.params;
    this.address.write({ ...params, raterRole, subjectName: null, raterName: null });
    void this.following.soon().then(this.toHeading);
  };

  private goBack = ({ state }: Aside): void => this.begin(whoOf(state));

  private restart = async (): Promise<void> => {
    if (await mayRestart(this.desk, this.renderRoot)) this.empty();
  };

  private beginAnew = async (): Promise<void> => {
    if (this.spare === undefined || !(await beginAnew(this.desk, this.spare, this.renderRoot))) return;
    this.found = this.spare = undefined;
    await this.toHeading();
  };

  private clear = async (): Promise<void> => {
    if (!(await mayClear(this.renderRoot))) return;
    await this.desk.clearDraft().catch(() => this.say(t('start.clearFailed')));
    this.empty();
  };

  private empty(): void {
    this.desk.takeAway();
    this.forgetForm();
    this.incoming = undefined;
    this.address.write({ subject: null, subjectName: null, raterRole: null });
    this.tell('kaohe-emptied');
    void this.following.soon().then(this.toHeading);
  }

  private setPublic = (on: boolean): void => {
    if (on) void this.desk.turnOff();
    else this.desk.saver.turnOn();
  };

  private lookAgain = (): void => {
    if (this.desk.state === undefined) void this.following.soon();
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

/** Elements that stand in the page already start now. */
export function defineForm(): void {
  customElements.get('kaohe-form') ?? customElements.define('kaohe-form', KaoheForm);
}
