import { css, type CSSResultGroup } from 'lit';
import { switchStyles } from '../../base/switch.styles.js';
import { queueStyles } from './queue/queue.styles.js';

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
`;

export const reportReviewStyles: CSSResultGroup = [deskStyles, switchStyles, queueStyles];
