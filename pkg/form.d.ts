/** `<kaohe-form>`: see README. Importing the module defines the element. */
export class KaoheForm extends HTMLElement {
  scheme: string | null;
  raterRole: string | null;
  subject: string | null;
  subjectName: string | null;
  rater: string | null;
  raterName: string | null;
  period: string | null;
  origin: string | null;
  noDraft: boolean;
  /** Only to look at and to print. */
  readOnly: boolean;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  /** Why it is not valid, in the reader's words. */
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /** Opens a form file; false when it was refused or the person kept what is there. */
  open(file: { name: string; bytes: Uint8Array }): Promise<boolean>;
  /** Offers the form as a file; with `anyway` also when scores are missing. */
  export(anyway: boolean): Promise<void>;
}

/** Makes a scheme file's text available to the element's `scheme` attribute. */
export function openScheme(text: string): Promise<{ ok: boolean; problems?: object[] }>;
export function setLang(lang: 'zh-CN' | 'en', remember?: boolean): void;

/** The detail of `kaohe-change`. */
export interface KaoheChange {
  /** The form that the properties name is there, and all of it is scored. */
  complete: boolean;
  missing: string[];
  /** Of a form that covers the whole. */
  total?: string | undefined;
  grade?: string | undefined;
  /** Of a form that is but a part: the points of the total that it decides, perhaps a fraction (`"251/3"`). */
  decides?: string | undefined;
}

/** The detail of `kaohe-error`: why the engine did not start. */
export interface KaoheError {
  reason: 'engine-not-found' | 'engine-unreachable' | 'engine-file-wrong' | 'blocked-by-policy' | 'browser-too-old' | 'engine-failed';
  message: string;
  /** Where the engine's file was looked for, and what the server answered. */
  address?: string;
  status?: number;
}

declare global {
  interface HTMLElementEventMap {
    'kaohe-change': CustomEvent<KaoheChange>;
    'kaohe-error': CustomEvent<KaoheError>;
  }
  interface HTMLElementTagNameMap {
    'kaohe-form': KaoheForm;
  }
}
