import { css } from 'lit';

/** Paper: what one presses goes, what one signs comes. The page itself sets @page, which does not reach a shadow root. */
export const paper = css`
  @media print {
    :host {
      font-size: 10.5pt;
      line-height: 1.4;
      --ground: #fff;
      --accent-ground: #fff;
    }
    .no-print,
    button,
    .button {
      display: none !important;
    }
    .print-only {
      display: block;
    }
    .panel {
      border: 0;
      padding: 0;
      margin: 0 0 8pt;
    }
    thead {
      display: table-header-group;
    }
    table {
      /* The outer half of a collapsed border would fall off the sheet. */
      width: calc(100% - 1px);
    }
    summary {
      list-style: none;
    }
    ul.steps {
      font-size: 9.5pt;
    }
    tr,
    .keep {
      break-inside: avoid;
    }
    .signatures {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
      gap: 14pt 16pt;
      margin: 18pt 0 6pt;
      break-inside: avoid;
    }
    .signatures > div {
      border-bottom: 0.6pt solid #000;
      padding-bottom: 3pt;
      min-height: 24pt;
      display: flex;
      align-items: flex-end;
    }
  }
`;
