import { DrawnRows } from './drawn-rows.js';
import { isSent, KnownLines } from './known-lines.js';
import { frame, readScreen } from './read-screen.js';

/** Faults that are told of; what follows from one fills books. */
const most = 20;
/** Frames in which what was typed has a row: of the tag, of its list, and one that was under way. */
const frames = 3;
/** Milliseconds between two looks at how many lines wait. */
const pause = 100;

/** Watches one mini-chat from before its first line, in its store and in the page. */
class Witness {
  faults = [];
  lines;
  rows;
  store;
  #report;
  #root;
  #session;
  #isReading = false;

  constructor(tag, session) {
    this.#report = tag.getAttribute('report-id');
    this.#session = session;
    this.#root = tag.shadowRoot;
    const tell = (fault) => this.#tell(fault);
    this.lines = new KnownLines((line) => this.#isOwn(line), tell);
    this.rows = new DrawnRows(this.#root, this.lines, tell);
    const options = { childList: true, subtree: true, attributeFilter: ['data-line'] };
    new MutationObserver(() => this.#look()).observe(this.#root, options);
    this.#look();
  }

  get field() {
    return this.#root.querySelector('textarea');
  }

  /** Whether one can write, and read what is there. */
  get isReady() {
    return Boolean(this.field && this.lines.heard && this.rows.elements.length);
  }

  get state() {
    const { heard, waiting } = this.lines;
    return { heard, waiting, faults: this.faults };
  }

  /** Resolves with whether fewer lines than these wait, or come to do so in time. */
  async room(count, patience) {
    const start = Date.now();
    while (this.lines.waiting >= count && Date.now() - start < patience) {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return this.lines.waiting < count;
  }

  /** Sending has taken the reader to the end, and shows at once what was sent. */
  sent(words) {
    this.rows.isAtEnd = true;
    void this.#seek(words);
  }

  /** Everything that was seen, and all rows that can be. */
  async testify() {
    const screen = await readScreen(this);
    const { faults, rows, lines } = this;
    const { snapshots, replaced, items } = lines;
    const { mutations, most } = rows;
    return { faults, mutations, snapshots, replaced, mostRows: most, lines: items, screen };
  }

  #isOwn(line) {
    return !isSent(line) || this.#session.isMe(line.author.id);
  }

  async #seek(words) {
    for (let count = 0; count < frames; count += 1) await frame();
    const id = this.lines.idOf(words);
    if (this.rows.seen.has(id)) return;
    this.#tell(`${id ? 'no row' : 'no line'} after ${frames} frames: ${words.split(':')[0]}`);
  }

  #tell(fault) {
    if (this.faults.length < most) this.faults.push(fault);
  }

  /** What is drawn may not have been told yet. */
  #look() {
    this.#follow();
    this.#read();
    this.rows.look();
  }

  /** The store is made by the tag, with its first drawing. */
  #follow() {
    if (this.store) return;
    try {
      this.store = this.#session.store(`conversation ${this.#report}`, () => {
        throw new Error('not yet');
      });
    } catch {
      return;
    }
    this.store.subscribe(() => void this.#readLater());
  }

  /**
   * A snapshot may be composed when it is read, and the changes of a frame together: who watches
   * reads after the tag, and no more often.
   */
  async #readLater() {
    if (this.#isReading) return;
    this.#isReading = true;
    await frame();
    this.#isReading = false;
    this.#read();
  }

  #read() {
    const items = this.store?.snapshot.items;
    if (items && items !== this.lines.items) this.lines.read(items);
  }
}

document.addEventListener('session-ready', async ({ session }) => {
  await customElements.whenDefined('mini-chat');
  const tags = [...document.querySelectorAll('mini-chat')];
  globalThis.witnesses = tags.map((tag) => new Witness(tag, session));
});
