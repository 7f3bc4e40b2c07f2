import { css } from 'lit';

/** The window of the sheet. */
export const sheetStyles = css`
  dialog.sheet {
    container-type: inline-size;
    width: min(100% - 32px, 600px);
    max-width: none;
    max-height: min(100% - 32px, 760px);
    padding: 0;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
  }
  dialog.sheet[open] {
    display: flex;
    flex-direction: column;
  }
  dialog.sheet:has(.listed) {
    width: min(100% - 32px, 880px);
    height: min(100% - 32px, 760px);
  }
  dialog.sheet::backdrop {
    background: oklch(0.2 0.02 220 / 0.45);
  }
  .sheet header {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    padding-block: 12px 8px;
    padding-inline: 20px 12px;
  }
  .sheet header h3 {
    font-size: 16px;
    font-weight: 650;
  }
  .sheet .content {
    min-height: 0;
    padding: 0 20px 20px;
    overflow-y: auto;
  }
  .sheet .listed {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 12px;
    padding: 0;
    overflow: hidden;
  }
  .trouble {
    display: flex;
    gap: 8px;
    margin-block-end: 16px;
    padding: 10px 12px;
    background: color-mix(in oklab, var(--negative) var(--tint), var(--surface));
    border-radius: var(--radius-small);
  }
  .trouble .icon {
    color: var(--negative);
  }
  .steps {
    display: grid;
    gap: 20px;
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
    counter-reset: step;
  }
  .steps > li {
    position: relative;
    display: grid;
    gap: 4px;
    max-width: 64ch;
    padding-inline-start: 40px;
    counter-increment: step;
  }
  .steps > li::before {
    content: counter(step);
    position: absolute;
    inset-block-start: -2px;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    width: 26px;
    height: 26px;
    font-size: 13px;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    color: var(--accent);
    background: color-mix(in oklab, var(--accent) var(--tint), var(--surface));
    border-radius: 50%;
  }
  .steps h4 {
    margin: 0;
    font: inherit;
    font-weight: 600;
  }
  .steps .row {
    gap: 8px 12px;
    margin-block-start: 8px;
  }
  .steps code {
    padding: 1px 6px;
    font-family: ui-monospace, monospace;
    font-size: 12px;
    color: var(--text);
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 4px;
  }
  .sheet .progress {
    display: grid;
    flex: 1 1 200px;
    gap: 6px;
    min-width: 0;
  }
  .sheet progress {
    width: 100%;
    height: 8px;
    accent-color: var(--accent);
  }
  .content > .progress + .row {
    margin-block-start: 16px;
  }
  .about,
  .chips {
    flex: none;
    padding-inline: 20px;
    overflow-wrap: anywhere;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .chips .chip {
    padding-inline: 12px;
    font-variant-numeric: tabular-nums;
    background: var(--raised);
  }
  .chips [aria-pressed='true'] {
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
  }
  .lines {
    flex: 1;
    min-height: 120px;
    overflow-y: auto;
    overscroll-behavior: contain;
    border-block: 1px solid var(--line);
  }
  .lines:focus-visible {
    outline-offset: -2px;
  }
  .lines ul {
    margin: -1px 0 0;
    padding: 0;
    list-style: none;
  }
  .line {
    display: grid;
    grid-template-columns: 88px minmax(0, 1fr) minmax(0, 1.3fr);
    gap: 0 12px;
    align-items: start;
    min-height: 57px;
    padding: 8px 20px;
    border-block-start: 1px solid var(--line);
    contain: content;
  }
  .at {
    padding-block-start: 1px;
  }
  .whose,
  .becomes {
    display: grid;
    min-width: 0;
  }
  .whose > *,
  .why {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .becomes .stands.wrong {
    --tone: var(--caution);
  }
  .becomes .done {
    font-weight: 600;
  }
  .why {
    padding-inline-start: calc(1.25em + 9px);
  }
  .sheet footer {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    min-height: 61px;
    padding: 12px 20px;
  }
  .sheet footer > .quiet {
    margin-inline: -14px auto;
  }
  @container (max-width: 560px) {
    .line {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 12px;
      padding-inline: 16px;
    }
    .at {
      grid-area: 1 / 2;
    }
    .becomes {
      grid-column: 1 / -1;
    }
    .about,
    .chips,
    .sheet footer {
      padding-inline: 16px;
    }
    .sheet footer > .quiet {
      margin-inline: 0;
    }
    .sheet footer > .button {
      flex: 1 1 auto;
    }
    .sheet header {
      padding-inline-start: 16px;
    }
    .sheet .content:not(.listed) {
      padding-inline: 16px;
    }
  }
  /* On a phone the list takes the whole screen, and its lines get what the chips leave. */
  @media (max-width: 560px) {
    dialog.sheet:has(.listed) {
      width: 100%;
      height: 100%;
      max-height: 100%;
      border-inline: 0;
      border-radius: 0;
    }
    .chips {
      flex-wrap: nowrap;
      padding-block: 3px;
      overflow-x: auto;
    }
    .chips .chip {
      flex: none;
    }
  }
  @media (pointer: coarse) {
    .chips .chip {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .chips [aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
    .steps > li::before {
      border: 1px solid currentColor;
    }
    .sheet footer > .quiet {
      margin-inline-start: 0;
    }
  }
`;
