import { css } from 'lit';
import { shared } from '../kit/styles.ts';

const app = css`
  :host {
    min-height: 100vh;
    background: var(--ground);
    display: flex;
    flex-direction: column;
  }
  .inner,
  main {
    width: 100%;
    max-width: 72rem;
    margin: 0 auto;
    padding: 0 1rem;
  }
  main {
    flex: 1;
    padding-top: 1.2rem;
    padding-bottom: 1rem;
  }
  main:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .top {
    background: #10233c;
    color: #fff;
  }
  .top .inner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2rem 1.4rem;
    min-height: 3.1rem;
  }
  .brand {
    font-size: 1.15rem;
    font-weight: 700;
    color: #fff;
    text-decoration: none;
  }
  nav {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1.1rem;
  }
  nav a {
    color: #fff;
    text-decoration: none;
    padding: 0.6rem 0.2rem;
    border-bottom: 3px solid transparent;
  }
  nav a[aria-current] {
    border-bottom-color: #ffbf00;
    font-weight: 600;
  }
  @media (forced-colors: active) {
    /* There no border is transparent: only the current one stays one. */
    nav a {
      border-bottom-color: Canvas;
    }
    nav a[aria-current] {
      border-bottom-color: Highlight;
    }
  }
  nav a:hover {
    text-decoration: underline;
  }
  button.language {
    color: #fff;
    background: none;
    border-color: #fff;
    min-height: 2rem;
    padding: 0.15rem 0.8rem;
  }
  button.language:hover {
    background: #27466e;
  }
  footer {
    border-top: 1px solid var(--line);
    color: var(--soft);
    padding: 0.8rem 0;
    font-size: 0.9rem;
  }
  footer small {
    display: block;
  }
  .skip {
    position: absolute;
    left: 0.5rem;
    top: -4rem;
    z-index: 10;
  }
  .skip:focus {
    top: 0.5rem;
  }
  .drop-here {
    position: fixed;
    inset: 0;
    z-index: 9;
    background: rgb(10 88 166 / 88%);
    color: #fff;
    font-size: 2rem;
    display: grid;
    place-items: center;
    border: 6px dashed #fff;
    pointer-events: none;
  }
  @media (max-width: 36rem) {
    .inner,
    main {
      padding-left: 0.7rem;
      padding-right: 0.7rem;
    }
    nav {
      order: 3;
      flex-basis: 100%;
    }
    .top .inner {
      justify-content: space-between;
      padding-top: 0.4rem;
    }
  }
  @media print {
    :host {
      background: #fff;
      display: block;
      min-height: 0;
    }
    main {
      max-width: none;
      padding: 0;
    }
  }
`;

export const appStyles = [...shared, app];
