import { css } from 'lit';

/** The search over the queue, and what it is kept to. */
export const narrowingStyles = css`
  .find {
    position: relative;
    flex: 1 0 calc(100% - 42px);
  }
  .find .icon {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 10px;
    color: var(--muted);
    translate: 0 -50%;
  }
  .find .field {
    min-height: 36px;
    padding-block: 6px;
    padding-inline-start: 36px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-width: 100%;
    min-height: 32px;
    padding: 3px 8px 3px 12px;
    font: inherit;
    font-size: 13px;
    color: var(--text);
    background: color-mix(in oklab, var(--accent) var(--tint), var(--surface));
    border: 1px solid transparent;
    border-radius: 999px;
    cursor: pointer;
  }
  .chip:hover {
    border-color: var(--edge);
  }
  .chip bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .none > .button {
    margin-block-end: 20px;
  }
  @media (pointer: coarse) {
    .find {
      flex-basis: calc(100% - 50px);
    }
    .find .field,
    .chip {
      min-height: 44px;
    }
  }
`;
