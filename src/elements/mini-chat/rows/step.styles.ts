import { css } from 'lit';

/** What stands between the messages: days, and the steps of the report's life. */
export const stepStyles = css`
  .day {
    display: flex;
    align-items: center;
    gap: 12px;
    padding-block: 16px 4px;
    font-size: 12px;
    font-weight: 600;
    color: var(--muted);
  }
  .unread {
    color: var(--accent);
  }
  .day::before,
  .day::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--line);
  }
  .step {
    padding-block: 12px 4px;
    font-size: 13px;
    text-align: center;
    color: var(--muted);
  }
  .step > p:first-child {
    overflow-wrap: anywhere;
  }
  /* Alike on both sides, since the words may run against the page. */
  .step .icon {
    width: 16px;
    height: 16px;
    margin-inline: 4px;
    vertical-align: -3px;
  }
  .step :is(.reward, .time) {
    margin-inline: 2px;
  }
  .step:is(.approved, .rejected, .changes) {
    --tone: var(--accent);
  }
  .step.approved {
    --tone: var(--positive);
  }
  .step.rejected {
    --tone: var(--negative);
  }
  .step :is(.icon, .reward) {
    color: var(--tone, currentColor);
  }
  .step .reward small {
    color: inherit;
  }
  .reason {
    width: fit-content;
    max-width: min(46ch, 100%);
    margin: 4px auto 0;
    padding: 6px 12px;
    text-align: start;
    color: var(--text);
    background: color-mix(in oklab, var(--tone) 8%, var(--surface));
    border-radius: var(--radius-small);
  }
  @media (forced-colors: active) {
    .reason {
      border: 1px solid CanvasText;
    }
  }
`;
