import type { Line } from '../../../stores/dialogue/conversation.js';

/** The lines that are loaded, and which of them others quote. */
export class KnownLines {
  #lines: readonly Line[] = [];
  /**
   * Where those stand that were asked for; -1 if they are not loaded. Few are quoted, and an index
   * of them all would weigh as much as the rest of what is known of them.
   */
  readonly #quoted = new Map<string, number>();

  at(index: number): Line | undefined {
    return this.#lines[index];
  }

  has(id: string): boolean {
    return this.#lines.some((line) => line.id === id);
  }

  /** A line that a row quotes. */
  quoted(id: string): Line | undefined {
    const place = this.#quoted.get(id);
    if (place === -1) return undefined;
    const line = this.#lines[place ?? -1];
    if (line?.id === id) return line;
    const found = this.#lines.findIndex((each) => each.id === id);
    this.#quoted.set(id, found);
    return this.#lines[found];
  }

  /** Goes over to these lines. */
  update(lines: readonly Line[]): void {
    if (lines === this.#lines) return;
    this.#lines = lines;
    for (const [id, place] of this.#quoted) if (place === -1) this.#quoted.delete(id);
  }
}
