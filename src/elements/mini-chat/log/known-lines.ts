import type { Line } from '../../../stores/dialogue/conversation.js';

/** The lines that are loaded, and what rows need of lines other than their own. */
export class KnownLines {
  #lines: readonly Line[] = [];
  /**
   * Those that were asked for. Few are quoted, and an index of them all would weigh as much as
   * the rest of what is known of them.
   */
  readonly #quoted = new Map<string, Line | undefined>();
  #changes = 0;

  /** Grows when what a row quotes has come, or has become something else. */
  get changes(): number {
    return this.#changes;
  }

  at(index: number): Line | undefined {
    return this.#lines[index];
  }

  has(id: string): boolean {
    return this.#lines.some((line) => line.id === id);
  }

  /** A line that a row quotes. */
  quoted(id: string): Line | undefined {
    if (!this.#quoted.has(id)) {
      const line = this.#lines.find((each) => each.id === id);
      this.#quoted.set(id, line);
    }
    return this.#quoted.get(id);
  }

  /** Goes over to these lines. Gives those that stay, and have another neighbour. */
  update(lines: readonly Line[]): readonly string[] {
    const former = this.#lines;
    if (lines === former) return [];
    let start = 0;
    while (start < former.length && former[start] === lines[start]) start += 1;
    const shift = lines.length - former.length;
    let end = former.length;
    while (end > start && former[end - 1] === lines[end - 1 + shift]) end -= 1;
    this.#lines = lines;
    for (const line of lines.slice(start, end + shift)) this.#learn(line);
    const neighbours = [lines[start - 1], lines[end + shift]];
    return neighbours.filter((line) => line !== undefined).map(({ id }) => id);
  }

  #learn(line: Line): void {
    if (!this.#quoted.has(line.id)) return;
    this.#quoted.set(line.id, line);
    this.#changes += 1;
  }
}
