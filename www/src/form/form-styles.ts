import { css } from 'lit';
import { shared } from '../kit/styles.ts';
import { formPaper } from './form-print-styles.ts';

const form = css`
  .head {
    margin-bottom: 0.8rem;
  }
  dl.who {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.8rem;
    margin: 0.4rem 0 0.7rem;
  }
  dl.who div {
    display: flex;
    gap: 0.5rem;
  }
  dl.who dt {
    color: var(--soft);
  }
  dl.who dd {
    margin: 0;
    font-weight: 600;
  }
  .panel.file {
    border: 2px dashed var(--line);
    max-width: 47rem;
  }
  .section > header {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 1rem;
  }
  .section .hint {
    margin-bottom: 0.3rem;
  }
  ol.rows {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 15rem minmax(0, 15rem);
    gap: 0.3rem 1rem;
    padding: 0.55rem 0;
    border-top: 1px solid var(--line);
    break-inside: avoid;
  }
  .row.wrong {
    box-shadow: -4px 0 0 var(--bad);
    padding-left: 0.5rem;
  }
  .row .name {
    font-weight: 600;
    display: block;
  }
  .row .help {
    display: block;
  }
  .score input {
    width: 6.5rem;
    text-align: right;
    font-size: 1.1rem;
  }
  .score input,
  .comment textarea {
    /* Tabbing along must not end behind the bar. */
    scroll-margin: 6rem 0 7rem;
  }
  .level {
    display: flex;
    align-items: baseline;
    padding: 0.2rem 0;
    cursor: pointer;
  }
  .level input {
    flex: none;
    width: 1.15rem;
  }
  .score .level .max {
    margin-left: 0.2rem;
  }
  .score .levels-printed + .max {
    display: block;
    margin: 0;
  }
  .preset {
    display: block;
  }
  .below {
    display: block;
    margin-top: 0.4rem;
  }
  .score .max {
    margin-left: 0.5rem;
    color: var(--soft);
    white-space: nowrap;
  }
  .tidied {
    display: block;
    color: var(--warn);
  }
  [readonly] {
    background: var(--ground);
  }
  .comment textarea {
    min-height: 2.4rem;
    field-sizing: content;
    max-height: 14rem;
  }
  button.big {
    font-size: 1.35rem;
    font-weight: 700;
  }
  .bar {
    position: sticky;
    bottom: 0;
    z-index: 2;
    background: var(--paper);
    border: 1px solid var(--line);
    border-top: 3px solid var(--accent);
    border-radius: 6px 6px 0 0;
    padding: 0.5rem 1rem;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.2rem 1.5rem;
    margin-bottom: 1rem;
  }
  .totals {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.2rem 1.5rem;
  }
  .missing {
    margin-bottom: 0.9rem;
  }
  .missing ul {
    display: inline;
    padding: 0;
  }
  .missing li {
    display: inline-block;
    margin: 0.1rem 0.8rem 0.1rem 0;
  }
  .done {
    color: var(--good);
    font-weight: 600;
  }
  .news {
    color: var(--good);
    font-weight: 600;
  }
  .actions + [role='status'] .news {
    margin: 0.6rem 0 0;
  }
  summary {
    cursor: pointer;
  }
  summary h2 {
    display: inline;
  }
  .how .hint {
    margin-top: 0.4rem;
  }
  dl.grades dt {
    font-weight: 600;
  }
  dl.grades dd {
    margin: 0 0 0.3rem;
  }
  @media (max-width: 56rem) {
    .row {
      grid-template-columns: minmax(0, 1fr) 15rem;
    }
    .comment {
      grid-column: 1 / -1;
    }
  }
  @media (max-width: 36rem) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .panel {
      padding: 0.8rem;
    }
    .bar {
      padding: 0.35rem 0.7rem;
      font-size: 0.92rem;
    }
    .actions button {
      flex: 1 1 auto;
      justify-content: center;
    }
    input,
    textarea,
    select {
      /* Below 16 px phones zoom in on focus and stay there. */
      font-size: 16px;
    }
  }
  @media (forced-colors: active) {
    .row.wrong {
      border-left: 4px solid;
    }
  }
`;

export const formStyles = [...shared, form, formPaper];
