import { viewFrom, type TaskView } from './task-view.js';

/** The first task in view, and how far below the upper edge of the window it begins. */
export interface Anchor {
  readonly id: string;
  readonly top: number;
}

/** Where somebody is in the list. */
export interface Place {
  readonly view: TaskView;
  /** The task that is open. */
  readonly task: string | null;
  readonly anchor: Anchor | null;
  /** How many tasks were loaded. */
  readonly count: number;
}

interface Left {
  readonly place: Place;
  readonly site: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Milliseconds that somebody may take to sign in. */
const patience = 30 * 60_000;

const keyOf = (endpoint: string): string =>
  `taskchat place ${JSON.stringify([endpoint, location.pathname])}`;

/** Keeps a place in this tab of the browser while its person signs in on another page. */
export function leavePlace(endpoint: string, site: string, place: Place): void {
  const left: Left = { place, site, at: Date.now() };
  try {
    sessionStorage.setItem(keyOf(endpoint), JSON.stringify(left));
  } catch {
    // They come back to the beginning then.
  }
}

/** The place that was left here to sign in, once. */
export function takePlace(endpoint: string, site: string): Place | undefined {
  try {
    const key = keyOf(endpoint);
    const left = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Left | null;
    sessionStorage.removeItem(key);
    if (left?.site !== site || Date.now() - left.at > patience) return undefined;
    return { ...left.place, view: viewFrom({ ...left.place.view }) };
  } catch {
    return undefined;
  }
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** The first card in view; null where one is still at the beginning of the list. */
export function anchorIn(
  cards: readonly HTMLElement[],
  idOf: (card: HTMLElement) => string,
): Anchor | null {
  const first = cards.find((card) => card.getBoundingClientRect().bottom > edgeOf(card));
  if (!first || (first.ariaPosInSet === '1' && topOf(first) >= edgeOf(first))) return null;
  return { id: idOf(first), top: topOf(first) };
}

/** Scrolls what the card stands in until it is as far down as it was. */
export function bringBack(card: HTMLElement, top: number): void {
  const scroller = scrollerOf(card) ?? document.scrollingElement;
  scroller?.scrollBy({ top: topOf(card) - top, behavior: 'instant' });
}

/** Where on the screen the tasks come into view. */
const edgeOf = (card: Element): number =>
  Math.max(0, topOf(scrollerOf(card) ?? card.ownerDocument.body));

/** What scrolls around an element, shadow trees included; undefined if the page does. */
function scrollerOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  const around =
    element.assignedSlot ??
    element.parentElement ??
    (root instanceof ShadowRoot ? root.host : undefined);
  if (!around || around === document.scrollingElement || around === document.body) return undefined;
  const scrolls =
    around.scrollHeight > around.clientHeight + 1 &&
    /auto|scroll/.test(getComputedStyle(around).overflowY);
  return scrolls ? around : scrollerOf(around);
}
