/** What is seen on the screen, told from outside the contestant: by hit tests and boxes. */
export interface Seen {
  /** Pixels from the upper edge of the view. */
  readonly top: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function deepestAt(x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  while (element?.shadowRoot) {
    const inner = element.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === element) return element;
    element = inner;
  }
  return element;
}

function findText(root: Node, token: string): Range | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let count = 0; count < 200; count += 1) {
    const node = walker.nextNode() as Text | null;
    if (!node) return null;
    const start = node.data.indexOf(token);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + token.length);
    return range;
  }
  return null;
}

function viewOf(host: Element, scroller: Element): Box {
  const outer = host.getBoundingClientRect();
  const inner = scroller.getBoundingClientRect();
  return {
    left: Math.max(outer.left, inner.left),
    top: Math.max(outer.top, inner.top),
    right: Math.min(outer.right, inner.right),
    bottom: Math.min(outer.bottom, inner.bottom),
  };
}

function seenIn(element: Element, token: string, view: Box): Seen | null | undefined {
  const range = findText(element, token);
  if (!range) return undefined;
  const box = range.getBoundingClientRect();
  const isPainted = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const isInside = box.bottom <= view.bottom + 2 && box.top >= view.top - 2;
  return box.height > 0 && isPainted && isInside ? { top: box.top - view.top } : null;
}

/** Where the token is painted in the view, looked for on three verticals from one end. */
export function tokenAt(
  host: Element,
  scroller: Element,
  token: string,
  from: 'top' | 'bottom' = 'bottom',
): Seen | null {
  const view = viewOf(host, scroller);
  const known = new Set<Element>();
  for (let step = 0; step < 60; step += 1) {
    const y = from === 'bottom' ? view.bottom - 3 - step * 10 : view.top + 3 + step * 10;
    if (y < view.top || y > view.bottom) return null;
    for (const share of [0.5, 0.2, 0.8]) {
      let element = deepestAt(view.left + (view.right - view.left) * share, y);
      for (let up = 0; element && up < 5 && !known.has(element); up += 1) {
        known.add(element);
        if (element.childElementCount > 12 || element === scroller) break;
        const seen = seenIn(element, token, view);
        if (seen !== undefined) return seen;
        element = element.parentElement;
      }
    }
  }
  return null;
}

/** Pixels from the middle to beside it: more than there is between two cards. */
const beside = 24;

/** Whether cards stand in the middle of the view, and not a hole. */
export function hasCardInTheMiddle(host: Element, scroller: Element): boolean {
  const { left, right, top, bottom } = viewOf(host, scroller);
  const heights = [0, beside].map((below) => (top + bottom) / 2 + below);
  return heights.some((y) => isCardAt((left + right) / 2, y, scroller));
}

function isCardAt(x: number, y: number, scroller: Element): boolean {
  let element = deepestAt(x, y);
  for (let up = 0; element && element !== scroller && up < 8; up += 1) {
    const height = (element as HTMLElement).offsetHeight;
    if (height > 300) return false;
    if (height > 0 && /[tu]\d{6}z/.test(element.textContent ?? '')) return true;
    element = element.parentElement;
  }
  return false;
}

/** Elements, texts and comments below a node, shadow trees included. */
export function countNodes(root: Node): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  let count = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    count += 1;
    if (node instanceof Element && node.shadowRoot) count += countNodes(node.shadowRoot);
  }
  return count;
}
