import type { LitElement } from 'lit';
import { drawOutOfSight } from '../out-of-sight.js';
import { WindowedPage } from './windowed-page.js';
import type { WindowedRowsOptions } from './windowed-rows-options.js';

/** What is drawn before there is anything to show. */
export interface Scene<Item> {
  /** The list, with what stands around it: drawn anew, since an element has but one place. */
  stage(): unknown;
  readonly items: readonly Item[];
}

const played = new WeakSet<object>();

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
  if (played.has(items)) return;
  played.add(items);
  drawOutOfSight(host, isLate, stage, (root) => {
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
  });
}
