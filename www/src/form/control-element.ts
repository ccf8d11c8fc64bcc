// An element that a <form> takes for one of its controls: what the browser and scripts ask of an <input> can be asked of it.
import { LitElement } from 'lit';
import type { Desk } from './desk.ts';
import { report, type Asked, type Change } from './form-control.ts';

export abstract class ControlElement extends LitElement {
  static formAssociated = true;
  abstract readonly desk: Desk;
  private readonly internals = this.attachInternals();
  private told: (Pick<Desk, 'state' | 'live'> & Pick<Change, 'complete'>) | undefined;
  private toldFailure: Desk['failure'];
  private around: HTMLFormElement | null = null;

  protected abstract asked(): Asked;
  /** After `kaohe-change`. */
  protected abstract changed(detail: Change): void;

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.around?.removeEventListener('submit', this.handIn);
    this.around = form;
    form?.addEventListener('submit', this.handIn);
  }

  /** The value that goes with it is the form as it is now. */
  private handIn = (): void => {
    if (this.validity.valid) this.desk.handedIn = this.desk.state;
  };

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  get validity(): ValidityState {
    return this.internals.validity;
  }
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  protected report(): Change {
    return report(this.internals, this.desk, this.asked(), this.renderRoot ?? this);
  }

  protected tell(event: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }));
  }

  override updated(): void {
    const { state, live } = this.desk;
    const detail = this.report();
    this.tellFailure(this.asked().failure);
    const { told } = this;
    if (told !== undefined && told.state === state && told.live === live && told.complete === detail.complete) return;
    this.told = { state, live, complete: detail.complete };
    this.tell('kaohe-change', detail);
    this.changed(detail);
  }

  private tellFailure(failure: Desk['failure']): void {
    if (failure !== undefined && failure !== this.toldFailure) {
      const {
        reason,
        message,
        found: { address, status },
      } = failure;
      this.tell('kaohe-error', {
        reason,
        message,
        ...(address === undefined ? {} : { address }),
        ...(status === undefined ? {} : { status }),
      });
    }
    this.toldFailure = failure;
  }
}
