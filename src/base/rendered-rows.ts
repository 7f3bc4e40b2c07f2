import { render, type TemplateResult } from 'lit';
import type { RowHeights } from './row-heights.js';
import { selectionIn } from './selection-in.js';
import type { WindowedRowsOptions } from './windowed-rows-options.js';

interface Row<Item> {
  /** Lit's root. The element stands in the list, so that no marks of Lit's stand around it. */
  readonly root: DocumentFragment;
  element?: HTMLElement;
  item?: Item | undefined;
  index: number;
}

const spacerTags: Record<string, string> = { OL: 'li', UL: 'li', TBODY: 'tr' };

export const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** The rows of a list that are in the page, and in their place the room of those that are not. */
export class RenderedRows<Item> {
  readonly #list: HTMLElement;
  readonly #keyOf: (item: Item) => string;
  readonly #template: (item: Item, index: number) => TemplateResult;
  readonly #kept: (() => string | null) | undefined;
  #rows = new Map<string, Row<Item>>();
  readonly #above: HTMLElement;
  readonly #below: HTMLElement;
  readonly #gaps: HTMLElement[] = [];
  readonly #known = new Map<string, number>();

  constructor({ list, keyOf, row, held }: WindowedRowsOptions<Item>) {
    this.#list = list;
    this.#keyOf = keyOf;
    this.#template = row;
    this.#kept = held;
    list.append((this.#above = this.#newSpacer()), (this.#below = this.#newSpacer()));
  }

  get(key: string): HTMLElement | undefined {
    return this.#rows.get(key)?.element;
  }

  at(index: number): HTMLElement | undefined {
    return [...this.#rows.values()].find((row) => row.index === index)?.element;
  }

  /** What a row measured when it was last in the page. */
  heightOf(key: string): number | undefined {
    return this.#known.get(key);
  }

  /** Puts these rows into the page, and keeps there what must not leave it. */
  show(
    items: readonly Item[],
    [from, to]: readonly [from: number, to: number],
    heights: RowHeights,
  ): void {
    const root = this.#root;
    const wanted = new Set<number>();
    const held = this.#held().filter((index) => items[index]);
    for (const [start, end] of [[from, to] as const, ...held.map((index) => heights.line(index))]) {
      for (let index = start; index < end; index += 1) wanted.add(index);
    }
    const indexes = [...wanted].sort((one, other) => one - other);
    const focused = root.activeElement as HTMLElement | null;
    const former = this.#rows;
    this.#rows = new Map(indexes.map((index) => this.#draw(items[index]!, index)));
    // What stays keeps its order once the rest is gone: it is not moved, and keeps its state.
    for (const [key, { element }] of former) if (!this.#rows.has(key)) element!.remove();
    for (const gap of this.#gaps.splice(0)) gap.remove();
    this.#place(heights);
    // In another order, also the row with the focus may have had to move.
    if (focused?.isConnected && focused !== root.activeElement) {
      focused.focus({ preventScroll: true });
    }
  }

  /** Takes in how high the lines are, with the margins and gaps between them. */
  measure(heights: RowHeights): void {
    for (const [key, { element, index }] of this.#rows) {
      const [from, to] = heights.line(index);
      if (index === from) {
        let next: Element = element!;
        for (let count = from; count < to; count += 1) next = next.nextElementSibling!;
        const share = (topOf(next) - topOf(element!)) / (to - from);
        for (let one = from; one < to; one += 1) heights.set(one, share);
      }
      this.#known.set(key, heights.of(index));
    }
  }

  /** Follows the rows to where a change of the list has put them. */
  follow(placeOf: (index: number) => number): void {
    for (const row of this.#rows.values()) row.index = placeOf(row.index);
  }

  /** Has all rows rendered again, also those whose item stays the same. */
  expire(): void {
    for (const row of this.#rows.values()) row.item = undefined;
  }

  /** The row with the focus, its neighbours, a selection, and what is asked to stay. */
  #held(): number[] {
    const root = this.#root;
    const kept = this.#rows.get(this.#kept?.() ?? '');
    const held = kept ? [kept.index] : [];
    const [start, end = start] = this.#indexesOf(selectionIn(root));
    for (let index = start ?? 0; index <= (end ?? -1); index += 1) held.push(index);
    for (const index of this.#indexesOf([root.activeElement])) {
      held.push(index - 1, index, index + 1);
    }
    return held;
  }

  #indexesOf(nodes: readonly (Node | null)[]): number[] {
    const rows = [...this.#rows.values()];
    return nodes
      .map((node) => rows.find(({ element }) => element!.contains(node))?.index ?? -1)
      .filter((index) => index >= 0);
  }

  #draw(item: Item, index: number): [string, Row<Item>] {
    const key = this.#keyOf(item);
    const row = this.#rows.get(key) ?? { root: document.createDocumentFragment(), index };
    row.index = index;
    if (row.item !== item) {
      row.item = item;
      render(this.#template(item, index), row.root);
      // The same template has patched the element where it stands; another one made another.
      const made = row.root.firstElementChild as HTMLElement | null;
      if (made) {
        made.remove();
        row.element?.replaceWith(made);
        row.element = made;
      }
    }
    return [key, row];
  }

  get #root(): Document | ShadowRoot {
    return this.#list.getRootNode() as Document | ShadowRoot;
  }

  /** Puts the rows in their order, and between them the room of those that are not there. */
  #place(heights: RowHeights): void {
    const rows = [...this.#rows.values()];
    let next = this.#above.nextElementSibling!;
    const place = (element: HTMLElement): void => {
      if (element === next) next = next.nextElementSibling!;
      else this.#list.insertBefore(element, next);
    };
    let end = rows[0]?.index ?? 0;
    setHeight(this.#above, heights.top(end));
    for (const { element, index } of rows) {
      if (index > end) {
        const gap = this.#newSpacer();
        this.#gaps.push(gap);
        setHeight(gap, heights.top(index) - heights.top(end));
        place(gap);
      }
      place(element!);
      end = index + 1;
    }
    setHeight(this.#below, heights.top(heights.length) - heights.top(end));
  }

  #newSpacer(): HTMLElement {
    const spacer = document.createElement(spacerTags[this.#list.tagName] ?? 'div');
    spacer.setAttribute('aria-hidden', 'true');
    spacer.style.setProperty('grid-column', '1 / -1');
    return spacer;
  }
}

const setHeight = (spacer: HTMLElement, height: number): void =>
  spacer.style.setProperty('height', `${height}px`);
