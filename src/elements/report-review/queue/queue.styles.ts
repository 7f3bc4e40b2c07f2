import { css } from 'lit';

export const queueStyles = css`
  /* Who is first is not known: its line lies outside, or on that of the desk. */
  .rows {
    margin: -1px 0 0;
    padding: 0;
    list-style: none;
  }
  .narrowing {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    display: flex;
    /* The room of what comes here. */
    min-height: 53px;
    flex-wrap: wrap;
    gap: 6px;
    padding: 8px 20px;
    background: var(--surface);
    border-block-end: 1px solid var(--line);
  }
  .entry {
    position: relative;
    border-block-start: 1px solid var(--line);
    contain: content;
  }
  .pick {
    position: absolute;
    z-index: 1;
    inset-block-start: 9px;
    inset-inline-start: 14px;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    cursor: pointer;
  }
  .pick input {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--accent);
    opacity: 0;
    cursor: pointer;
  }
  .pick:hover input,
  .queue:has(.picked) .pick input {
    opacity: 1;
  }
  .pick:hover + .item .avatar,
  .queue:has(.picked) .item .avatar {
    visibility: hidden;
  }
  .item {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 12px;
    align-items: baseline;
    width: 100%;
    padding: 12px 20px;
    text-align: inherit;
    background: none;
    border: 0;
    cursor: pointer;
    transition: background var(--quick) ease-out;
  }
  .item:hover {
    background: var(--raised);
  }
  .item[aria-current='true'] {
    background: color-mix(in oklab, var(--accent) var(--tint), var(--surface));
    box-shadow: inset 3px 0 var(--accent);
  }
  .item[aria-current='true']:dir(rtl) {
    box-shadow: inset -3px 0 var(--accent);
  }
  .item:focus-visible {
    outline-offset: -3px;
    border-radius: var(--radius-small);
  }
  .item .avatar {
    grid-row: span 3;
    align-self: start;
    margin-block-start: 3px;
  }
  .who {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .item .who,
  .what {
    text-align: match-parent;
  }
  .item .who {
    flex: 1 1 104px;
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 12px;
  }
  .what {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 12px;
    min-height: 22px;
    font-size: 13px;
    color: var(--muted);
  }
  .more {
    display: flex;
    width: calc(100% - 40px);
    margin: 12px 20px 20px;
  }
  .none {
    padding-inline: 20px;
  }
  .back-to-all {
    margin-inline-start: 20px;
  }
  .body > .none {
    padding-inline: 0;
  }
  .queue .skeleton,
  .report .skeleton {
    padding: 20px;
  }
  @container (max-width: 420px) {
    .narrowing {
      padding-inline: 16px;
    }
    .pick {
      inset-inline-start: 10px;
    }
    .item {
      padding-inline: 16px;
    }
  }
  @media (pointer: coarse) {
    .narrowing {
      min-height: 61px;
    }
  }
  @media (forced-colors: active) {
    .item[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
