import { inWords } from './figures.js';
import type { Scene } from './scene.js';

/** Milliseconds between two reports. */
const pace = 30_000;

/** Tells how far it is: each half minute, and when the process ends before it is over. */
export class Progress {
  readonly #scene: Scene;
  readonly #messages: number;
  readonly #tell: (words: string) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #cut = (): void => this.#tell(`cut short: ${this.#line}`);
  readonly #faults = new Set<string>();

  constructor(scene: Scene, messages: number, tell: (words: string) => void = () => {}) {
    this.#scene = scene;
    this.#messages = messages;
    this.#tell = tell;
    this.#timer = setInterval(() => void this.#look(), pace);
    process.once('exit', this.#cut);
  }

  end(): void {
    clearInterval(this.#timer);
    process.off('exit', this.#cut);
  }

  async #look(): Promise<void> {
    try {
      const states = await this.#scene.states();
      for (const fault of states.flatMap(([, { faults }]) => faults)) this.#faults.add(fault);
    } catch {
      // A page that is being loaded anew has nothing to tell.
    }
    this.#tell(this.#line);
  }

  get #line(): string {
    const { proxy, servers, people } = this.#scene;
    const typed = people.flatMap(({ chats }) => chats.flatMap((chat) => chat.typed)).length;
    const all = this.#messages.toLocaleString('en');
    const figures = { typed, taken: proxy.taken.size, 'kill -9': servers.deaths, ...proxy.counts };
    const faults = [...this.#faults].slice(0, 3).join('; ');
    return `of ${all}: ${inWords(figures)}, ${this.#faults.size} faults seen${faults && `: ${faults}`}`;
  }
}
