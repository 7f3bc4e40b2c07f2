import { css } from 'lit';

/** A word, a shape and a colour: never the colour alone. */
export const statusStyles = css`
  .badge {
    --tone: var(--muted);
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 2px 10px 2px 6px;
    font-size: 12px;
    font-weight: 600;
    line-height: 18px;
    white-space: nowrap;
    color: var(--tone);
    background: color-mix(in oklab, var(--tone) var(--tint), var(--surface));
    border-radius: 999px;
  }
  .badge .icon {
    width: 16px;
    height: 16px;
    stroke-width: 2;
  }
  .badge.awaiting {
    --tone: var(--caution);
  }
  .badge.turn {
    --tone: var(--accent);
  }
  .badge.approved {
    --tone: var(--positive);
  }
  .badge.rejected {
    --tone: var(--negative);
  }
  .unread-count {
    display: inline-grid;
    place-items: center;
    min-width: 20px;
    height: 20px;
    padding-inline: 6px;
    font-size: 12px;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    line-height: 1;
    color: var(--on-accent);
    background: var(--accent);
    border-radius: 999px;
  }
  .reward {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .reward small {
    font-size: 12px;
    font-weight: 500;
    color: var(--muted);
  }
  @media (forced-colors: active) {
    :is(.badge, .unread-count) {
      border: 1px solid currentColor;
    }
  }
`;
