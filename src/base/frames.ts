/** Milliseconds after which a page that gets no frames, since nobody sees it, goes on without. */
const patience = 100;
/** Milliseconds between the drawings of a burst: fast screens have frames that nobody reads. */
const pause = 12;
/** How often something was asked for again, frame after frame, when it is a burst. */
const patientFrom = 2;

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

/**
 * Does one thing at once, and all that is asked for before the next frame together with that. In a
 * burst, in which each frame is asked for more, it leaves out frames.
 */
export class Frames {
  readonly #work: () => void;
  #isWaiting = false;
  #isWanted = false;

  constructor(work: () => void) {
    this.#work = work;
  }

  readonly ask = (): void => {
    if (this.#isWaiting) this.#isWanted = true;
    else this.#begin(0);
  };

  /** `before` is how often it was done right before. */
  #begin(before: number): void {
    this.#isWaiting = true;
    this.#isWanted = false;
    this.#work();
    const goOn = (): void => {
      this.#isWaiting = false;
      if (this.#isWanted) this.#begin(before + 1);
    };
    if (before < patientFrom) inNextFrame(goOn);
    else setTimeout(goOn, pause);
  }
}
