import { css } from 'lit';

/** The question before many are rejected. */
export const confirmRejectionStyles = css`
  dialog.confirm {
    max-width: min(420px, calc(100vw - 32px));
    padding: 20px;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
  }
  dialog.confirm::backdrop {
    background: oklch(0.2 0.02 220 / 0.4);
  }
  .confirm h3 {
    margin-block-end: 8px;
    font-size: 16px;
  }
  .confirm ul {
    max-height: 40vh;
    margin: 12px 0 16px;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  .confirm li {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding-block: 4px;
    border-block-start: 1px solid var(--line);
  }
  .confirm .row {
    display: flex;
    gap: 8px;
  }
`;
