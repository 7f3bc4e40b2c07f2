import { countLine, none } from '../suites/counts.js';

/** A long proof on the terminal: what is checked and when, and at its end the count. */
export class Proof {
  readonly #start = Date.now();
  readonly #counts = { ...none };

  constructor() {
    // What was started ends with this process, also when it is interrupted.
    process.once('SIGINT', () => process.exit(130));
    process.once('SIGTERM', () => process.exit(143));
  }

  readonly tell = (words: string): void => {
    const seconds = String(Math.round((Date.now() - this.#start) / 1_000)).padStart(5);
    console.log(`${seconds} s  ${words}`);
  };

  /** What ends without a verdict has failed. */
  async check(name: string, look: () => Promise<[boolean, ...string[]]>): Promise<void> {
    const [isRight, ...lines] = await look().catch((error: unknown): [boolean, ...string[]] => {
      return [false, String(error)];
    });
    if (isRight) this.#counts.passed += 1;
    else this.#counts.failed += 1;
    this.tell([`${isRight ? '✔' : '✖'} ${name}`, ...lines].join('\n    '));
  }

  skip(reason: string): void {
    this.#counts.skipped += 1;
    console.log(`skipped: ${reason}`);
  }

  /** Prints the count, and lets the process end with a code that tells of failures. */
  end(): void {
    console.log(countLine(this.#counts));
    process.exitCode = this.#counts.failed > 0 ? 1 : 0;
  }
}
