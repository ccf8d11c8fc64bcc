// One style sheet for every shadow root: calm, dense, legible. Custom properties inherit through shadow borders, so an
// embedding page can set the tokens on <kaohe-form> itself.
import { css } from 'lit';
import { forced } from './forced-colors.ts';
import { paper } from './print-styles.ts';

export const tokens = css`
  :host {
    --ink: var(--kaohe-ink, #1a2330);
    --soft: var(--kaohe-soft, #4a5668);
    --line: var(--kaohe-line, #c9d0da);
    --paper: var(--kaohe-paper, #ffffff);
    --ground: var(--kaohe-ground, #f3f5f8);
    --accent: var(--kaohe-accent, #0a58a6);
    --accent-ground: #e8f1fb;
    --bad: #b3201a;
    --bad-ground: #fdecea;
    --good: #17693a;
    --note-ground: #fff6df;
    --warn: #7a4d00;
    color: var(--ink);
    font:
      15px / 1.55 system-ui,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Noto Sans SC',
      'Source Han Sans SC',
      sans-serif;
    font-variant-numeric: tabular-nums;
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
`;

const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1 {
    font-size: 1.5rem;
    line-height: 1.3;
    margin: 0 0 0.4rem;
  }
  h2 {
    font-size: 1.15rem;
    line-height: 1.35;
    margin: 0 0 0.4rem;
  }
  h3 {
    font-size: 1rem;
    margin: 0 0 0.3rem;
  }
  p {
    margin: 0 0 0.6rem;
    max-width: 46em;
  }
  a {
    color: var(--accent);
  }
  small,
  .hint {
    color: var(--soft);
    font-size: 0.87rem;
  }
  .panel {
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 6px;
    padding: 1rem 1.1rem;
    margin: 0 0 1rem;
  }
  .panel > :last-child,
  .note > :last-child {
    margin-bottom: 0;
  }
  .note {
    background: var(--note-ground);
    border-left: 4px solid #b87a00;
    padding: 0.5rem 0.8rem;
    margin: 0 0 1rem;
  }
  button,
  .button {
    font: inherit;
    color: var(--accent);
    background: var(--paper);
    border: 1px solid var(--accent);
    border-radius: 5px;
    padding: 0.4rem 0.9rem;
    min-height: 2.4rem;
    cursor: pointer;
    text-decoration: none;
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
  }
  /* :where adds no weight, or this would win over every kind of button. */
  button:where(:not([disabled])):hover {
    background: var(--accent-ground);
  }
  button.primary,
  .button.primary {
    color: #fff;
    background: var(--accent);
  }
  button.primary:where(:not([disabled])):hover {
    background: #084684;
  }
  button.danger {
    color: #fff;
    background: var(--bad);
    border-color: var(--bad);
  }
  button.link {
    border: 0;
    padding: 0;
    min-height: 0;
    background: none;
    text-decoration: underline;
  }
  button[disabled] {
    color: var(--soft);
    border-color: var(--line);
    background: var(--ground);
    cursor: not-allowed;
  }
  :focus-visible {
    outline: 3px solid #ffbf00;
    outline-offset: 1px;
    box-shadow: 0 0 0 5px #1a2330;
  }
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    background: var(--paper);
    border: 1px solid #6b7789;
    border-radius: 4px;
    padding: 0.35rem 0.5rem;
    min-height: 2.4rem;
    max-width: 100%;
  }
  input[type='checkbox'],
  input[type='radio'] {
    min-height: 0;
    width: 1.15rem;
    height: 1.15rem;
    margin: 0 0.45rem 0 0;
    vertical-align: -0.2rem;
  }
  textarea {
    min-height: 4.2em;
    width: 100%;
    resize: vertical;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--bad);
  }
  .error {
    color: var(--bad);
    font-weight: 600;
    display: block;
    margin: 0.2rem 0 0;
  }
  .field {
    display: block;
    margin: 0 0 0.8rem;
  }
  .field > label,
  .label {
    display: block;
    font-weight: 600;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    align-items: center;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  bdi,
  .people-text {
    overflow-wrap: anywhere;
  }
`;

const pieces = css`
  .error-summary {
    border: 3px solid var(--bad);
    border-radius: 6px;
    background: var(--paper);
    padding: 0.8rem 1rem;
    margin: 0 0 1rem;
  }
  .error-summary a {
    color: var(--bad);
    font-weight: 600;
  }
  ul.problems {
    margin: 0.3rem 0 0.8rem;
    padding-left: 1.2rem;
  }
  ul.problems .error {
    display: list-item;
    font-weight: 400;
  }
  .save.saved {
    color: var(--good);
  }
  .save.failed {
    color: #fff;
    background: var(--bad);
    padding: 0.15rem 0.5rem;
    border-radius: 4px;
  }
  .save.off {
    color: var(--warn);
  }
  ul.steps {
    list-style: none;
    margin: 0;
    padding: 0 0 0 1rem;
    border-left: 2px solid var(--line);
  }
  ul.steps .step {
    margin: 0.15rem 0;
  }
  ul.steps summary {
    cursor: pointer;
  }
  ul.steps .figures {
    color: var(--soft);
  }
  ul.steps .value {
    font-weight: 600;
    white-space: nowrap;
  }
  dialog.question {
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 1.2rem;
    width: min(30rem, calc(100vw - 2rem));
    color: inherit;
  }
  dialog.question::backdrop {
    background: rgb(26 35 48 / 55%);
  }
  .question-text {
    margin: 0 0 1rem;
  }
  .question .preview {
    border: 1px solid var(--line);
    background: var(--ground);
    padding: 0.5rem 0.7rem;
    max-height: 12rem;
    overflow: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    font: inherit;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    background: var(--paper);
  }
  caption {
    text-align: left;
    font-weight: 600;
    padding: 0.3rem 0;
  }
  th,
  td {
    border: 1px solid var(--line);
    padding: 0.3rem 0.5rem;
    text-align: left;
    vertical-align: top;
  }
  th {
    background: var(--ground);
    font-weight: 600;
  }
  td.figure,
  th.figure {
    text-align: right;
    white-space: nowrap;
  }
  .print-only {
    display: none;
  }
`;

export const shared = [tokens, controls, pieces, forced, paper];
