import type { Waiting } from '../outbox/waiting.js';

/**
 * Which of the messages that wait have come back as lines, whichever was first here. Few wait: so
 * nobody needs to keep the ids of all lines.
 */
export class Echoes {
  /** Whether each of those that wait has come back. */
  #isBack = new Map<string, boolean>();

  /** A line has come. */
  hear(id: string): void {
    if (this.#isBack.has(id)) this.#isBack.set(id, true);
  }

  /** Those that have not come back. What is new here is looked for among the lines. */
  without(
    waiting: readonly Waiting[],
    lines: readonly { readonly id: string }[],
  ): readonly Waiting[] {
    const former = this.#isBack;
    this.#isBack = new Map(waiting.map(({ id }) => [id, former.get(id) ?? false]));
    if (waiting.some(({ id }) => !former.has(id))) for (const { id } of lines) this.hear(id);
    return waiting.filter(({ id }) => !this.#isBack.get(id));
  }
}
