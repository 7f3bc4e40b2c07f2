import { DrawnRows } from './drawn-rows.js';
import { KnownLines } from './known-lines.js';
import { readScreen } from './read-screen.js';

/** Faults that are told of; what follows from one fills books. */
const most = 20;

/** Watches one mini-chat from before its first line, in its store and in the page. */
class Witness {
  faults = [];
  lines = new KnownLines((fault) => this.#tell(fault));
  rows;
  store;
  #report;
  #root;
  #session;

  constructor(tag, session) {
    this.#report = tag.getAttribute('report-id');
    this.#session = session;
    this.#root = tag.shadowRoot;
    this.rows = new DrawnRows(this.#root, (fault) => this.#tell(fault));
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
    return { heard, waiting };
  }

  /** Resolves with whether fewer lines than these wait, or come to do so in time. */
  room(count, patience) {
    if (this.lines.waiting < count) return true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => end(false), patience);
      const end = (hasRoom) => {
        clearTimeout(timer);
        leave();
        resolve(hasRoom);
      };
      const leave = this.store.subscribe(() => this.lines.waiting < count && end(true));
    });
  }

  /** Sending has taken the reader to the end. */
  sent() {
    this.rows.isAtEnd = true;
  }

  /** Everything that was seen, and all rows that can be. */
  async testify() {
    const screen = await readScreen(this);
    const { faults, rows, lines } = this;
    const { snapshots, replaced, items, own } = lines;
    const unseen = [...own].filter((id) => !rows.seen.has(id));
    const { mutations, most } = rows;
    return { faults, mutations, snapshots, replaced, unseen, mostRows: most, lines: items, screen };
  }

  #tell(fault) {
    if (this.faults.length < most) this.faults.push(fault);
  }

  #look() {
    this.#follow();
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
    this.store.subscribe(() => this.#read());
    this.#read();
  }

  #read() {
    const { items } = this.store.snapshot;
    if (items === this.lines.items) return;
    this.lines.read(items);
    this.rows.expect(items);
  }
}

document.addEventListener('session-ready', async ({ session }) => {
  await customElements.whenDefined('mini-chat');
  const tags = [...document.querySelectorAll('mini-chat')];
  globalThis.witnesses = tags.map((tag) => new Witness(tag, session));
});
