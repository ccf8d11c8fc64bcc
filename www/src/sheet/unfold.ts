// Whoever prints gets the whole derivation: paper cannot be opened, and the sum is redone with a calculator.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class UnfoldForPrint implements ReactiveController {
  #opened: HTMLDetailsElement[] = [];

  constructor(private host: ReactiveControllerHost & { renderRoot: ParentNode }) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#open);
    addEventListener('afterprint', this.#close);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#open);
    removeEventListener('afterprint', this.#close);
  }

  #open = (): void => {
    this.#opened = [...this.host.renderRoot.querySelectorAll<HTMLDetailsElement>('details.how, details.how details')].filter(
      (one) => !one.open,
    );
    for (const one of this.#opened) one.open = true;
  };

  /** The screen is left as it was. */
  #close = (): void => {
    for (const one of this.#opened) one.open = false;
    this.#opened = [];
  };
}
