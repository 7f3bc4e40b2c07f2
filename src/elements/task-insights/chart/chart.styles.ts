import { css } from 'lit';

/** A chart of days: its lines, its marks, and the day that is read. */
export const chartStyles = css`
  .plot {
    height: 176px;
  }
  .plot svg {
    display: block;
    width: 100%;
    height: 176px;
    overflow: visible;
    direction: ltr;
    touch-action: pan-y;
  }
  .plot text {
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    fill: var(--muted);
  }
  .grid,
  .ground {
    stroke: var(--line);
    shape-rendering: crispEdges;
  }
  .ground {
    stroke: var(--edge);
  }
  .submitted,
  .median {
    --tone: var(--accent);
  }
  .approved {
    --tone: color-mix(in oklab, var(--positive) 62%, var(--surface));
  }
  .rejected {
    --tone: color-mix(in oklab, var(--negative) 62%, var(--surface));
  }
  .ninetieth {
    --tone: var(--muted);
  }
  .given,
  .opened {
    --tone: color-mix(in oklab, var(--accent) 72%, var(--surface));
  }
  .bars {
    fill: var(--tone);
  }
  .plot .line,
  .halo {
    fill: none;
    stroke: var(--tone);
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .halo {
    --tone: var(--surface);
    stroke-width: 4.5;
  }
  .plot .line.ninetieth {
    stroke-width: 1.5;
    stroke-dasharray: 4 4;
  }
  .band {
    fill: color-mix(in oklab, var(--accent) 12%, transparent);
  }
  .alone {
    fill: var(--tone);
  }
  .cursor {
    stroke: var(--text);
    stroke-width: 1;
  }
  .dot {
    fill: var(--tone);
    stroke: var(--surface);
    stroke-width: 2;
  }
  .day {
    fill: transparent;
    outline: none;
  }
  .day:focus-visible {
    fill: color-mix(in oklab, var(--accent) 18%, transparent);
    stroke: var(--accent);
    stroke-width: 2;
  }
  /* A picture keeps its own colours: they are the reader's then. */
  @media (forced-colors: active) {
    .plot text {
      fill: CanvasText;
    }
    .submitted,
    .median,
    .given,
    .opened,
    .approved {
      --tone: CanvasText;
    }
    .rejected,
    .ninetieth {
      --tone: GrayText;
    }
    .plot .line.submitted,
    .mark.submitted {
      --tone: Highlight;
    }
    .halo {
      --tone: Canvas;
    }
    .grid,
    .ground {
      stroke: GrayText;
    }
    .band {
      fill: none;
    }
    .cursor {
      stroke: Highlight;
    }
    .day:focus-visible {
      fill: none;
      stroke: Highlight;
    }
    .dot {
      stroke: Canvas;
    }
  }
`;
