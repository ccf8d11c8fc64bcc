import { css } from 'lit';
import { shared } from '../kit/styles.ts';

/** Whether a proposal was confirmed, overruled, or waits. */
export const rulingStyles = css`
  .ruling {
    font-weight: 600;
    color: #7a4d00;
  }
  .ruling.confirm {
    color: var(--good);
  }
  .ruling.overrule {
    color: var(--soft);
  }
`;

const sheet = css`
  dl.who,
  dl.big {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.8rem;
    margin: 0.4rem 0 0.8rem;
  }
  dl div {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
  }
  dt {
    color: var(--soft);
    white-space: nowrap;
  }
  dd {
    margin: 0;
    font-weight: 600;
  }
  dl.big dd {
    font-size: 1.5rem;
  }
  .panel-table {
    table-layout: fixed;
  }
  .panel-table.by-role {
    min-width: 26rem;
  }
  .wide {
    overflow-x: auto;
    margin: 0 0 1rem;
  }
  summary {
    cursor: pointer;
  }
  summary h2 {
    display: inline;
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 0 0 0.6rem;
    min-width: 0;
  }
  .choice {
    display: block;
    padding: 0.3rem 0;
    cursor: pointer;
  }
  .below {
    margin-top: 0.4rem;
  }
  .news {
    color: var(--good);
    font-weight: 600;
  }
  .panel-table th.figure {
    white-space: normal;
  }
  .panel-table th:first-child {
    overflow-wrap: anywhere;
    width: 30%;
  }
  @media print {
    .wide {
      overflow: visible;
      margin-bottom: 6pt;
    }
    .to-write {
      border-bottom: 0.6pt solid #000;
      min-height: 34pt;
    }
    details.how {
      margin-top: 10pt;
    }
  }
  @media screen and (max-width: 36rem) {
    .panel-table.by-role {
      min-width: 0;
    }
    .panel-table,
    .panel-table tbody {
      display: block;
    }
    .panel-table caption {
      display: block;
    }
    .panel-table thead {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }
    .panel-table tbody tr {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(4rem, 1fr));
      border: 1px solid var(--line);
      border-bottom: 0;
    }
    .panel-table tbody tr:last-child {
      border-bottom: 1px solid var(--line);
    }
    .panel-table tbody th,
    .panel-table tbody td {
      border: 0;
      padding: 0.25rem 0.35rem;
    }
    .panel-table tbody th:first-child {
      grid-column: 1 / -1;
      width: auto;
    }
    .panel-table tbody td {
      text-align: left;
      white-space: normal;
    }
    .panel-table tbody td::before {
      content: attr(data-of);
      display: block;
      color: var(--soft);
      font-size: 0.82rem;
    }
  }
`;

export const sheetStyles = [...shared, sheet, rulingStyles];
