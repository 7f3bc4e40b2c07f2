import type { Line } from '../../../stores/dialogue/conversation.js';
import type { Neighbours } from '../rows/timeline.js';

/** Whether a line looks alike between these neighbours and those. */
export type AreAlike = (line: Line, one: Neighbours, other: Neighbours) => boolean;

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

  /** Goes over to these lines. Gives those that stay, and do not look alike any more. */
  update(lines: readonly Line[], areAlike: AreAlike): readonly string[] {
    const former = this.#lines;
    if (lines === former) return [];
    let start = 0;
    while (start < former.length && former[start] === lines[start]) start += 1;
    const shift = lines.length - former.length;
    let end = former.length;
    while (end > start && former[end - 1] === lines[end - 1 + shift]) end -= 1;
    this.#lines = lines;
    for (const line of lines.slice(start, end + shift)) this.#learn(line);
    const isOther = ([before, now]: readonly [number, number]): boolean => {
      const line = lines[now];
      return line !== undefined && !areAlike(line, around(former, before), around(lines, now));
    };
    const beside = [[start - 1, start - 1] as const, [end, end + shift] as const];
    return beside.filter(isOther).map(([, now]) => lines[now]!.id);
  }

  #learn(line: Line): void {
    if (!this.#quoted.has(line.id)) return;
    this.#quoted.set(line.id, line);
    this.#changes += 1;
  }
}

const around = (lines: readonly Line[], index: number): Neighbours => [
  lines[index - 1],
  lines[index + 1],
];
