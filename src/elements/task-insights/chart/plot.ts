import type { Scale } from './scale.js';

/** Where a chart is drawn, in pixels of its own picture. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  /** The room for the values beside the lines, on the side where lines of words begin. */
  readonly gutter: number;
  /** The room above the uppermost line, and for the days below the lowest. */
  readonly top: number;
  readonly bottom: number;
  /** Whether days run from right to left, as the words do. */
  readonly mirrored: boolean;
  /** How many days there are. */
  readonly count: number;
  readonly scale: Scale;
}

/** To a tenth of a pixel: more would only be longer. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;

/** How wide the place of one day is. */
export const slotWidth = ({ width, gutter, count }: Plot): number => (width - gutter) / count;

/** Where the lines of values begin and end. */
export const leftOf = ({ gutter, mirrored }: Plot): number => (mirrored ? 0 : gutter);
export const rightOf = ({ width, gutter, mirrored }: Plot): number =>
  mirrored ? width - gutter : width;

/** The left edge of a day's place. */
export function slotLeft(index: number, plot: Plot): number {
  const place = plot.mirrored ? plot.count - 1 - index : index;
  return leftOf(plot) + place * slotWidth(plot);
}

export const middleOf = (index: number, plot: Plot): number =>
  slotLeft(index, plot) + slotWidth(plot) / 2;

/** How far down a value lies. */
export function heightOf(value: number, { height, top, bottom, scale }: Plot): number {
  const share = (value - scale.min) / (scale.max - scale.min);
  return height - bottom - share * (height - top - bottom);
}

/** The day at a place across; the nearest when the place lies beside the days. */
export function dayAt(x: number, plot: Plot): number {
  const place = Math.floor((x - leftOf(plot)) / slotWidth(plot));
  const within = Math.min(plot.count - 1, Math.max(0, place));
  return plot.mirrored ? plot.count - 1 - within : within;
}
