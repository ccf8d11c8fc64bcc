import { css } from 'lit';

/** Where the system chooses the colours (Windows contrast themes), grounds and shadows go: what they said, borders say. */
export const forced = css`
  @media (forced-colors: active) {
    button.primary,
    .button.primary,
    button.danger {
      border-width: 3px;
      font-weight: 600;
    }
    button[disabled] {
      color: GrayText;
      border: 1px dashed GrayText;
    }
    .save.failed {
      border: 2px solid;
    }
    [aria-invalid='true'] {
      border: 3px dashed;
    }
    /* A border that is transparent elsewhere is drawn here, and would mark them all. */
    [aria-current]:not([aria-current='false']) {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
