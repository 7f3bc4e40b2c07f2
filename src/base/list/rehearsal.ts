import type { LitElement } from 'lit';
import { drawOutOfSight } from '../out-of-sight.js';
import { WindowedPage } from './windowed-page.js';
import type { WindowedRowsOptions } from './windowed-rows-options.js';

/** What is drawn before there is anything to show. */
export interface Scene<Item> {
  /** The list, with what stands around it: drawn anew, since an element has but one place. */
  readonly stage: () => unknown;
  /** The same ones for all lists of a kind. */
  readonly items: readonly Item[];
}

/**
 * Draws a list out of sight, once for each kind, unless it is too late for that: the first answer
 * is then drawn sooner.
 */
export function rehearse<Item>(
  host: LitElement,
  { stage, items }: Scene<Item>,
  options: Omit<WindowedRowsOptions<Item>, 'list'>,
  isLate: () => boolean,
): void {
  const play = (root: ShadowRoot): void => {
    // It is the list's own scroller, and has more than it shows.
    const rest = document.createElement('div');
    rest.style.cssText = 'flex: none; height: 1000px';
    root.append(rest);
    const list = root.querySelector<HTMLElement>('[part="list"]')!;
    const rows = new WindowedPage<Item>({ ...options, list });
    rows.connect();
    rows.draw(items);
    rows.draw(items.toReversed());
    rows.disconnect();
  };
  drawOutOfSight(host, { kind: items, isLate, stage, play });
}
