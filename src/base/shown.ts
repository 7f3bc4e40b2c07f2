/** Remembers what was shown last, so that what is the same is not drawn again. */
export class Shown {
  #last: readonly unknown[] = [];

  /** Whether one of these facts is another than the last time. */
  isOther(...facts: readonly unknown[]): boolean {
    const last = this.#last;
    this.#last = facts;
    return facts.length !== last.length || facts.some((fact, index) => fact !== last[index]);
  }

  forget(): void {
    this.#last = [];
  }
}
