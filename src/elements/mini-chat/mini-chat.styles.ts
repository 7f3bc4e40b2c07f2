import { css } from 'lit';

/** The frame, and the window that the messages scroll in. */
export const miniChatStyles = css`
  .frame {
    height: var(--taskchat-height, 480px);
  }
  .head {
    flex: none;
    flex-wrap: nowrap;
    border-block-end: 1px solid var(--line);
  }
  .head h2 {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .head .square {
    flex: none;
    margin-block: -8px;
    margin-inline: -4px -8px;
    color: var(--muted);
  }
  .banner {
    flex: none;
  }
  .body {
    display: flex;
    flex-direction: column;
    padding: 0;
  }
  .dialogue {
    display: contents;
  }
  .notice {
    padding: 20px;
  }
  /* The room of who is writing. */
  .beneath {
    flex: none;
    height: 24px;
  }
  .composer {
    flex: none;
    padding: 12px 20px 8px;
    border-block-start: 1px solid var(--line);
  }
  /* The room of what comes here. */
  .composer:empty {
    height: 83px;
  }
  .log {
    position: relative;
    flex: 1;
    min-height: 0;
  }
  .scroller {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .scroller:focus-visible {
    outline-offset: -2px;
  }
  /* Few messages stand at the end, beside the composer. */
  .rows {
    margin-block-start: auto;
    padding: 12px 20px 0;
  }
  /* Where the window ends on the screen. */
  .foot {
    height: 1px;
    margin-block-start: -1px;
  }
  /* An arrow, and a quote under it, are drawn beyond a row's edge. */
  li {
    contain: layout style;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .silence {
    padding-block: 12px;
    text-align: center;
    text-wrap: balance;
  }
  .earlier {
    display: grid;
    place-items: center;
    height: 44px;
  }
  .earlier .bone {
    width: 72px;
    height: 8px;
    opacity: 0;
    animation: appear var(--quick) 150ms forwards;
  }
  .skeleton {
    justify-items: start;
  }
  .bone.bubble {
    width: 58%;
    height: 40px;
    border-radius: var(--radius);
  }
  .bone.bubble.short {
    width: 34%;
  }
  .bone.bubble.own {
    justify-self: end;
  }
  .jump {
    position: absolute;
    inset-block-end: 12px;
    inset-inline-start: 50%;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    min-width: 36px;
    min-height: 36px;
    padding: 4px 12px 4px 8px;
    font-size: 13px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 999px;
    box-shadow: var(--shadow);
    translate: -50%;
    cursor: pointer;
    animation: appear var(--quick) backwards;
  }
  .jump:dir(rtl) {
    translate: 50%;
  }
  .jump[aria-label] {
    padding-inline: 8px;
  }
  .jump .icon {
    rotate: 180deg;
  }
  .jump:hover {
    background: var(--raised);
  }
  /* Name and standing one under the other, in room that is there from the start. */
  @container (max-width: 360px) {
    .head {
      flex-wrap: wrap;
      gap: 4px 8px;
      min-height: 80px;
    }
    .head h2 {
      flex: 1 0 100%;
    }
    .head .square {
      margin-inline-start: auto;
    }
  }
  @container (max-width: 420px) {
    :is(.rows, .notice) {
      padding-inline: 16px;
    }
  }
  @media (pointer: coarse) {
    .jump {
      min-width: 44px;
      min-height: 44px;
    }
    .composer:empty {
      height: 69px;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
    to {
      opacity: 1;
    }
  }
`;
