// The names of the workbench's parts, of which one is open.
import { css } from 'lit';

export const partsStyles = css`
  nav.parts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    margin: 0 0 1rem;
    border-bottom: 2px solid var(--line);
  }
  nav.parts button {
    border: 0;
    border-radius: 5px 5px 0 0;
    background: none;
    padding: 0.4rem 0.8rem;
  }
  nav.parts button[aria-current='page'] {
    background: var(--accent);
    color: #fff;
  }
  @media (forced-colors: active) {
    /* A ground of its own is taken away there: the system's says the same. */
    nav.parts button[aria-current='page'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  nav.parts small {
    color: inherit;
  }
`;
