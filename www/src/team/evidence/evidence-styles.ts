// What the panels of evidence need beyond the workbench's own sheet.
import { css } from 'lit';

export const evidenceStyles = css`
  table.numbers input {
    width: 7.5em;
    min-height: 2rem;
    display: block;
    margin: 0.15rem 0;
  }
  table.numbers td {
    min-width: 9em;
  }
  table.numbers .error {
    width: 14em;
  }
  table.numbers label {
    display: flex;
    gap: 0.4rem;
    align-items: center;
  }
  .table-box th .opens {
    white-space: nowrap;
  }
  .table-box table.roomy {
    min-width: 54rem;
  }
  fieldset .row-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
  }
  .actions + * {
    margin-top: 0.8rem;
  }
  #as-of {
    width: 12rem;
  }
  .number {
    white-space: nowrap;
  }
  td.lacks {
    background: var(--note-ground);
  }
  td .link + .link {
    margin-left: 0.6rem;
  }
  fieldset {
    border: 1px solid var(--line);
    border-radius: 6px;
    padding: 0.6rem 0.9rem;
    margin: 0 0 1rem;
    min-width: 0;
  }
  legend {
    font-weight: 600;
    padding: 0 0.4rem;
  }
  .step-fields {
    border-left: 3px solid var(--line);
    padding: 0 0 0 0.8rem;
    margin: 0 0 0.8rem;
  }
  .late {
    color: var(--bad);
    font-weight: 600;
  }
  ul.counts {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.4rem;
    margin: 0 0 0.8rem;
    padding: 0;
  }
  .row-fields.calendar > div {
    flex: 1 1 16rem;
    min-width: 0;
  }
  .papers select {
    max-width: 24rem;
  }
  @media print {
    /* On paper stand the numbers, and not what they are typed into. */
    table.numbers input,
    table.numbers label {
      display: none;
    }
    .table-box table.numbers td {
      min-width: 0;
    }
    .table-box table.numbers thead th {
      white-space: normal;
    }
    .table-box table.roomy {
      min-width: 0;
    }
  }
  tr.gone td,
  tr.gone th {
    color: var(--soft);
  }
`;
