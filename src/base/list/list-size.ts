/**
 * The size that a list has on the screen, and how many rows stand side by side in it. If it is not
 * the size that the list was left with, something else than the drawing has changed its rows.
 */
export class ListSize {
  /** As of the last {@link look}. */
  columns = 1;
  readonly #list: HTMLElement;
  readonly #columns: () => number;
  #kept = '';

  constructor(list: HTMLElement, columns = () => 1) {
    this.#list = list;
    this.#columns = columns;
  }

  /** Whether the list has another size than it was left with. */
  look(): boolean {
    const isOther = this.#size !== this.#kept;
    if (isOther) this.columns = this.#columns();
    return isOther;
  }

  /** Leaves the list as it is. */
  keep(): void {
    this.#kept = this.#size;
  }

  get #size(): string {
    const { width, height } = this.#list.getBoundingClientRect();
    return `${width} ${height}`;
  }
}
