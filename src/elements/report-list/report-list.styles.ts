import { css } from 'lit';

export const reportListStyles = css`
  .body {
    max-height: var(--taskchat-height, none);
    padding-inline: 0;
    padding-block-end: 8px;
    overflow-y: auto;
  }
  .notice,
  .skeleton {
    margin: 0 20px 12px;
  }
  .rows {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    position: relative;
    display: grid;
    gap: 4px;
    min-width: 0;
    padding: 12px 20px;
    border-block-start: 1px solid var(--line);
    contain: layout style;
    transition: background var(--quick) ease-out;
  }
  .row:hover {
    background: var(--raised);
  }
  .row[aria-current='true'] {
    background: color-mix(in oklab, var(--accent) var(--tint), var(--surface));
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .top {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px;
  }
  h3 {
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
  h3 .unread-count {
    margin-inline-start: 6px;
    vertical-align: 1px;
  }
  .line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin-block-start: 2px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .yourTurn {
    font-weight: 600;
    color: var(--text);
  }
  .more {
    margin: 12px 20px;
    width: calc(100% - 40px);
  }
  .switch .unread-count {
    min-width: 18px;
    height: 18px;
    padding-inline: 4px;
  }
  @container (max-width: 420px) {
    .row {
      padding-inline: 16px;
    }
    .notice,
    .skeleton {
      margin-inline: 16px;
    }
  }
  @media (forced-colors: active) {
    .row[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
