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
  /* A clock of one box: a picture is drawn more slowly than the rest of its row. */
  .wait::before {
    width: 14px;
    height: 14px;
    flex: none;
    margin-inline: 1px;
    content: '';
    background:
      linear-gradient(currentColor 0 0) 5px 2px / 1.5px 5px no-repeat,
      linear-gradient(currentColor 0 0) 5px 6px / 4px 1.5px no-repeat;
    border: 1.5px solid;
    border-radius: 50%;
    box-sizing: border-box;
  }
  .overdue {
    font-weight: 600;
    color: var(--negative);
  }
`;

export const reportReviewStyles: CSSResultGroup = [deskStyles, switchStyles, queueStyles];
