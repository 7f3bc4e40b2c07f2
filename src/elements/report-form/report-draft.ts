import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { draftsOf } from '../../stores/drafts.js';
import { reportOutboxOf } from '../../stores/report-outbox/report-outbox.js';
import type { Session } from '../../stores/session.js';

/** Where a draft belongs, and the text that stands there before anybody has typed. */
export interface DraftPlace {
  session: Session;
  key: string;
  initial: string;
  /** What was sent already: found among the drafts, it is none any more. */
  sent?: string | undefined;
  /** Where it may have been written before it was known that a report stands here. */
  earlier?: string | undefined;
}

/**
 * The text in the form's field. It is kept under its place's key at every change, and comes back
 * when the place does: after a reload, after another task was looked at, after a refusal.
 */
export class ReportDraft implements ReactiveController {
  text = '';
  /** False until it is known what was kept; the field waits for it, so that nothing is replaced. */
  opened = false;
  /** Whether the text on screen is in the store of drafts. */
  kept = false;
  #place: DraftPlace | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #select: () => DraftPlace | undefined;

  constructor(host: ReactiveControllerHost, select: () => DraftPlace | undefined) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
  }

  /** Where the text belongs; undefined while there is no field. */
  get place(): DraftPlace | undefined {
    return this.#place;
  }

  /** False when drafts end with the page. */
  get durable(): boolean {
    return this.#place !== undefined && draftsOf(this.#place.session).durable;
  }

  hostUpdate(): void {
    const next = this.#select();
    const same = next?.session === this.#place?.session && next?.key === this.#place?.key;
    if (!same) void this.#open(next);
    else if (next) this.#follow(next);
  }

  /** Whether somebody has written something that stands nowhere else. */
  get touched(): boolean {
    return this.opened && this.text !== this.#place?.initial;
  }

  /** Takes what was typed, and keeps it. */
  async write(text: string): Promise<void> {
    const place = this.#place;
    if (!place) return;
    this.text = text;
    this.kept = false;
    this.#host.requestUpdate();
    const done = await (this.touched ? keep(place, text) : forget(place));
    if (this.#place !== place || this.text !== text) return;
    this.kept = done && this.touched;
    this.#host.requestUpdate();
  }

  /** This has been sent: it stands elsewhere. What was written meanwhile stays. */
  sent(text: string): void {
    if (!this.#place || this.text !== text) return;
    void forget(this.#place);
    this.text = this.#place.initial;
    this.kept = false;
    this.#host.requestUpdate();
  }

  /** Another page has sent this from here, and it came back. */
  restore(text: string): void {
    if (this.opened && !this.touched && text !== this.text) void this.write(text);
  }

  /** What stands there has changed: it shows itself, unless somebody has written over it. */
  #follow(next: DraftPlace): void {
    if (!this.touched) this.text = next.initial;
    if (this.#place) this.#place.initial = next.initial;
    this.kept &&= this.touched;
  }

  async #open(place: DraftPlace | undefined): Promise<void> {
    this.#place = place;
    this.text = '';
    this.opened = this.kept = false;
    if (!place) return;
    // With it comes what of it is waiting to be sent.
    const [found] = await Promise.all([recall(place), reportOutboxOf(place.session).ready()]);
    if (this.#place !== place) return;
    this.kept = found !== undefined && found !== place.sent;
    this.text = this.kept && found ? found : place.initial;
    this.opened = true;
    this.#host.requestUpdate();
  }
}

/* Without storage, or without a token to tell whose it is, the text stays on screen all the same. */

const recall = (place: DraftPlace): Promise<string | undefined> =>
  find(place).catch(() => undefined);

async function find({ session, key, earlier, initial }: DraftPlace): Promise<string | undefined> {
  const drafts = draftsOf(session);
  const kept = await drafts.get(key);
  const other = earlier && kept === undefined ? await drafts.get(earlier) : undefined;
  if (!earlier || other === undefined) return kept;
  await drafts.delete(earlier);
  if (other === initial) return undefined;
  await drafts.set(key, other);
  return other;
}

const keep = (place: DraftPlace, text: string): Promise<boolean> =>
  draftsOf(place.session)
    .set(place.key, text)
    .then(
      () => true,
      () => false,
    );

const forget = (place: DraftPlace): Promise<boolean> =>
  draftsOf(place.session)
    .delete(place.key)
    .then(
      () => true,
      () => false,
    );
