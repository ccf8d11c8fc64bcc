// Talking to a page on another origin that shows the form in a frame. Nothing is heard or said unless the page that
// hosts the element has named that origin; the address cannot name it, or any page could frame the form and read it.
import type { NamedFile } from '../kit/files.ts';
import type { Desk } from './desk.ts';

export interface Spoken {
  kaohe: 'load' | 'export';
  form?: string;
}

export class Embedding {
  private origin = '';

  constructor(
    private desk: Desk,
    private open: (file: NamedFile) => Promise<boolean>,
  ) {}

  configure(origin: string | null): void {
    // "*" is no origin: the promise is one named page.
    this.origin = origin === null || origin === '*' ? '' : origin;
  }

  connect(): void {
    addEventListener('message', this.hear);
  }

  disconnect(): void {
    removeEventListener('message', this.hear);
  }

  /** Tells the framing page of a change, if it is the named one: the browser withholds it from any other. */
  tell(message: object): void {
    if (this.origin !== '' && window.parent !== window) window.parent.postMessage(message, this.origin);
  }

  private hear = (event: MessageEvent<unknown>): void => {
    if (this.origin === '' || event.origin !== this.origin || event.source === null) return;
    const message = event.data as Partial<Spoken> | null;
    if (typeof message !== 'object' || (message?.kaohe !== 'load' && message?.kaohe !== 'export')) return;
    const { source } = event;
    void this.answer(message as Spoken).then((answer) => {
      if (answer !== undefined) (source as Window).postMessage(answer, this.origin);
    });
  };

  private async answer({ kaohe, form }: Spoken): Promise<object | undefined> {
    if (kaohe === 'load' && typeof form === 'string')
      return { kaohe: 'loaded', ok: await this.open({ name: '', bytes: new TextEncoder().encode(form) }) };
    if (kaohe !== 'export' || this.desk.state === undefined) return undefined;
    const result = await this.desk.write();
    return Array.isArray(result) ? { kaohe: 'refused', problems: result } : { kaohe: 'form', name: result.name, form: result.text };
  }
}
