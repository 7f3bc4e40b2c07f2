/** Milliseconds in which whoever listens answers. */
const patience = 250;

/** Whether anybody hears what this tab tells the others: to tell it to nobody costs as much. */
export class Audience {
  #isThere = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Until it is clear that nobody listens, somebody may. */
  get isThere(): boolean {
    return this.#isThere;
  }

  /** All who listen have been asked to answer. */
  ask(): void {
    this.#isThere = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#isThere = false), patience);
  }

  /**
   * Somebody answers.
   * @returns whether they are late, and may have missed something
   */
  answer(): boolean {
    clearTimeout(this.#timer);
    const isLate = !this.#isThere;
    this.#isThere = true;
    return isLate;
  }
}
