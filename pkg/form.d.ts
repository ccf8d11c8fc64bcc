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
  /** Opens a form file; false when it was refused or the person kept what is there. */
  open(file: { name: string; bytes: Uint8Array }): Promise<boolean>;
  /** Offers the form as a file; with `anyway` also when scores are missing. */
  export(anyway: boolean): Promise<void>;
}

/** Makes a scheme file's text available to the element's `scheme` attribute. */
export function openScheme(text: string): Promise<{ ok: boolean; problems?: object[] }>;
export function setLang(lang: 'zh-CN' | 'en', remember?: boolean): void;

declare global {
  interface HTMLElementTagNameMap {
    'kaohe-form': KaoheForm;
  }
}
