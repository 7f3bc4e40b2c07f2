/** How many go first, and how long that is waited for, in milliseconds. */
const others = 2;
const patience = 2_000;

/** The requests about one dialogue, some of which let others go first. */
export class Lane {
  readonly #waiting = new Set<() => void>();

  /** Resolves with whether others went by in time. */
  letPass(): Promise<boolean> {
    return new Promise((resolve) => {
      let left = others;
      const end = (passed: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(count);
        resolve(passed);
      };
      const count = (): void => void ((left -= 1) === 0 && end(true));
      const timer = setTimeout(() => end(left < others), patience);
      this.#waiting.add(count);
    });
  }

  /** Another one has gone by. */
  pass(): void {
    for (const count of [...this.#waiting]) count();
  }
}
