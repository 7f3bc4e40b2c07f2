/** Judges every snapshot of a dialogue's store, and remembers since when it has told what. */
export class KnownLines {
  /** How many snapshots were read. A line is known since one of them. */
  snapshots = 0;
  /** Waiting lines whose place was taken by the server's copy. */
  replaced = 0;
  items = [];
  #former = new Map();
  #facts = new Map();
  /** The id of each text. */
  #said = new Map();
  #isOwn;
  #tell;

  /** `isOwn` says whether a line is of the one who reads. */
  constructor(isOwn, tell) {
    this.#isOwn = isOwn;
    this.#tell = tell;
  }

  /** Own lines that no server has taken. */
  get waiting() {
    return this.items.filter((line) => !isSent(line)).length;
  }

  /** The newest `seq` up to which nothing is missing. */
  get heard() {
    const seqs = this.items.flatMap((line) => (isSent(line) ? [line.seq] : []));
    const gap = seqs.findIndex((seq, index) => seq !== seqs[0] + index);
    return (gap < 0 ? seqs.at(-1) : seqs[gap - 1]) ?? 0;
  }

  /** The line that says this. */
  idOf(words) {
    return this.#said.get(words);
  }

  /** Since which snapshot a line is known, and sent; and its places when sent, and while waiting. */
  factsOf(id) {
    return this.#facts.get(id);
  }

  read(items) {
    this.snapshots += 1;
    this.items = items;
    const former = this.#former;
    this.#former = new Map(items.map((line) => [line.id, line]));
    if (this.#former.size < items.length) this.#tell(`two lines: ${twice(items.map(idOf))}`);
    this.#judgeOrder(items);
    for (const line of items) {
      const before = former.get(line.id);
      if (before === line) continue;
      this.#judgeLine(line, before);
      this.#learn(line);
    }
    for (const [id, line] of former) {
      if (!this.#former.has(id)) this.#tell(`gone from the snapshot: ${nameOf(line)}`);
    }
  }

  /** By `seq`, and behind them what waits. */
  #judgeOrder(items) {
    const places = items.map((line) => (isSent(line) ? line.seq : Infinity));
    const wrong = places.findIndex((place, index) => place < places[index - 1]);
    if (wrong > 0) this.#tell(`${nameOf(items[wrong])} comes after ${nameOf(items[wrong - 1])}`);
  }

  #judgeLine(line, former) {
    if (line.state === 'refused') this.#tell(`refused, ${line.problem?.code}: ${nameOf(line)}`);
    this.#judgeWords(line);
    if (!former) return;
    if (former.state === 'waiting' && isSent(line)) this.replaced += 1;
    if (isSent(former) && !isSent(line)) {
      this.#tell(`waits again: ${nameOf(former)}`);
    }
    if (wordsOf(former) !== wordsOf(line)) this.#tell(`other words in ${nameOf(former)}`);
  }

  /** Nobody says the same twice. */
  #judgeWords(line) {
    const words = wordsOf(line);
    if (!words) return;
    const said = this.#said.get(words) ?? line.id;
    if (said !== line.id) this.#tell(`said twice: ${nameOf(line)}`);
    this.#said.set(words, line.id);
  }

  #learn(line) {
    const since = this.snapshots;
    const known = this.#facts.get(line.id) ?? {
      since,
      sentSince: Infinity,
      turn: this.#facts.size,
    };
    const isNews = isSent(line) && known.sentSince === Infinity;
    this.#facts.set(line.id, {
      ...known,
      isOwn: this.#isOwn(line),
      ...(isNews && { sentSince: since, seq: line.seq }),
    });
  }
}

export const idOf = ({ id }) => id;

/** Whether the server has the line; what waits has a state instead. */
export const isSent = (line) => !line.state;

/** What is there more than once. */
export const twice = (all) => all.find((one, index) => all.indexOf(one) !== index);

const wordsOf = ({ text }) => text;

const nameOf = (line) =>
  `${isSent(line) ? line.seq : line.state} ${wordsOf(line)?.split(':')[0] ?? ''}`;
