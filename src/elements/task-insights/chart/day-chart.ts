import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { dayTicks } from './day-ticks.js';
import {
  heightOf,
  leftOf,
  middleOf,
  rightOf,
  rounded,
  slotLeft,
  slotWidth,
  type Plot,
} from './plot.js';
import type { Reading } from './reading.js';
import type { Scale } from './scale.js';

/** A chart of one or more values of each day. */
export interface DayChart {
  /** Under which its reading is known. */
  readonly name: string;
  /** What its days tell. */
  readonly label: string;
  readonly count: number;
  readonly scale: Scale;
  readonly mirrored: boolean;
  /** The bars and lines. */
  readonly marks: (plot: Plot) => SVGTemplateResult;
  /** What lies on the lines at the day that is read, as values of the scale. */
  readonly dots?: (day: number) => readonly (readonly [kind: string, value: number | null])[];
  /** A value beside its line; a date below; all values of a day. */
  readonly value: (value: number) => string;
  readonly date: (day: number) => string;
  readonly words: (day: number) => string;
}

/** Pixels, as the styles reserve them. */
const height = 176;
const [gutter, top, bottom] = [44, 8, 24];

const plotOf = ({ count, scale, mirrored }: DayChart, width: number): Plot => ({
  ...{ width, height, gutter, top, bottom },
  ...{ mirrored, count, scale },
});

/** The lines of the values, the one of nought stronger, each with its value. */
function grid({ value }: DayChart, plot: Plot): SVGTemplateResult[] {
  const [left, right] = [leftOf(plot), rightOf(plot)];
  const [x, anchor] = plot.mirrored ? [right + 8, 'start'] : [left - 8, 'end'];
  return plot.scale.ticks.map((tick) => {
    const y = Math.round(heightOf(tick, plot)) + 0.5;
    return svg`
      <line class=${tick === 0 ? 'ground' : 'grid'} x1=${left} x2=${right} y1=${y} y2=${y} />
      <text x=${x} y=${y} dy="0.35em" text-anchor=${anchor}>${value(tick)}</text>
    `;
  });
}

const dates = ({ date }: DayChart, plot: Plot): SVGTemplateResult[] =>
  dayTicks(plot).map(
    ({ index, x, anchor }) =>
      svg`<text x=${rounded(x)} y=${height - 4} text-anchor=${anchor}>${date(index)}</text>`,
  );

/** Where the day lies that is read. */
function cursor({ dots }: DayChart, plot: Plot, day: number): SVGTemplateResult {
  const x = rounded(middleOf(day, plot));
  const marked = (dots?.(day) ?? []).map(([kind, value]) =>
    value === null
      ? nothing
      : svg`<circle class="dot ${kind}" cx=${x} cy=${rounded(heightOf(value, plot))} r="4" />`,
  );
  const [from, to] = [top, height - bottom];
  return svg`<line class="cursor" x1=${x} x2=${x} y1=${from} y2=${to} />${marked}`;
}

/** The places of the days: what is read aloud, and where the focus can be. */
function days({ name, count, words }: DayChart, plot: Plot, reading: Reading): SVGTemplateResult[] {
  const width = rounded(slotWidth(plot));
  const resting = reading.resting(name, count);
  return Array.from(
    { length: count },
    (_, day) => svg`<rect
      class="day"
      role="img"
      aria-label=${words(day)}
      tabindex=${day === resting ? 0 : -1}
      x=${rounded(slotLeft(day, plot))}
      y=${top}
      width=${width}
      height=${height - top - bottom}
      @focus=${() => reading.focus(name, day)}
      @blur=${() => reading.focus(name, undefined)}
    />`,
  );
}

function picture(chart: DayChart, plot: Plot, reading: Reading): TemplateResult {
  const { name, label } = chart;
  const day = reading.day(name);
  return html`<svg
    viewBox="0 0 ${plot.width} ${height}"
    role="group"
    aria-label=${label}
    @pointermove=${(event: PointerEvent) => reading.hover(name, event, plot)}
    @pointerdown=${(event: PointerEvent) => reading.hover(name, event, plot)}
    @pointerleave=${() => reading.leave(name)}
    @keydown=${(event: KeyboardEvent) => reading.press(name, event, plot)}
  >
    <g aria-hidden="true">
      ${grid(chart, plot)}${dates(chart, plot)}${chart.marks(plot)}
      ${day === undefined ? nothing : cursor(chart, plot, day)}
    </g>
    ${days(chart, plot, reading)}
  </svg>`;
}

/** A chart of days, in the room that it has on the screen. */
export const dayChart = (chart: DayChart, reading: Reading): TemplateResult => {
  const width = reading.width(chart.name);
  return html`<div class="plot" data-chart=${chart.name}>
    ${width > gutter ? picture(chart, plotOf(chart, width), reading) : nothing}
  </div>`;
};
