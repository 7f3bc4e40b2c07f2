import type { TemplateResult } from 'lit';

/** What a windowed list shows, and where. */
export interface WindowedRowsOptions<Item> {
  /** An `ol`, `ul`, `tbody` or other element that holds the rows and nothing else. */
  readonly list: HTMLElement;
  /** Tells rows apart; no two items have the same. */
  readonly keyOf: (item: Item) => string;
  /**
   * Draws a row: one element with all that is in it. It is called again when the item, or what it
   * shows beside it, is another object. Rows want `contain: content` in their styles, and cannot
   * know who is `:first-child`.
   */
  readonly row: (item: Item, index: number) => TemplateResult;
  /** How high a row will be, in pixels; it counts until the row is drawn for the first time. */
  readonly estimate: (item: Item, columns: number) => number;
  /** What a row shows beside its item. Default: nothing. */
  readonly beside?: (item: Item, index: number) => readonly unknown[];
  /**
   * Whether a row that leaves the page is drawn anew for one that comes, which takes half the time.
   * Nothing of it may then be left to the browser alone, such as a picture that loads. Default: no.
   */
  readonly isReused?: boolean;
  /** A row that, once drawn, stays in the page wherever one reads, as those with the focus do. */
  readonly held?: () => string | null;
  /** How many rows of a grid without a gap between its lines stand side by side. Default: 1. */
  readonly columns?: () => number;
  /** Between drawing rows and measuring them: what changes elsewhere is laid out with them. */
  readonly onDraw?: () => void;
  /** After each drawing: other rows may be in the page, and the reader elsewhere. */
  readonly onRange?: () => void;
}
