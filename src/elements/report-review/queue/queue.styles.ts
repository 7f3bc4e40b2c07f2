import { css } from 'lit';

export const queueStyles = css`
  /* Who is first is not known: its line lies outside, or on that of the desk. */
  .rows {
    margin: -1px 0 0;
    padding: 0;
    list-style: none;
  }
  .narrowing {
    display: flex;
    /* The room of what comes here. */
    min-height: 53px;
    flex-wrap: wrap;
    gap: 6px;
    padding: 8px 20px;
    background: var(--surface);
    border-block-end: 1px solid var(--line);
  }
  /* A page that scrolls as a whole may have a head of its own there. */
  .wide .narrowing {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
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
  /* A box that is only made transparent is drawn all the same. */
  .pick input {
    width: 20px;
    height: 20px;
    margin: 0;
    appearance: none;
    background: none;
    border: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }
  .pick:hover input,
  .picking .pick input {
    appearance: auto;
  }
  .pick:hover + .item .avatar,
  .picking .item .avatar {
    visibility: hidden;
  }
  .item {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
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
  /* Fewer boxes that lay out their content: the queue scrolls as fast as its rows are laid out. */
  .item .avatar {
    display: block;
    line-height: 32px;
    text-align: center;
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
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .worth {
    white-space: nowrap;
  }
  .worth .unread-count {
    margin-inline-end: 12px;
  }
  .what,
  .when {
    grid-column: 2 / -1;
  }
  .what {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .when {
    min-height: 22px;
    font-size: 13px;
    line-height: 22px;
    color: var(--muted);
  }
  .when > * {
    margin-inline-end: 12px;
    vertical-align: middle;
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
