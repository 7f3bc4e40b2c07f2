import { css } from 'lit';

/** Who is writing, the search, and what it has found. */
export const dialogueToolsStyles = css`
  .beneath {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-inline: 20px 12px;
    font-size: 12px;
    color: var(--muted);
  }
  .writing {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .beneath .button {
    position: relative;
    width: 24px;
    min-height: 24px;
    color: inherit;
  }
  /* It is found in a field larger than its room. */
  .beneath .button::after {
    content: '';
    position: absolute;
    inset: -4px;
  }
  .dots {
    display: inline-flex;
    gap: 3px;
    margin-inline-end: 8px;
    vertical-align: middle;
  }
  .dots i {
    width: 4px;
    height: 4px;
    background: currentColor;
    border-radius: 50%;
  }
  .search {
    flex: none;
    border-block-end: 1px solid var(--line);
  }
  .find {
    display: flex;
    align-items: center;
    padding-block: 8px;
    padding-inline: 20px 12px;
  }
  .query {
    position: relative;
    flex: 1;
    min-width: 0;
    margin-inline-end: 4px;
  }
  .query .field {
    padding-block: 6px;
    padding-inline-end: 92px;
  }
  .count {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 12px;
    display: flex;
    align-items: center;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    pointer-events: none;
  }
  .count .dots {
    opacity: 0;
    animation: appear var(--quick) 400ms forwards;
  }
  .find .button {
    color: var(--muted);
  }
  .find .down .icon {
    rotate: 180deg;
  }
  /* The next row lies over its edge. */
  [aria-current='true'] {
    position: relative;
    z-index: 1;
  }
  .step {
    border-radius: var(--radius-small);
  }
  li[data-line]:focus .step,
  [aria-current='true'] .bubble,
  tr[aria-current='true'] {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  ::highlight(taskchat-found) {
    background-color: light-dark(oklch(0.9 0.11 95), oklch(0.4 0.08 90));
  }
  @media (prefers-reduced-motion: no-preference) {
    .dots i {
      animation: breathe 1.2s infinite ease-in-out;
    }
    .dots i:nth-child(2) {
      animation-delay: 0.2s;
    }
    .dots i:nth-child(3) {
      animation-delay: 0.4s;
    }
  }
  @media (pointer: coarse) {
    .beneath .button {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .dots i {
      background: CanvasText;
    }
    ::highlight(taskchat-found) {
      color: MarkText;
      background-color: Mark;
    }
  }
  @container (max-width: 420px) {
    .beneath,
    .find {
      padding-inline: 16px 8px;
    }
    .query .field {
      padding-inline: 10px 76px;
    }
  }
  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.3;
    }
    30% {
      opacity: 1;
    }
  }
`;
