import { setTimeout as wait } from 'node:timers/promises';
import { each } from '../server/races/race.js';
import type { Figures } from '../support/verdict.js';
import type { Chat } from './chat.js';
import { chance } from './fate.js';
import { figuresOf } from './figures.js';
import type { Person } from './person.js';
import { progressOf } from './progress.js';
import { Scene, type SceneOptions } from './scene.js';
import type { Stage } from './stage.js';
import { textOf } from './texts.js';
import { judge, type Account, type Verdict } from './verdict.js';

export interface Part extends SceneOptions {
  /** Of all persons together. */
  readonly messages: number;
  /** How often one of the two servers is killed. */
  readonly kills: number;
  /** Milliseconds without any change after which what is missing counts as lost. */
  readonly patience?: number;
  /** Is told each half minute how far it is. */
  readonly tell?: (words: string) => void;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly figures: Figures;
}

/** Messages that may wait in one tag before its person stops typing. */
const ahead = 8;
/** Milliseconds after which a tag in which so many wait sends nothing any more. */
const stuck = 180_000;
/** The longest pause between two messages of one person, in milliseconds. */
const pause = 200;
/** The longest time from the death of the one server to that of the other. */
const apart = 3_000;
/** Milliseconds between two looks at whether something has come about. */
const pace = 500;
/** Pages that are read through at the same time. */
const readers = 4;

/** From the first word to the verdict. */
class Play {
  readonly #part: Part;
  readonly #scene: Scene;
  readonly #patience: number;

  constructor(part: Part, scene: Scene) {
    this.#part = part;
    this.#scene = scene;
    this.#patience = part.patience ?? 90_000;
  }

  async perform(): Promise<Outcome> {
    const { proxy } = this.#scene;
    const talk = this.#talkAll();
    await Promise.all([talk, this.#die(talk)]);
    this.#tell('all is typed');
    await this.#until(async () => (await this.#scene.said()) >= this.#part.messages);
    // What a page missed and does not fetch by itself is missing for good.
    proxy.isCalm = true;
    await this.#until(() => this.#scene.allHaveHeard());
    this.#tell('all is calm');
    const accounts = await this.#hear();
    const rows = await this.#scene.rows();
    return { verdict: judge(rows, accounts), figures: figuresOf(this.#scene, rows, accounts) };
  }

  async #talkAll(): Promise<void> {
    const { messages } = this.#part;
    const chats = this.#scene.people.flatMap((person) =>
      person.chats.map((chat) => [person, chat] as const),
    );
    const upTo = (index: number) => Math.floor((messages * index) / chats.length);
    await Promise.all(
      chats.map(([person, chat], index) => this.#talk(person, chat, upTo(index + 1) - upTo(index))),
    );
  }

  /** Types fast, as long as not too much waits; the pauses come from the seed. */
  async #talk(person: Person, chat: Chat, count: number): Promise<void> {
    const name = `${person.seat.person} in ${person.chats.indexOf(chat) + 1}`;
    const random = chance(this.#part.seed, name);
    for (let n = 1; n <= count; n += 1) {
      const text = textOf(name, n, random);
      if (!(await chat.room(ahead, stuck))) {
        return void chat.complaints.push(`nothing goes out any more before ${n}`);
      }
      await person.say(chat, text);
      await wait(random() * pause);
    }
  }

  /** A server dies again and again, and the other one with it, often before the first is back. */
  async #die(talk: Promise<void>): Promise<void> {
    const { seed, kills, messages } = this.#part;
    const { proxy, servers } = this.#scene;
    const random = chance(seed, 'deaths');
    let isOver = false;
    const end = (): void => void (isOver = true);
    talk.then(end, end);
    while (servers.deaths < kills) {
      const due = (messages * (servers.deaths + 1)) / (kills + 1);
      while (proxy.taken.size < due && !isOver) await wait(pace);
      const first = random() < 0.5 ? 0 : 1;
      const back = servers.kill(first);
      await wait(random() * apart);
      if (servers.deaths < kills) await servers.kill(first === 0 ? 1 : 0);
      await back;
    }
  }

  /** What each page saw, and what it shows after it was loaded anew. */
  async #hear(): Promise<Account[]> {
    const accounts: Account[] = [];
    await each(this.#scene.people, readers, async (person) => {
      const before = await testimoniesOf(person);
      await person.comeBack();
      const anew = await testimoniesOf(person);
      accounts.push(
        ...person.chats.map(({ report, typed, complaints }, index) => ({
          ...{ person: person.seat.person, report, typed },
          complaints: [...person.complaints, ...complaints],
          typing: before[index]!,
          anew: anew[index]!,
        })),
      );
    });
    return accounts;
  }

  /** Resolves when it holds, or when nothing has changed any more for too long. */
  async #until(holds: () => boolean | Promise<boolean>): Promise<void> {
    let former = '';
    for (let since = Date.now(); !(await holds()) && Date.now() - since < this.#patience;) {
      await wait(pace);
      const state = JSON.stringify(await this.#scene.states());
      if (state !== former) since = Date.now();
      former = state;
    }
  }

  #tell(words: string): void {
    this.#part.tell?.(words);
  }
}

/** One chat after the other: the reader has one pair of eyes. */
async function testimoniesOf({ chats }: Person) {
  const testimonies = [];
  for (const chat of chats) testimonies.push(await chat.testify());
  return testimonies;
}

export async function play(stage: Stage, part: Part): Promise<Outcome> {
  const scene = await Scene.open(stage, part);
  const progress = progressOf(scene, part.messages, part.tell);
  try {
    return await new Play(part, scene).perform();
  } finally {
    progress.end();
    await scene.close();
  }
}
