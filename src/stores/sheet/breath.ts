/** Milliseconds of work after which a page gets its turn: a frame at 60 Hz has 16. */
const longest = 8;

/** Cuts long work into pieces between which the page lives on. */
export class Breath {
  #begun = performance.now();

  /** Lets the page go on if it has waited long enough. */
  async take(): Promise<void> {
    if (performance.now() - this.#begun < longest) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#begun = performance.now();
  }
}
