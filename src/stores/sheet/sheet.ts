import { ApiError } from '../../api/api-error.js';
import type { Report, ReportSummary } from '../../contract/report.js';
import { Observable } from '../observable.js';
import type { ReportFilter } from '../reports-store.js';
import type { Session } from '../session.js';
import { awaitingPages } from './awaiting-pages.js';
import { Breath } from './breath.js';
import { UnfitFile, type FileProblem } from './file-text.js';
import { judgeReport } from './judge-report.js';
import { lookUp } from './look-up.js';
import { readSheet } from './read-sheet.js';
import { groupOf, type Group, type Outcome, type SheetLine } from './sheet-line.js';
import { runSheet, type RunHost } from './sheet-run.js';
import { SheetWriter, writeOutcomes } from './write-sheet.js';

/** How far a work has come; `all` is 0 while nobody knows how much there is. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

export interface SheetSnapshot {
  /** `open`: a file was read, and its lines are there. */
  readonly phase: 'idle' | 'saving' | 'reading' | 'checking' | 'open' | 'running';
  readonly progress: Progress;
  /** Why it waits: it tries again by itself. */
  readonly waiting: ApiError | null;
  /** Why the file cannot be read. */
  readonly unfit: FileProblem | null;
  /** Why the reports could not be had. */
  readonly problem: ApiError | null;
  /** The name of the file that was read. */
  readonly name: string;
  /** How many lines there are of each kind. */
  readonly counts: ReadonlyMap<Group, number>;
  /** Whether lines of it were sent. */
  readonly hasRun: boolean;
}

const none = { done: 0, all: 0 };

const blank: SheetSnapshot = {
  phase: 'idle',
  progress: none,
  waiting: null,
  unfit: null,
  problem: null,
  name: '',
  counts: new Map(),
  hasRun: false,
};

/** The reports that await, as a sheet to be filled in, and what becomes of it when it comes back. */
export class Sheet extends Observable<SheetSnapshot> {
  readonly #session: Session;
  /** As the file has them, each replaced by another when its outcome is another. */
  #lines: SheetLine[] = [];
  #header: readonly string[] = [];
  #counts = new Map<Group, number>();
  #work = new AbortController();

  constructor(session: Session) {
    super(blank);
    this.#session = session;
    session.signal.addEventListener('abort', () => this.stop());
  }

  /** In the order of the file: the same array, in which lines are replaced. */
  get lines(): readonly SheetLine[] {
    return this.#lines;
  }

