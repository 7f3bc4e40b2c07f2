import type { LitElement, ReactiveController } from 'lit';
import type { Task } from '../../../contract/task.js';
import type { Session } from '../../../stores/session.js';
import type { TasksSnapshot } from '../../../stores/tasks-store.js';
import { anchorIn, bringBack, leavePlace, takePlace, type Anchor, type Place } from './place.js';
import type { Narrowing } from './narrowing.js';

interface KeptHost extends LitElement {
  readonly session: Session | undefined;
}

/** The list whose place is kept. */
export interface KeptList {
  readonly narrowing: Narrowing;
  readonly snapshot: () => TasksSnapshot;
  readonly loadMore: () => Promise<void>;
  /** Brings a task into the page, and gives what can have the focus in its card. */
  readonly reveal: (id: string) => HTMLElement | null;
}

/** Frames in which the place is put right. */
const patience = 30;

/** Pages that are fetched again to find the task that was in view. */
const mostPages = 20;

/**
 * Whoever signs in is afterwards where they were: with what they searched for, the task that was
 * open, and the tasks in view. Here, when the provider gets a source of tokens; in another visit to
 * the page, when they signed in elsewhere.
 */
export class PlaceKeeper implements ReactiveController {
  readonly #host: KeptHost;
  readonly #list: KeptList;
  #session: Session | undefined;
  /** As many as were loaded for whom the list was drawn last. */
  #items: readonly Task[] = [];
  #place: Place | undefined;
  #pages = 0;

  constructor(host: KeptHost, list: KeptList) {
    this.#host = host;
    this.#list = list;
    this.#enter(host.session);
    host.addController(this);
  }

  /** Keeps the place while the page is left. */
  leave(): void {
    const { endpoint, site = '' } = this.#session?.configuration ?? {};
    if (endpoint) leavePlace(endpoint, site, this.#here(this.#session));
  }

  hostUpdate(): void {
    const { session } = this.#host;
    if (!session || session === this.#session) return;
    const former = this.#session;
    const { visitor } = session.connection.snapshot;
    const isSame = former?.configuration.endpoint === session.configuration.endpoint;
    if (isSame && former?.connection.snapshot.visitor && !visitor) {
      const place = this.#here(former);
      this.#reserve();
      this.#restore(place);
    }
    this.#enter(session);
  }

  hostUpdated(): void {
    const { status, items, more, loadingMore } = this.#list.snapshot();
    if (this.#place && status === 'problem') this.#finish();
    if (status !== 'ready') return;
    this.#items = items;
    if (!this.#place || loadingMore) return;
    const { anchor, count } = this.#place;
    const isThere = !anchor || items.some(({ id }) => id === anchor.id);
    if (isThere || !more || items.length >= count || this.#pages >= mostPages) this.#finish();
    else this.#goOn();
  }

  #enter(session: Session | undefined): void {
    this.#session = session;
    if (session && !session.connection.snapshot.visitor) void this.#return(session);
  }

  async #return(session: Session): Promise<void> {
    try {
      const [, site = ''] = await session.identity();
      const place = takePlace(session.configuration.endpoint, site);
      if (place && session === this.#host.session) this.#restore(place);
    } catch {
      // Who they are could not be had, as the list will say.
    }
  }

  #here(session: Session | undefined): Place {
    const cards = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.card')];
    const idOf = (card: HTMLElement): string =>
      this.#items[Number(card.ariaPosInSet) - 1]?.id ?? '';
    const { narrowing } = this.#list;
    return {
      view: { ...narrowing.view, q: narrowing.text.trim() },
      task: session?.selection.snapshot.taskId ?? null,
      anchor: anchorIn(cards, idOf),
      count: this.#items.length,
    };
  }

  #restore(place: Place): void {
    this.#place = place;
    this.#pages = 0;
    this.#list.narrowing.follow(place.view);
    if (place.task) this.#host.session?.selection.selectTask(place.task);
  }

  #goOn(): void {
    this.#pages += 1;
    queueMicrotask(() => void this.#list.loadMore());
  }

  #finish(): void {
    const { anchor, task } = this.#place!;
    this.#place = undefined;
    const { session } = this.#host;
    const mine = this.#items.find(({ id }) => id === task)?.mine;
    if (mine) session?.selection.selectReport(mine.id);
    if (anchor) this.#bringBack(anchor, patience);
    else this.#body?.style.removeProperty('min-height');
  }

  /** The rows learn how high they are over some frames, and lead back to where they were told to. */
  #bringBack(anchor: Anchor, frames: number): void {
    const card = this.#list.reveal(anchor.id)?.closest<HTMLElement>('.card');
    if (card) bringBack(card, anchor.top);
    if (card && frames > 0) requestAnimationFrame(() => this.#bringBack(anchor, frames - 1));
    else this.#body?.style.removeProperty('min-height');
  }

  get #body(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.body');
  }

  /** While the list is fetched anew, the page stays as high as it is, and so where it is. */
  #reserve(): void {
    const body = this.#body;
    body?.style.setProperty('min-height', `${body.offsetHeight}px`);
  }
}
