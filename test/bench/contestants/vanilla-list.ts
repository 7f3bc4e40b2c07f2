import type { TaskCard } from '../data.js';
import type { Cards, MakeCards } from '../page/list-bench.js';

/** Pixels of every card. */
const height = 150;
/** Cards around the view that are drawn. */
const ahead = 3;

function add<Tag extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  tag: Tag,
  text: string,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.textContent = text;
  parent.append(made);
  return made;
}

function cardOf({ title, description, status, points }: TaskCard): HTMLElement {
  const card = document.createElement('article');
  card.className = 'card';
  card.style.cssText = 'position:absolute;left:0;right:0';
  add(card, 'h3', title);
  add(card, 'p', description);
  const foot = add(card, 'div', '');
  add(foot, 'span', status);
  add(foot, 'span', `${points} points`);
  add(foot, 'button', 'Take');
  return card;
}

interface Drawn {
  readonly card: TaskCard;
  readonly element: HTMLElement;
  top: number;
}

/** The baseline: plain DOM, only the cards in view, all of one height, kept by key. */
class VanillaList implements Cards {
  readonly #scroller = document.createElement('div');
  readonly #box = document.createElement('div');
  #cards: readonly TaskCard[] = [];
  #drawn = new Map<string, Drawn>();
  #frame = 0;
  readonly #height: number;

  constructor(host: HTMLElement) {
    this.#scroller.className = 'cards';
    this.#box.style.position = 'relative';
    this.#scroller.append(this.#box);
    host.append(this.#scroller);
    this.#height = this.#scroller.clientHeight;
    const scrolled = () => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0;
        this.#paint();
      });
    };
    this.#scroller.addEventListener('scroll', scrolled, { passive: true });
  }

  show(cards: readonly TaskCard[]): void {
    this.#cards = cards;
    this.#box.style.height = `${cards.length * height}px`;
    this.#paint();
  }

  update(_: TaskCard, cards: readonly TaskCard[]): void {
    this.show(cards);
  }

  scroller(): HTMLElement {
    return this.#scroller;
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#scroller.remove();
  }

  #paint(): void {
    const { scrollTop } = this.#scroller;
    const from = Math.max(0, Math.floor(scrollTop / height) - ahead);
    const end = Math.ceil((scrollTop + this.#height) / height) + ahead;
    const kept = new Map<string, Drawn>();
    for (let index = from; index < Math.min(this.#cards.length, end); index += 1) {
      const card = this.#cards[index]!;
      const drawn = this.#draw(card);
      const top = index * height;
      if (drawn.top !== top) drawn.element.style.top = `${top}px`;
      drawn.top = top;
      kept.set(card.id, drawn);
      this.#drawn.delete(card.id);
    }
    for (const { element } of this.#drawn.values()) element.remove();
    this.#drawn = kept;
  }

  #draw(card: TaskCard): Drawn {
    const drawn = this.#drawn.get(card.id);
    if (drawn?.card === card) return drawn;
    drawn?.element.remove();
    const element = cardOf(card);
    this.#box.append(element);
    return { card, element, top: -1 };
  }
}

const make: MakeCards = async (host) => new VanillaList(host);
export default make;
