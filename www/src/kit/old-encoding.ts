// Files that an older Chinese editor or Excel wrote in GBK. Nothing in such bytes says so, and read wrongly they would still be
// some text: so the person sees a piece of it first, and only then it is taken, as UTF-8.
import { html } from 'lit';
import { askConfirm } from './dialog.ts';
import { foreignFile } from './foreign-file.ts';
import { t } from './texts.ts';

const PREVIEW = 300;
/** A little of what stands before the first Chinese sign, so that one sees where it is. */
const BEFORE = 40;

/** The files of one drop; a file that is read twice is asked about once. */
export class OldEncoding {
  #taken = new Map<string, boolean>();
  #rest: boolean | undefined;

  constructor(
    private root: () => ParentNode & Node,
    private several: boolean,
  ) {}

  /** The bytes as they are, or in UTF-8 if they were GBK and the person saw that it reads well. */
  async read(name: string, bytes: Uint8Array): Promise<Uint8Array> {
    const text = foreignFile(bytes) ? undefined : oldText(bytes);
    if (text === undefined) return bytes;
    const taken = this.#taken.get(name) ?? this.#rest ?? (await this.#ask(name, text));
    this.#taken.set(name, taken);
    return taken ? new TextEncoder().encode(text) : bytes;
  }

  async #ask(name: string, text: string): Promise<boolean> {
    let rest = false;
    const taken = await askConfirm(
      {
        title: t('encoding.title'),
        text: html`<p>${t('encoding.text')}</p>
          <p><bdi>${name}</bdi></p>
          <pre class="preview" tabindex="0" role="group" aria-label=${t('encoding.preview')}>${piece(text)}</pre>
          ${
            this.several
              ? html`<label><input type="checkbox" @change=${(event: Event) => (rest = (event.target as HTMLInputElement).checked)} />${t('encoding.rest')}</label>`
              : ''
          }`,
        yes: t('encoding.yes'),
        no: t('encoding.no'),
      },
      this.root(),
    );
    if (rest) this.#rest = taken;
    return taken;
  }
}

/** What the bytes say in GBK, if they are neither UTF-8 nor UTF-16 with its mark. */
export function oldText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return undefined;
  return decoded('utf-8', bytes) === undefined ? decoded('gb18030', bytes) : undefined;
}

function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** From the first sign on that the encoding decides about. */
function piece(text: string): string {
  const from = Math.max(0, text.search(/[^\u0000-\u007f]/) - BEFORE);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + PREVIEW)}${from + PREVIEW < text.length ? '…' : ''}`;
}
