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
  render(
    html`<form method="dialog">
      <h2 id="question-title">${question.title}</h2>
      ${question.text === undefined ? '' : html`<div class="question-text">${question.text}</div>`}
      <div class="actions">
        <button class=${question.danger ? 'danger' : 'primary'} value="yes">${question.yes}</button>
        <button value="no" autofocus>${question.no ?? t('dialog.cancel')}</button>
      </div>
    </form>`,
    dialog,
  );
  root.appendChild(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
    dialog.showModal();
  });
}