  /** The reports that await, narrowed as the queue is; undefined when that was stopped, or failed. */
  async save(narrowed: ReportFilter): Promise<Blob | undefined> {
    const signal = this.#begin('saving');
    const writer = new SheetWriter();
    const saved = await this.#attempt(signal, async () => {
      for await (const page of awaitingPages(this.#session, narrowed, signal, this.#wait)) {
        writer.add(page);
        this.patch({ progress: { done: writer.count, all: 0 } });
      }
      return writer.file;
    });
    this.#end(signal, 'idle');
    return saved;
  }

  /** Reads a file, and finds out how its reports stand. */
  async load(file: Blob, name: string): Promise<void> {
    const signal = this.#begin('reading');
    const isRead = await this.#attempt(signal, async () => {
      const read = await readSheet(file, signal, (done) =>
        this.patch({ progress: { done, all: 0 } }),
      );
      this.#header = read.header;
      this.#lines = read.lines;
      this.patch({ name, phase: 'checking', progress: none });
      await this.#check(signal);
      return true;
    });
    this.#end(signal, isRead ? 'open' : 'idle');
  }

  /** Decides what is ready. */
  async run(host: RunHost): Promise<void> {
    const signal = this.#begin('running');
    const all = this.#ready;
    const lines = this.#lines;
    let done = 0;
    this.patch({ hasRun: true, progress: { done, all } });
    const tell = (index: number, outcome: Outcome): void => {
      if (lines !== this.#lines) return;
      this.#replace(index, outcome);
      if (outcome.kind !== 'sending') done += 1;
      this.patch({ progress: { done, all } });
    };
    await runSheet({ session: this.#session, lines, host, signal, tell });
    this.#end(signal, 'open');
  }

  /** Begins nothing more; what is on its way comes to its end. */
  stop(): void {
    this.#work.abort();
    // A run has still to hear what became of what is on its way.
    if (this.snapshot.phase !== 'running') this.forget();
  }

  /** Lets go of the file that was read. */
  forget(): void {
    this.#work.abort();
    this.#lines = [];
    this.publish(blank);
  }

  /** The lines as they were read, each with what came of it, in these words. */
  outcomes(wordsOf: (line: SheetLine) => string): Promise<Blob> {
    return writeOutcomes(this.#header, this.#lines, wordsOf);
  }

  get #ready(): number {
    return this.#lines.reduce((sum, { outcome }) => sum + Number(outcome.kind === 'ready'), 0);
  }

  #begin(phase: SheetSnapshot['phase']): AbortSignal {
    this.#work.abort();
    this.#work = new AbortController();
    const { name, counts, hasRun } = phase === 'running' ? this.snapshot : blank;
    this.publish({ ...blank, name, counts, hasRun, phase });
    return this.#work.signal;
  }

  /** Unless something else was begun meanwhile, or all was let go. */
  #end(signal: AbortSignal, phase: SheetSnapshot['phase']): void {
    if (signal === this.#work.signal && this.snapshot.phase !== 'idle') this.patch({ phase });
  }

  readonly #wait = (waiting: ApiError | null): void => {
    if (waiting !== this.snapshot.waiting) this.patch({ waiting });
  };

  async #attempt<Made>(signal: AbortSignal, make: () => Promise<Made>): Promise<Made | undefined> {
    try {
      return await make();
    } catch (error) {
      if (signal.aborted) return undefined;
      if (error instanceof UnfitFile) this.publish({ ...blank, unfit: error.problem });
      else this.publish({ ...blank, problem: ApiError.from(error) });
      return undefined;
    }
  }

  async #check(signal: AbortSignal): Promise<void> {
    const places = await this.#unchecked();
    const progress = { done: 0, all: places.size };
    this.patch({ progress: { ...progress } });
    const isMe = (person: string): boolean => this.#session.isMe(person);
    const found = (id: string, report: ReportSummary | Report | null): void => {
      const named = report && { member: report.member.name, task: report.task.name };
      for (const index of places.get(id) ?? []) {
        const line = this.#lines[index]!;
        this.#lines[index] = { ...line, ...named, outcome: judgeReport(line, report, isMe) };
      }
      progress.done += 1;
      this.patch({ progress: { ...progress } });
    };
    await lookUp(this.#session, places.keys(), signal, { found, onWait: this.#wait });
    signal.throwIfAborted();
    await this.#count();
  }

  /** Where the reports stand of which something is to be known. */
  async #unchecked(): Promise<ReadonlyMap<string, readonly number[]>> {
    const breath = new Breath();
    const places = new Map<string, number[]>();
    for (const [index, { outcome, report }] of this.#lines.entries()) {
      await breath.take();
      if (outcome.kind !== 'unchecked') continue;
      const known = places.get(report);
      if (known) known.push(index);
      else places.set(report, [index]);
    }
    return places;
  }

  async #count(): Promise<void> {
    const breath = new Breath();
    this.#counts = new Map();
    for (const line of this.#lines) {
      await breath.take();
      this.#add(line, 1);
    }
    this.patch({ counts: new Map(this.#counts) });
  }

  #replace(index: number, outcome: Outcome): void {
    const former = this.#lines[index]!;
    const line = { ...former, outcome };
    this.#lines[index] = line;
    this.#add(former, -1);
    this.#add(line, 1);
    this.patch({ counts: new Map(this.#counts) });
  }

  #add(line: SheetLine, count: number): void {
    const group = groupOf(line);
    this.#counts.set(group, (this.#counts.get(group) ?? 0) + count);
  }
}

export const sheetOf = (session: Session): Sheet =>
  session.store('sheet', () => new Sheet(session));
