/** Milliseconds without a sign of life after which a stream is dead; the server beats every 15 s. */
const longest = 40_000;

/** Tells when a stream has been silent for too long. */
export class Silence {
  readonly #tooLong: () => void;
  #timer = setTimeout(() => this.#look(), longest);
  #heard = performance.now();

  constructor(tooLong: () => void) {
    this.#tooLong = tooLong;
  }

  /** A sign of life. It touches no timer, since a thousand may come at once. */
  break(): void {
    this.#heard = performance.now();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #look(): void {
    const left = this.#heard + longest - performance.now();
    if (left > 0) this.#timer = setTimeout(() => this.#look(), left);
    else this.#tooLong();
  }
}
