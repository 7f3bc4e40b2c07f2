/** Milliseconds after which a page that gets no frames, since nobody sees it, goes on without. */
const patience = 100;

/** Calls in the next frame, before it is painted. */
function inNextFrame(call: () => void): void {
  const go = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    call();
  };
  const frame = requestAnimationFrame(go);
  const timer = setTimeout(go, patience);
}

/** Does one thing at once, and all that is asked for before the next frame together with that. */
export class Frames {
  readonly #work: () => void;
  #isWaiting = false;
  #isWanted = false;

  constructor(work: () => void) {
    this.#work = work;
  }

  readonly ask = (): void => {
    if (this.#isWaiting) this.#isWanted = true;
    else this.#begin();
  };

  #begin(): void {
    this.#isWaiting = true;
    this.#isWanted = false;
    this.#work();
    inNextFrame(() => {
      this.#isWaiting = false;
      if (this.#isWanted) this.#begin();
    });
  }
}
