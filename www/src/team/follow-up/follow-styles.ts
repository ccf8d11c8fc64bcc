import { css } from 'lit';

export const followStyles = css`
  nav.topics {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin: 0 0 1rem;
  }
  nav.topics button[aria-current='true'] {
    background: var(--accent-ground);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    nav.topics button[aria-current='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  ul.note {
    padding-left: 1.9rem;
  }
  td.grade {
    min-width: 4.5em;
  }
  th details {
    font-weight: 400;
  }
  td.figure small,
  td.figure .state {
    white-space: normal;
  }
  form + .actions,
  kaohe-programme-agreed + .actions,
  form + h3 {
    margin-top: 1rem;
  }
  .entry {
    border-top: 1px solid var(--line);
    padding: 0.7rem 0;
  }
  .entry .people-text,
  td.people-text {
    white-space: pre-wrap;
  }
  .entry p {
    margin: 0 0 0.3rem;
  }
  .entry-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 0.9rem;
    align-items: baseline;
    margin: 0 0 0.3rem;
  }
  .entry-head h3 {
    margin: 0;
  }
  .preset {
    display: block;
  }
  dl.who {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.8rem;
    margin: 0.4rem 0 0.8rem;
  }
  dl.who div {
    display: flex;
    gap: 0.5rem;
  }
  dl.who dt {
    color: var(--soft);
    white-space: nowrap;
  }
  dl.who dd {
    margin: 0;
    font-weight: 600;
  }
  .paper-title {
    text-align: center;
    font-size: 1.35rem;
  }
  .paper .people-text {
    white-space: pre-wrap;
    max-width: none;
  }
  .paper .to-write {
    min-height: 4.5em;
    border-bottom: 1px solid var(--line);
  }
  .paper .signatures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: 1rem;
    margin: 2rem 0 0;
  }
  .paper .signatures > div {
    border-bottom: 1px solid currentcolor;
    padding-bottom: 0.3rem;
  }
  @media print {
    .paper h3 {
      font-size: 11pt;
      margin: 6pt 0 2pt;
    }
    .paper .to-write {
      min-height: 34pt;
      border-bottom: 0.6pt solid #000;
    }
  }
`;
