import { render, type TemplateResult } from 'lit';
import { heldIn } from './held-rows.js';
import { Shown } from '../shown.js';
import type { RowHeights } from './row-heights.js';
import type { WindowedRowsOptions } from './windowed-rows-options.js';

interface Row {
  /** Lit's root. The element stands in the list, so that no marks of Lit's stand around it. */
  readonly root: DocumentFragment;
  element?: HTMLElement;
  /** Its item, and what it shows beside it. */
  readonly shown: Shown;
  index: number;
  /** What followed it when it was measured. */
  next?: Element;
}

const spacerTags: Record<string, string> = { OL: 'li', UL: 'li', TBODY: 'tr' };

export const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** The rows of a list that are in the page, and in their place the room of those that are not. */
export class RenderedRows<Item> {
  readonly #list: HTMLElement;
  readonly #keyOf: (item: Item) => string;
  readonly #template: (item: Item, index: number) => TemplateResult;
  readonly #kept: (() => string | null) | undefined;
  readonly #beside: (item: Item, index: number) => readonly unknown[];
  readonly #isReused: boolean;
  #rows = new Map<string, Row>();
  readonly #above: HTMLElement;
  readonly #below: HTMLElement;
  readonly #gaps: HTMLElement[] = [];
  /** What was drawn since it was last measured. */
  readonly #fresh = new Set<Element>();
  /** Rows that leave the page, for those that come. */
  #spare: Row[] = [];
  /** Elements of rows that others were drawn into, and that stand where those stood. */
  readonly #reused = new Set<Element>();

  constructor({ list, keyOf, row, held, ...options }: WindowedRowsOptions<Item>) {
    this.#list = list;
    this.#keyOf = keyOf;
    this.#template = row;
    this.#kept = held;
    this.#beside = options.beside ?? (() => []);
    this.#isReused = options.isReused ?? false;
    list.append((this.#above = this.#newSpacer()), (this.#below = this.#newSpacer()));
  }

  get(key: string): HTMLElement | undefined {
    return this.#rows.get(key)?.element;
  }

  /** Where the rows stand in the list, in their order. */
  get indexes(): readonly number[] {
    return Array.from(this.#rows.values(), ({ index }) => index);
  }

  at(index: number): HTMLElement | undefined {
    for (const row of this.#rows.values()) if (row.index === index) return row.element;
    return undefined;
  }

  /** The first row in the page, from this one on, that passes. */
  firstFrom(from: number, passes: (index: number) => boolean): number | undefined {
    return this.indexes.find((index) => index >= from && passes(index));
  }

  /** Where a row stands; undefined if it is not in the page. */
  indexOf(key: string): number | undefined {
    return this.#rows.get(key)?.index;
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
    this.#spare = this.#leaving(new Set(indexes.map((index) => this.#keyOf(items[index]!))));
    this.#rows = new Map(indexes.map((index) => this.#draw(items[index]!, index)));
    // What stays keeps its order once the rest is gone: it is not moved, and keeps its state.
    for (const { element } of this.#spare) element!.remove();
    for (const gap of this.#gaps.splice(0)) gap.remove();
    this.#place(heights);
    // In another order, also the row with the focus may have had to move.
    if (focused?.isConnected && focused !== root.activeElement) {
      focused.focus({ preventScroll: true });
    }
  }

  /**
   * Takes in how high the lines are, with the margins and gaps between them: those of which
   * something was drawn since, or that have another line below them. With `all`, every one.
   */
  measure(heights: RowHeights, all = false): void {
    for (const row of this.#rows.values()) {
      const [from, to] = heights.line(row.index);
      if (row.index === from) this.#measure(row, from, to, heights, all);
    }
    this.#fresh.clear();
  }

  #measure(row: Row, from: number, to: number, heights: RowHeights, all: boolean): void {
    let next: Element = row.element!;
    let isKnown = !all && !this.#fresh.has(next);
    for (let count = from; count < to; count += 1) {
      next = next.nextElementSibling!;
      isKnown &&= !this.#fresh.has(next);
    }
    if (isKnown && next === row.next) return;
    row.next = next;
    const share = (topOf(next) - topOf(row.element!)) / (to - from);
    for (let one = from; one < to; one += 1) heights.set(one, share);
  }

  /** Follows the rows to where a change of the list has put them. */
  follow(placeOf: (index: number) => number): void {
    for (const row of this.#rows.values()) row.index = placeOf(row.index);
  }

  /** Has the rows rendered again though all that they show stays the same. */
  expire(): void {
    for (const { shown } of this.#rows.values()) shown.forget();
  }

  /** Where the rows are that stay in the page wherever one reads. */
  #held(): number[] {
    const rows = [...this.#rows.values()];
    const kept = this.#rows.get(this.#kept?.() ?? '');
    const placeOf = (node: Node | null): number =>
      rows.find(({ element }) => element === node)?.index ?? -1;
    return [...heldIn(this.#list, placeOf), ...(kept ? [kept.index] : [])];
  }

  /** The rows that do not stay, in their order. */
  #leaving(staying: ReadonlySet<string>): Row[] {
    return [...this.#rows].filter(([key]) => !staying.has(key)).map(([, row]) => row);
  }

  #draw(item: Item, index: number): [string, Row] {
    const key = this.#keyOf(item);
    const row = this.#rows.get(key) ?? this.#newRow(index);
    row.index = index;
    if (row.shown.isOther(item, ...this.#beside(item, index))) {
      render(this.#template(item, index), row.root);
      // The same template has patched the element where it stands; another one made another.
      const made = row.root.firstElementChild as HTMLElement | null;
      if (made) {
        made.remove();
        row.element?.replaceWith(made);
        if (this.#reused.delete(row.element!)) this.#reused.add(made);
        row.element = made;
      }
      this.#fresh.add(row.element!);
    }
    return [key, row];
  }

  /** A row that leaves is drawn anew for one that comes, unless the focus is in it. */
  #newRow(index: number): Row {
    const { activeElement } = this.#root;
    const spare = this.#spare.findIndex(({ element }) => !element!.contains(activeElement));
    const [reused] = this.#isReused && spare >= 0 ? this.#spare.splice(spare, 1) : [];
    if (reused) this.#reused.add(reused.element!);
    return reused ?? { root: document.createDocumentFragment(), shown: new Shown(), index };
  }

  get #root(): Document | ShadowRoot {
    return this.#list.getRootNode() as Document | ShadowRoot;
  }

  /** Puts the rows in their order, and between them the room of those that are not there. */
  #place(heights: RowHeights): void {
    const rows = [...this.#rows.values()];
    let next = this.#above.nextElementSibling!;
    const place = (element: HTMLElement): void => {
      this.#reused.delete(element);
      // It belongs further down. What stays would otherwise have to be moved before it.
      while (next !== element && this.#reused.has(next)) next = removed(next);
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

/** Takes an element away, and gives what followed it. */
function removed(element: Element): Element {
  const next = element.nextElementSibling!;
  element.remove();
  return next;
}

const setHeight = (spacer: HTMLElement, height: number): void =>
  spacer.style.setProperty('height', `${height}px`);
