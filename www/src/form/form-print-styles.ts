import { css } from 'lit';

/** The form on paper, filled or to be filled with a pen. */
export const formPaper = css`
  @media print {
    .bar {
      display: none;
    }
    h1 {
      text-align: center;
      font-size: 15pt;
    }
    .head {
      margin-bottom: 4pt;
    }
    .section {
      margin-bottom: 5pt;
    }
    .section h2 {
      font-size: 11.5pt;
      margin: 0;
    }
    .section > header {
      border-bottom: 1pt solid #000;
    }
    .row {
      grid-template-columns: minmax(0, 1fr) 32mm 50mm;
      padding: 2.5pt 0;
    }
    .row .help,
    .section .hint {
      font-size: 8.5pt;
      line-height: 1.3;
      color: #333;
    }
    .row .comment {
      grid-column: auto;
    }
    .levels-printed {
      margin: 0;
    }
    .row .preset {
      display: none;
    }
    .score input {
      border: 0;
      border-bottom: 0.6pt solid #000;
      border-radius: 0;
      background: none;
      width: 14mm;
      min-height: 0;
      padding: 0 1mm;
      font-size: 11pt;
    }
    textarea {
      display: none;
    }
    .comment p,
    .remark p {
      white-space: pre-wrap;
      margin: 0;
    }
    .sum .print-only {
      display: inline;
    }
    .remark p {
      min-height: 24pt;
      border-bottom: 0.6pt solid #999;
    }
    .printed-total {
      font-size: 12pt;
      margin: 6pt 0;
    }
    .to-write {
      display: inline-block;
      min-width: 18mm;
      border-bottom: 0.6pt solid #000;
    }
    .printed-total .to-write {
      min-width: 26mm;
    }
    .comment p {
      border-bottom: 0.4pt solid #999;
      min-height: 14pt;
    }
    .row.wrong {
      box-shadow: none;
      padding-left: 0;
    }
    .fingerprint,
    .fingerprint small {
      margin-top: 8pt;
      font-size: 8.5pt;
    }
    details.how:not([open]) {
      display: none;
    }
  }
`;
