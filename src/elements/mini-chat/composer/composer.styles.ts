import { css } from 'lit';

/** Where a message is written. */
export const composerStyles = css`
  .write {
    position: relative;
    display: flex;
    align-items: flex-end;
    gap: 8px;
  }
  .composer .field {
    flex: 1;
    min-width: 0;
    min-height: 40px;
    max-height: calc(6lh + 18px);
    padding-block: 8.5px;
    line-height: 1.5;
    resize: none;
    scrollbar-width: thin;
  }
  .write .attach {
    width: 40px;
    height: 40px;
    margin-inline: -10px -6px;
    border-radius: 50%;
  }
  .dispatch {
    display: grid;
    flex: none;
    place-items: center;
    width: 40px;
    height: 40px;
    padding: 0;
    color: var(--on-accent);
    background: var(--accent);
    border: 1px solid transparent;
    border-radius: 50%;
    cursor: pointer;
    transition: background var(--quick) ease-out;
  }
  .dispatch:hover {
    background: color-mix(in oklab, var(--accent), var(--text) 14%);
  }
  .dispatch[aria-disabled='true'] {
    color: var(--muted);
    background: var(--raised);
    cursor: default;
  }
  .dispatch .icon {
    width: 20px;
    height: 20px;
    stroke-width: 2;
  }
  .composer .hint {
    min-height: 18px;
    margin-block-start: 4px;
    font-size: 12px;
    line-height: 18px;
  }
  .keys {
    min-width: 0;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .hint .wrong {
    color: var(--negative);
  }
  .replying {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-block: -4px 8px;
    font-size: 13px;
    color: var(--muted);
  }
  .replying > .icon {
    color: var(--accent);
  }
  .replying p {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .replying .name {
    color: var(--text);
  }
  .replying .button {
    min-height: 32px;
    width: 32px;
    color: inherit;
  }
  @container (max-width: 420px) {
    .composer {
      padding-inline: 16px;
    }
  }
  @media (pointer: coarse) {
    .keys {
      display: none;
    }
    .composer .hint {
      min-height: 0;
    }
    .composer .field {
      min-height: 44px;
      padding-block: 9px;
    }
    .dispatch,
    .write .attach {
      width: 44px;
      height: 44px;
    }
    .replying .button {
      width: 44px;
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .dispatch {
      border-color: ButtonText;
    }
    .dispatch[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }
  }
`;
