// A question before something that cannot be taken back. The browser's own <dialog> brings focus and Escape with it.
import { html, render } from 'lit';
import { t } from './texts.ts';

export interface Question {
  title: string;
  text?: unknown;
  yes: string;
  no?: string;
  danger?: boolean;
}

/** Asks inside `root`, so that the component's styles apply. Escape is "no". */
export function askConfirm(question: Question, root: ParentNode & Node = document.body): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'question';
  dialog.setAttribute('aria-labelledby', 'question-title');
  // The keyboard starts on what changes nothing, and the next Tab comes to what was asked for.
  render(
    html`<form method="dialog">
      <h2 id="question-title">${question.title}</h2>
      ${question.text === undefined ? '' : html`<div class="question-text">${question.text}</div>`}
      <div class="actions">
        <button value="no" autofocus>${question.no ?? t('dialog.cancel')}</button>
        <button class=${question.danger ? 'danger' : 'primary'} value="yes">${question.yes}</button>
      </div>
    </form>`,
    dialog,
  );
  dialog.addEventListener('keydown', (event) => keepInside(dialog, event));
  root.appendChild(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
    dialog.showModal();
  });
}

/** Left to itself the Tab key goes from the last button to the browser's own, and past the question. */
function keepInside(dialog: HTMLDialogElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const stops = [...dialog.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]')];
  const [first, last] = [stops[0]!, stops.at(-1)!];
  const at = event.shiftKey ? first : last;
  if ((dialog.getRootNode() as Document | ShadowRoot).activeElement !== at) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
