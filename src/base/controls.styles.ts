import { css } from 'lit';

/** Buttons, links and fields: one shape, one focus ring, 44 px under a finger. */
export const controlStyles = css`
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 36px;
    padding: 6px 14px;
    font-weight: 550;
    text-decoration: none;
    color: var(--text);
    background: transparent;
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    cursor: pointer;
    transition: background var(--quick) ease-out;
  }
  .button:hover {
    background: var(--raised);
  }
  .button:active {
    transform: translateY(1px);
  }
  .button.primary {
    color: var(--on-accent);
    background: var(--accent);
    border-color: var(--accent);
  }
  .button.primary:hover {
    background: color-mix(in oklch, var(--accent), var(--text) 14%);
  }
  .button.quiet {
    border-color: transparent;
    color: var(--accent);
  }
  .button.danger {
    color: var(--negative);
  }
  .button.square {
    width: 36px;
    padding: 0;
  }
  .button[disabled],
  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.55;
  }
  a {
    color: var(--accent);
    text-underline-offset: 2px;
  }
  .label {
    display: block;
    margin-block-end: 6px;
    font-weight: 600;
  }
  .field {
    display: block;
    width: 100%;
    min-height: 36px;
    padding: 8px 12px;
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
  }
  textarea.field {
    min-height: 120px;
    resize: vertical;
    field-sizing: content;
    max-height: 320px;
  }
  .field::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .field:focus-visible {
    outline-offset: -1px;
    border-color: var(--accent);
  }
  .field[aria-invalid='true'] {
    border-color: var(--negative);
  }
  .hint {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    margin-block-start: 6px;
    font-size: 13px;
    color: var(--muted);
  }
  .hint.wrong {
    color: var(--negative);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  @media (pointer: coarse) {
    .button,
    .field {
      min-height: 44px;
    }
    .button.square {
      width: 44px;
    }
    /* Below 16 px, Safari on a phone zooms into a field. */
    .field {
      font-size: 16px;
    }
  }
  @media (forced-colors: active) {
    .button.quiet.square {
      border-color: Canvas;
    }
  }
`;
