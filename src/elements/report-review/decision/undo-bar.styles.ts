import { css } from 'lit';

/** What floats over the desk, at its foot: in the queue's corner, else over the way to decide. */
export const undoBarStyles = css`
  .toasts {
    position: sticky;
    z-index: 2;
    inset-block-end: 12px;
    display: grid;
    gap: 8px;
    align-content: end;
    height: 0;
    margin-inline: 12px;
  }
  .decision > .toasts {
    position: absolute;
    inset: auto 0 calc(100% + 8px);
  }
  .wide > .toasts {
    position: absolute;
    inset-inline-start: 12px;
    width: max(264px, 34%);
    height: auto;
    margin: 0;
    padding-inline-end: 24px;
  }
  .toast {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    height: max-content;
    padding: 8px 8px 8px 14px;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
    animation: rise var(--quick) ease-out;
  }
  .toast p {
    flex: 1 1 120px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .toast strong {
    display: block;
    font-weight: 600;
  }
  .toast.wrong .icon:first-child {
    color: var(--negative);
  }
  .toast .button {
    min-height: 32px;
    padding-block: 3px;
  }
  @media (pointer: coarse) {
    .toast .button {
      min-height: 44px;
    }
  }
  @keyframes rise {
    from {
      translate: 0 8px;
    }
  }
`;
