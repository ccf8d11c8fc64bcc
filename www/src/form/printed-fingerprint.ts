// Paper names the file it belongs to. The event leaves no time to wait, so the engine must be running already.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Desk } from './desk.ts';
import { hasContent } from './form-state.ts';

export class PrintedFingerprint implements ReactiveController {
  value = '';

  constructor(
    private host: ReactiveControllerHost,
    private desk: Desk,
    private drawNow: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.print);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.print);
  }

  private print = (): void => {
    const { state } = this.desk;
    // Of an empty form there is none: what is written on it by hand stands in no file.
    this.value = (state && hasContent(state) && this.desk.fingerprintNow()) || '';
    this.host.requestUpdate();
    this.drawNow();
  };
}
