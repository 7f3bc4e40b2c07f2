import { css } from 'lit';

/** Rows that can be pressed as a whole, below one another: `.rows > .row`, with a `.row-button`. */
export const rowStyles = css`
  .rows {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .rows > .row {
    position: relative;
    display: grid;
    gap: 4px;
    min-width: 0;
    padding: 12px 20px;
    border-block-start: 1px solid var(--line);
    contain: layout style;
    transition: background var(--quick) ease-out;
  }
  .rows > .row[aria-current='true'] {
    background: color-mix(in oklab, var(--accent) var(--tint), var(--surface));
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .rows h3 {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .row-button {
    padding: 0;
    text-align: inherit;
    font-weight: 600;
    background: none;
    border: 0;
    cursor: pointer;
  }
  /* The whole row can be pressed; the button alone is in the tab order. */
  .row-button::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .row-button:focus-visible {
    outline: none;
  }
  .row-button:focus-visible::after {
    outline: 2px solid var(--accent);
    outline-offset: -3px;
    border-radius: var(--radius-small);
  }
  @container (max-width: 420px) {
    .rows > .row {
      padding-inline: 16px;
    }
  }
  @media (forced-colors: active) {
    .rows > .row[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
