import { css, type CSSResultGroup } from 'lit';
import { decisionStyles } from './decision/decision.styles.js';
import { queueStyles } from './queue/queue.styles.js';
import { reportStyles } from './report/report.styles.js';

const deskStyles = css`
  /* Clipped, not hidden: what is sticky inside then follows the page. */
  .frame {
    overflow: clip;
  }
  .body:has(.desk) {
    padding: 0;
  }
  .desk {
    position: relative;
    border-block-start: 1px solid var(--line);
  }
  .desk.wide {
    display: grid;
    grid-template-columns: minmax(264px, 34%) minmax(0, 1fr);
    height: var(--taskchat-height, clamp(480px, 84vh, 800px));
  }
  .wide > .queue,
  .wide > .report {
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .wide > .queue {
    border-inline-end: 1px solid var(--line);
  }
  .landing:focus {
    outline: none;
  }
  .landing:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .switch {
    display: flex;
    padding: 2px;
    background: var(--raised);
    border-radius: var(--radius-small);
  }
  .switch button {
    display: inline-flex;
    flex: auto;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 32px;
    padding: 4px 10px;
    font-size: 13px;
    font-weight: 550;
    white-space: nowrap;
    color: var(--muted);
    background: none;
    border: 1px solid transparent;
    border-radius: calc(var(--radius-small) - 2px);
    cursor: pointer;
  }
  .switch button:hover {
    color: var(--text);
  }
  .switch [aria-pressed='true'] {
    color: var(--text);
    background: var(--surface);
    border-color: var(--line);
  }
  .count {
    color: var(--muted);
  }
  .wait,
  .overdue {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    white-space: nowrap;
  }
  .wait {
    font-variant-numeric: tabular-nums;
  }
  .overdue {
    font-weight: 600;
    color: var(--negative);
  }
  /* Below this width, the head has no room for the word that one is offline. */
  @container (max-width: 560px) {
    .switch {
      order: 1;
      width: 100%;
    }
  }
  @container (max-width: 480px) {
    .switch button {
      padding-inline: 6px;
    }
  }
  @container (max-width: 340px) {
    .switch button {
      gap: 4px;
      padding-inline: 2px;
      font-size: 12px;
    }
  }
  @media (pointer: coarse) {
    .switch button {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .switch [aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
    [aria-pressed='true'] .count {
      color: inherit;
    }
  }
`;

export const reportReviewStyles: CSSResultGroup = [
  deskStyles,
  queueStyles,
  reportStyles,
  decisionStyles,
];
