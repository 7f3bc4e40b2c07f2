import { choiceOf, lastDays, periodOf, today, type Choice, type Period } from './period.js';

/** What the attributes of a tag ask for. */
interface Asked {
  readonly from: string;
  readonly to: string;
}

/** Which days are shown: what the attributes say, until a person chooses others. */
export class ShownDays {
  readonly #asked: Asked;
  #chosen: Choice | undefined;
  #own: Period | undefined;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  get period(): Period {
    const { from, to } = this.#asked;
    if (this.#chosen === 'own' && this.#own) return this.#own;
    return typeof this.#chosen === 'number'
      ? lastDays(this.#chosen, today())
      : periodOf(from, to, today());
  }

  get choice(): Choice {
    return this.#chosen ?? choiceOf(this.period, today());
  }

  /** Days of one's own begin as those that are shown. */
  choose(choice: Choice): void {
    this.#own = this.period;
    this.#chosen = choice;
  }

  chooseOwn(period: Period): void {
    this.#own = period;
    this.#chosen = 'own';
  }

  /** Lets the attributes decide once more. */
  forget(): void {
    this.#chosen = undefined;
  }
}
