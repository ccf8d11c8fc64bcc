// What the clerk's screens need beyond the shared sheet: the navigation, tables that scroll in their own box, the drop field.
import { css } from 'lit';

export const teamStyles = css`
  .workbook-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1.2rem;
    align-items: end;
    margin: 0 0 0.8rem;
  }
  .workbook-head h1 {
    margin: 0;
    flex: 1 1 16rem;
  }
  .count {
    background: var(--bad);
    color: #fff;
    border-radius: 1em;
    padding: 0 0.5em;
    font-size: 0.85rem;
  }
  .next-step {
    background: var(--accent-ground);
    border-left: 4px solid var(--accent);
    padding: 0.6rem 0.9rem;
    margin: 0 0 1rem;
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1rem;
    align-items: center;
  }
  .next-step p {
    margin: 0;
    flex: 1 1 18rem;
  }
  .notice {
    /* At the window's lower edge: it is seen wherever somebody works on a long page, and pushes nothing away. */
    position: fixed;
    z-index: 5;
    inset: auto 0 1rem;
    margin: 0 auto;
    width: min(46rem, calc(100vw - 1.5rem));
    padding: 0.6rem 0.9rem;
    border: 1px solid var(--line);
    border-left: 4px solid var(--soft);
    border-radius: 5px;
    background: var(--paper);
    box-shadow: 0 3px 14px rgb(26 35 48 / 25%);
    display: flex;
    gap: 0.8rem;
    justify-content: space-between;
    align-items: start;
  }
  .notice button {
    white-space: nowrap;
  }
  .notice.good {
    border-left-color: var(--good);
  }
  .notice.bad {
    border-left-color: var(--bad);
    background: var(--bad-ground);
  }
  .drop {
    border: 2px dashed #6b7789;
    border-radius: 8px;
    background: var(--paper);
    padding: 1.1rem;
    text-align: center;
    margin: 0 0 1rem;
  }
  .drop p {
    margin: 0 auto 0.5rem;
  }
  .drop .actions {
    justify-content: center;
  }
  :host(.dropping) .drop,
  .drop.over,
  .dropping textarea {
    border-color: var(--accent);
    background: var(--accent-ground);
  }
  .table-box {
    overflow-x: auto;
    margin: 0 0 1rem;
    max-width: 100%;
  }
  .table-box table {
    min-width: 34rem;
  }
  .table-box th[scope='row'],
  .table-box td.name {
    min-width: 7em;
    word-break: keep-all;
  }
  .table-box td.date {
    white-space: nowrap;
  }
  /* Reasons stand in two of its columns: squeezed they would make every row a page high. */
  .table-box table.warned {
    min-width: 60rem;
  }
  .table-box td button {
    white-space: nowrap;
  }
  .table-box .opens {
    white-space: normal;
  }
  .table-box .figure .opens,
  .table-box thead th {
    white-space: nowrap;
  }
  ol li {
    margin: 0 0 0.6rem;
  }
  .row-fields {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: start;
  }
  .row-fields .field {
    flex: 1 1 12rem;
    min-width: 0;
  }
  .field input:not([type='checkbox'], [type='radio']),
  .field select {
    width: 100%;
  }
  .state {
    white-space: nowrap;
    font-size: 0.9rem;
  }
  p.state {
    white-space: normal;
  }
  .state.good {
    color: var(--good);
  }
  .state.bad {
    color: var(--bad);
    font-weight: 600;
  }
  .state.wait {
    color: #7a4d00;
  }
  ul.plain {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  ul.plain > li {
    margin: 0 0 0.25rem;
  }
  ul.outcomes > li {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr);
    gap: 0.1rem 0.7rem;
    padding: 0.35rem 0;
    border-bottom: 1px solid var(--line);
  }
  .opens {
    border: 0;
    background: none;
    padding: 0 0.1rem;
    min-height: 1.5rem;
    text-decoration: underline dotted;
    text-underline-offset: 3px;
    text-align: left;
    color: inherit;
  }
  .opens.figure {
    font-weight: 600;
  }
  .old {
    color: var(--soft);
    text-decoration: line-through;
  }
  .different {
    background: var(--note-ground);
    font-weight: 600;
  }
  .variants th[scope='col'] {
    min-width: 9rem;
    white-space: normal;
  }
  dialog.wide {
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 1.1rem;
    width: min(60rem, calc(100vw - 1rem));
    max-height: calc(100vh - 2rem);
    overflow: auto;
    color: inherit;
  }
  dialog.wide::backdrop {
    background: rgb(26 35 48 / 55%);
  }
  dialog .head button {
    white-space: nowrap;
  }
  textarea::placeholder {
    color: var(--soft);
  }
  dialog .head {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    align-items: start;
  }
  details.more {
    margin: 0 0 1rem;
  }
  details.more > summary {
    cursor: pointer;
    color: var(--accent);
    padding: 0.3rem 0;
  }
  dl.facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.2rem 1rem;
    margin: 0 0 0.8rem;
  }
  dl.facts dt {
    color: var(--soft);
  }
  dl.facts dd {
    margin: 0;
  }
  textarea.pasted {
    min-height: 9em;
    white-space: pre;
    overflow-x: auto;
    tab-size: 12;
  }
  @media print {
    .table-box table.warned {
      min-width: 0;
    }
    /* These are the figures themselves. */
    button.opens {
      display: inline !important;
      text-decoration: none;
    }
    .table-box {
      overflow: visible;
    }
    .table-box table {
      min-width: 0;
    }
  }
  @media (max-width: 40rem) {
    /* Side by side is the point of this table, so both versions fit the phone. */
    .table-box table.variants {
      min-width: 0;
    }
    .variants th[scope='col'] {
      min-width: 5.5rem;
      overflow-wrap: anywhere;
    }
    .variants th,
    .variants td {
      padding: 0.25rem 0.35rem;
    }
    .table-box .variants td button {
      padding: 0.4rem 0.3rem;
    }
    .panel {
      padding: 0.8rem 0.7rem;
    }
    ul.outcomes > li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
