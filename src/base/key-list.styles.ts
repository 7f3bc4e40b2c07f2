import { css } from 'lit';

/** The list of keys. */
export const keyListStyles = css`
  dialog.key-list {
    width: min(100% - 32px, 420px);
    padding: 16px 20px 20px;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
  }
  dialog.key-list::backdrop {
    background: oklch(0.2 0.02 220 / 0.45);
  }
  .key-list header {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .key-list dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 8px 16px;
    align-items: baseline;
    margin: 8px 0 0;
  }
  .key-list dd {
    margin: 0;
  }
  .key-list kbd {
    display: inline-block;
    min-width: 24px;
    margin-inline-end: 4px;
    padding: 1px 6px;
    font: inherit;
    font-size: 12px;
    text-align: center;
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 4px;
  }
`;
