import { taskCards, type TaskCard } from '../data.js';
import { frame, settle, until } from './frames.js';
import { countNodes, hasCardInTheMiddle, tokenAt, type Seen } from './sight.js';

/** A list of tasks that takes part: it is made empty, in a box of 400 × 600. */
export interface Cards {
  /** What takes place elsewhere before these cards are shown. */
  prepare?(cards: readonly TaskCard[]): void;
  show(cards: readonly TaskCard[]): void;
  /** What will change, one after the other, and takes its way through another machine. */
  foresee?(cards: readonly TaskCard[]): void;
  /** One of the cards has become another. */
  update(card: TaskCard, cards: readonly TaskCard[]): void;
  /** Brings in what is not loaded. */
  loadAll?(): Promise<void>;
  scroller(): HTMLElement;
  destroy(): void;
}

export type MakeCards = (host: HTMLElement) => Promise<Cards>;

export interface Fling {
  readonly frames: number;
  readonly dropped: number;
  readonly blank: number;
}

/** What can be measured of a list in the page; the runner calls it from outside. */
export class ListBench {
  readonly #make: MakeCards;
  readonly #host = document.getElementById('host')!;
  readonly #seed: number;
  #list!: Cards;
  #cards: TaskCard[] = [];

  constructor(make: MakeCards, seed: number) {
    this.#make = make;
    this.#seed = seed;
  }

  async mount(): Promise<void> {
    this.#list = await this.#make(this.#host);
    await settle();
  }

  /** Milliseconds to the first card being seen. */
  async open(count: number): Promise<number | null> {
    this.#cards = taskCards(count, this.#seed);
    return this.#until(this.#cards, this.#cards[0]!.token);
  }

  loadAll(): Promise<void> | undefined {
    return this.#list.loadAll?.();
  }

  nodes(): number {
    return countNodes(this.#host);
  }

  settle(milliseconds: number): Promise<void> {
    return settle(milliseconds);
  }

  /** Milliseconds to narrow the list down to a few cards near its end, several times. */
  async filter(): Promise<(number | null)[]> {
    const times: (number | null)[] = [];
    for (let count = 0; count < 4; count += 1) {
      const part = this.#cards.at(-1 - count * 7)!.token.slice(0, 6);
      const few = this.#cards.filter(({ title }) => title.includes(part));
      this.#list.scroller().scrollTop = 0;
      times.push(await this.#until(few, few[0]!.token));
      await this.#until(this.#cards, this.#cards[0]!.token);
      await this.loadAll();
    }
    return times;
  }

  /** Milliseconds to another title being seen, several times. */
  async update(count: number): Promise<(number | null)[]> {
    const times: (number | null)[] = [];
    this.#list.scroller().scrollTop = 0;
    await settle(80);
    const changing = Array.from({ length: count }, (_, number) => {
      const token = `u${String(number).padStart(6, '0')}z`;
      return { ...this.#cards[1]!, title: `${token} updated title words`, token };
    });
    this.#list.foresee?.(changing);
    for (const card of changing) {
      const { token } = card;
      this.#cards = this.#cards.with(1, card);
      const show = () => this.#list.update(card, this.#cards);
      times.push(await until(show, () => this.#seen(token), 8_000));
    }
    return times;
  }

  /** Scrolls so many pixels with each frame; the browser runs at its normal rate. */
  async fling(frames: number, pixels: number): Promise<Fling> {
    const scroller = this.#list.scroller();
    scroller.scrollTop = 0;
    await settle(200);
    const gaps: number[] = [];
    let blank = 0;
    let last = await new Promise(requestAnimationFrame);
    for (let number = 1; number <= frames; number += 1) {
      scroller.scrollTop = number * pixels;
      void frame().then(() => {
        if (!hasCardInTheMiddle(this.#host, scroller)) blank += 1;
      });
      const now = await new Promise<number>(requestAnimationFrame);
      gaps.push(now - last);
      last = now;
    }
    await settle(200);
    const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / 16.67) - 1), 0);
    return { frames, dropped, blank };
  }

  /** Mounts, fills and unmounts so many times. */
  async cycle(times: number): Promise<void> {
    const cards = taskCards(50);
    for (let count = 0; count < times; count += 1) {
      const list = await this.#make(this.#host);
      list.prepare?.(cards);
      list.show(cards);
      await frame();
      await frame();
      list.destroy();
      this.#host.replaceChildren();
    }
    await settle(300);
  }

  #until(cards: readonly TaskCard[], token: string): Promise<number | null> {
    this.#list.prepare?.(cards);
    return until(
      () => this.#list.show(cards),
      () => this.#seen(token),
      20_000,
    );
  }

  #seen(token: string): Seen | null {
    return tokenAt(this.#host, this.#list.scroller(), token, 'top');
  }
}
