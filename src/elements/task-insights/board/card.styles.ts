import { css } from 'lit';

/** A card, its figure, its legend and its chart. */
export const cardStyles = css`
  .card {
    min-width: 0;
    padding: 16px 20px 20px;
    background: var(--surface);
  }
  .card > header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 32px;
  }
  .as-table {
    min-height: 32px;
    margin-inline-end: -6px;
  }
  .as-table.square {
    width: 32px;
    color: var(--muted);
  }
  .as-table.square[aria-pressed='true'] {
    color: var(--accent);
    background: color-mix(in oklab, var(--accent) var(--tint), var(--surface));
  }
  .figure {
    color: var(--muted);
    font-size: 13px;
  }
  .figure strong {
    font-size: 24px;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.015em;
    color: var(--text);
  }
  .beside {
    min-height: 20px;
  }
  .compared {
    display: inline-flex;
    align-items: baseline;
    gap: 6px;
  }
  .trend {
    flex: none;
    width: 9px;
    height: 9px;
    fill: currentColor;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    min-height: 20px;
    margin-block: 14px 6px;
  }
  .span {
    min-width: 76px;
  }
  /* In a smaller card the days have a line of their own, so that its chart keeps its place. */
  .smaller .legend {
    min-height: 40px;
  }
  .smaller .span {
    flex: 0 0 100%;
  }
  .item {
    display: inline-flex;
    align-items: baseline;
    gap: 5px;
    white-space: nowrap;
  }
  .item b {
    font-weight: 600;
  }
  .mark {
    align-self: center;
    flex: none;
    width: 12px;
    height: 12px;
    fill: var(--tone);
  }
  .mark.line,
  .mark.dashes {
    fill: none;
    stroke: var(--tone);
    stroke-width: 2;
  }
  .rates {
    display: grid;
    align-content: start;
    gap: 16px;
    max-height: 228px;
    margin: 14px 0 0;
    padding: 0;
    overflow-y: auto;
    list-style: none;
  }
  .rates li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
  }
  .who {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .share {
    grid-column: 1 / -1;
    width: 100%;
    height: 6px;
  }
  .share .track {
    fill: var(--line);
  }
  .share .approved {
    fill: var(--tone);
  }
  .none {
    margin-block-start: 14px;
  }
  @container (max-width: 420px) {
    .card {
      padding-inline: 16px;
    }
    .reports .legend {
      min-height: 60px;
    }
    .reports .span {
      flex: 0 0 100%;
    }
  }
  @media (pointer: coarse) {
    .as-table {
      min-height: 44px;
    }
    .as-table.square {
      width: 44px;
    }
  }
  @media (forced-colors: active) {
    .card {
      outline: 1px solid CanvasText;
    }
    .share .track {
      fill: Canvas;
      stroke: GrayText;
    }
    .as-table.square[aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
