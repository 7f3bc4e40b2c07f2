/** Milliseconds between two reports. */
const pace = 30_000;

/** Tells how far a long proof is: each half minute, and when the process ends before it is over. */
export class Progress {
  readonly #line: () => string;
  readonly #look: () => Promise<void>;
  readonly #tell: (words: string) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #cut = (): void => this.#tell(`cut short: ${this.#line()}`);

  /** `look` brings up to date what `line` tells. Default: there is nothing to look for. */
  constructor(
    line: () => string,
    tell: (words: string) => void = () => {},
    look: () => Promise<void> = async () => {},
  ) {
    this.#line = line;
    this.#tell = tell;
    this.#look = look;
    this.#timer = setInterval(() => void this.#report(), pace);
    process.once('exit', this.#cut);
  }

  end(): void {
    clearInterval(this.#timer);
    process.off('exit', this.#cut);
  }

  async #report(): Promise<void> {
    await this.#look();
    this.#tell(this.#line());
  }
}
