import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Where something that was looked for is, in pixels of the window. */
interface Place {
  x: number;
  y: number;
  disabled: boolean;
  covered: boolean;
  focused: boolean;
  value: string;
}

/** Words as they stand, or a pattern that they fit. */
export type Wanted = string | RegExp;

const inPage = (file: string): string =>
  readFileSync(new URL(file, import.meta.url), 'utf8').replace('export ', '');

const look = inPage('find.js');
const readThrough = inPage('read-through.js');

/** How long a person waits for something to appear, in milliseconds. */
const patience = 20_000;

const asked = (wanted: Wanted): unknown =>
  typeof wanted === 'string' ? wanted : { source: wanted.source, flags: wanted.flags };

/**
 * A window with a page, and somebody before it, who finds things by role and name and uses mouse
 * and keyboard alone. `within` is the name of a tag to which the search is limited.
 */
export abstract class Screen {
  constructor(readonly who: string) {}

  abstract open(url: string): Promise<void>;
  abstract press(key: 'Enter' | 'Tab' | 'Escape'): Promise<void>;
  abstract screenshot(path: string): Promise<void>;
  abstract close(): Promise<void>;

  /** What the page complained of that has nothing to do with a server out of reach. */
  abstract complaints(): string[];

  /** The value of an expression, evaluated in the page. */
  abstract evaluate(expression: string): Promise<unknown>;
  protected abstract clickAt(x: number, y: number): Promise<void>;
  protected abstract typeKeys(text: string): Promise<void>;

  /** Clicks what has this role and name, as soon as it is there and can be clicked. */
  async click(role: string, name: Wanted, within?: string): Promise<void> {
    const { x, y } = await this.#reachable(role, name, within);
    await this.clickAt(x, y);
  }

  /** Clicks into a field, sees the caret there, and types. */
  async type(role: string, name: Wanted, text: string, within?: string): Promise<void> {
    const question = { role, name: asked(name), within };
    await this.#until(`the caret in ${String(name)}${where(within)}`, async () => {
      // What arrives in this moment may move the field away from under the mouse.
      await this.click(role, name, within);
      return ((await this.#look(question)) as Place | null)?.focused;
    });
    await this.typeKeys(text);
  }

  /** Types where the focus is. */
  keys(text: string): Promise<void> {
    return this.typeKeys(text);
  }

  /** Waits until the words can be read. */
  async see(words: Wanted, within?: string): Promise<void> {
    const question = { see: asked(words), within };
    await this.#until(`to read ${String(words)}${where(within)}`, () => this.#look(question));
  }

  /** Whether something of this role and name is on the page at this moment. */
  async has(role: string, name: Wanted, within?: string): Promise<boolean> {
    return (await this.#look({ role, name: asked(name), within })) !== null;
  }

  /** Waits until nothing of this role and name is on the page any more. */
  async misses(role: string, name: Wanted, within?: string): Promise<void> {
    const lost = `that no ${role} ${String(name)} is there${where(within)}`;
    await this.#until(lost, async () => !(await this.has(role, name, within)));
  }

  /** What stands in a field. */
  async valueOf(role: string, name: Wanted, within?: string): Promise<string> {
    const place = (await this.#look({ role, name: asked(name), within })) as Place | null;
    return place?.value ?? '';
  }

  /** Everything that can be read, or all of it inside the tags called `within`. */
  async words(within?: string): Promise<string> {
    return String(await this.#look({ words: true, within }));
  }

  /** All that was said in the dialogue on the page, in the order of reading. */
  async dialogue(): Promise<string> {
    return String(await this.evaluate(`(${readThrough})()`));
  }

  #look(question: unknown): Promise<unknown> {
    return this.evaluate(`(${look})(${JSON.stringify(question)})`);
  }

  /** Something that is moving, or lies under something else, cannot be hit. */
  async #reachable(role: string, name: Wanted, within?: string): Promise<Place> {
    let former: Place | null = null;
    const goal = `a ${role} ${String(name)}${where(within)} that can be clicked`;
    return this.#until(goal, async () => {
      const place = (await this.#look({ role, name: asked(name), within })) as Place | null;
      const still = place && former?.x === place.x && former.y === place.y;
      former = place;
      return still && !place.disabled && !place.covered ? place : null;
    });
  }

  async #until<Found>(goal: string, attempt: () => Promise<Found>): Promise<NonNullable<Found>> {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      const found = await attempt();
      if (found) return found;
      await pause(50);
    }
    const outline = (await this.#look({ outline: true })) as string[];
    const words = (await this.words()).slice(0, 4_000);
    throw new Error(
      `${this.who} waited ${patience / 1_000} s for ${goal}.\n${outline.join('\n')}\n${words}`,
    );
  }
}

const where = (within?: string): string => (within ? ` in ${within}` : '');
