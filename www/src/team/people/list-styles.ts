// The lists of people and of who rates whom: rows that can have the keyboard, and what can be done with each beside its name.
import { css } from 'lit';

export const listStyles = css`
  .search {
    max-width: 24rem;
  }
  /* A short number stays in one piece; a long one may break. */
  tbody td:first-child {
    min-width: 4rem;
  }
  td.doing button {
    margin: 0 0.6rem 0 0;
    min-height: 1.5rem;
  }
  td.doing {
    white-space: nowrap;
  }
  tr:focus {
    outline: 3px solid #ffbf00;
    outline-offset: -2px;
    box-shadow: none;
  }
  .table-box table.asked {
    min-width: 0;
  }
  .table-box .asked thead th {
    white-space: normal;
  }
  @media (max-width: 40rem) {
    .asked {
      font-size: 0.9rem;
    }
    .asked th[scope='row'] {
      min-width: 0;
    }
    .asked th,
    .asked td {
      padding: 0.25rem 0.35rem;
    }
  }
`;

/** After something was taken away the keyboard goes on at what comes next, or at the list's heading. */
export function nextIn<T>(rows: T[], gone: T): T | undefined {
  return rows[rows.indexOf(gone) + 1];
}
