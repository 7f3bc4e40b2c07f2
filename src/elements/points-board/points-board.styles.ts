import { css } from 'lit';

export const pointsBoardStyles = css`
  .body {
    padding-inline: 0;
    padding-block-end: 8px;
  }
  .notice,
  .skeleton {
    margin: 0 20px 12px;
  }
  .month {
    padding: 0 20px 8px;
  }
  .own {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    margin: 0 20px 12px;
    padding: 10px 14px;
    background: color-mix(in oklab, var(--accent) var(--tint), var(--surface));
    border-radius: var(--radius-small);
  }
  .own.none {
    background: var(--raised);
  }
  .own strong {
    font-size: 20px;
    line-height: 1.2;
  }
  .own .reward {
    margin-inline-start: auto;
  }
  .rows {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row[part] {
    display: flex;
    flex-wrap: nowrap;
    align-items: center;
    gap: 12px;
    min-height: 48px;
    padding: 8px 20px;
    border-block-start: 1px solid var(--line);
    contain: layout style;
  }
  .place {
    flex: none;
    min-width: 32px;
    height: 32px;
    padding-inline: 4px;
    font-weight: 600;
    line-height: 32px;
    text-align: center;
    color: var(--muted);
    border-radius: 999px;
  }
  .first .place {
    color: var(--accent);
    background: color-mix(in oklab, var(--accent) var(--tint), var(--surface));
  }
  .name {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .badge.you {
    --tone: var(--accent);
    margin-inline-start: 8px;
    padding-inline: 10px;
  }
  .row[aria-current='true'] {
    font-weight: 600;
  }
  .more {
    margin: 12px 20px;
    width: calc(100% - 40px);
  }
  @container (max-width: 420px) {
    .row[part],
    .month {
      padding-inline: 16px;
    }
    .own,
    .notice,
    .skeleton {
      margin-inline: 16px;
    }
  }
  @media (forced-colors: active) {
    .own {
      border: 1px solid CanvasText;
    }
  }
`;
