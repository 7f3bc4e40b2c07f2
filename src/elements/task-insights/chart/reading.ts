import type { LitElement, ReactiveController } from 'lit';
import { watchSizes } from '../../../base/size-turn.js';
import type { Plot } from './plot.js';
import { dayAt } from './plot.js';

/** How far a key leads along the days; a page is a week. */
const strides: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  PageUp: -7,
  PageDown: 7,
  Home: -Infinity,
  End: Infinity,
};

/** Which day a key leads to from another one; undefined for any other key. */
export function dayAfter(key: string, from: number, { count, mirrored }: Plot): number | undefined {
  const stride = strides[key];
  if (stride === undefined) return undefined;
  const way = mirrored && key.startsWith('Arrow') ? -1 : 1;
  return Math.min(count - 1, Math.max(0, from + way * stride));
}

/** What a hand or an eye does with one chart. */
interface Read {
  width: number;
  /** The day under the pointer, and the one that has the focus. */
  hovered?: number | undefined;
  focused?: number | undefined;
  /** The day that the focus comes back to. */
  rests?: number | undefined;
}

/**
 * How wide the charts of a tag are, and which of their days is read: the one under the pointer, else
 * the one that has the focus.
 */
export class Reading implements ReactiveController {
  readonly #host: LitElement;
  readonly #reads = new Map<string, Read>();
  #observer: ResizeObserver | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = watchSizes(() => this.#remeasure());
  }

  hostUpdated(): void {
    for (const place of this.#places) this.#observer?.observe(place);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  /** Pixels; none until it was measured. */
  width(name: string): number {
    return this.#of(name).width;
  }

  /** The day that is read, if one is. */
  day(name: string): number | undefined {
    const { hovered, focused } = this.#of(name);
    return hovered ?? focused;
  }

  /** The day that the focus comes to: the last one, until another had it. */
  resting(name: string, count: number): number {
    return Math.min(this.#of(name).rests ?? count - 1, count - 1);
  }

  hover(name: string, { clientX, currentTarget }: PointerEvent, plot: Plot): void {
    const { left } = (currentTarget as Element).getBoundingClientRect();
    this.#set(name, { hovered: dayAt(clientX - left, plot) });
  }

  leave(name: string): void {
    this.#set(name, { hovered: undefined });
  }

  focus(name: string, day: number | undefined): void {
    this.#set(name, { focused: day, ...(day !== undefined && { rests: day, hovered: undefined }) });
  }

  /** Leads the focus along the days. */
  press(name: string, event: KeyboardEvent, plot: Plot): void {
    const { key, altKey, ctrlKey, metaKey, currentTarget } = event;
    const day = dayAfter(key, this.resting(name, plot.count), plot);
    if (day === undefined || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    const days = (currentTarget as Element).querySelectorAll<SVGElement>('.day');
    days[day]?.focus({ preventScroll: true });
  }

  get #places(): NodeListOf<HTMLElement> {
    return this.#host.renderRoot.querySelectorAll<HTMLElement>('.plot');
  }

  #of(name: string): Read {
    const read = this.#reads.get(name) ?? { width: 0 };
    this.#reads.set(name, read);
    return read;
  }

  #set(name: string, facts: Partial<Read>): void {
    const read = this.#of(name);
    const isOther = (Object.keys(facts) as (keyof Read)[]).some((key) => read[key] !== facts[key]);
    Object.assign(read, facts);
    if (isOther) this.#host.requestUpdate();
  }

  /** What is hidden for a while has no width, and comes back as it was. */
  #remeasure(): void {
    for (const { clientWidth, dataset } of this.#places)
      if (clientWidth > 0) this.#set(dataset.chart ?? '', { width: clientWidth });
  }
}
