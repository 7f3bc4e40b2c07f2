import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readFragment, writeFragment } from './hash.js';
import type { TaskView } from './task-view.js';

interface SyncHost extends ReactiveControllerHost {
  readonly sync: string;
}

/**
 * Keeps the view in the address of the page, if the page asks for it with `sync="hash"`: so that it
 * outlives a reload, can be sent to somebody, and follows the page's own way back and forth. No
 * entry is added to the history, its state stays the page's, and so does the rest of the fragment.
 * A fragment that says nothing of tasks changes nothing: it is the page's own business, as a link to
 * one of its headings.
 */
export class HashSync implements ReactiveController {
  readonly #host: SyncHost;
  readonly #follow: (view: TaskView) => void;
  #isOn = false;

  /** `follow` takes over what the address says. */
  constructor(host: SyncHost, follow: (view: TaskView) => void) {
    this.#host = host;
    this.#follow = follow;
    this.#begin();
    host.addController(this);
  }

  write(view: TaskView): void {
    if (!this.#isOn) return;
    const [page, ...rest] = location.href.split('#');
    const former = rest.join('#');
    const next = writeFragment(former, view);
    if (next === former) return;
    try {
      history.replaceState(history.state, '', next ? `${page}#${next}` : page);
    } catch {
      // Safari allows a hundred in thirty seconds, and a page without an address none at all.
    }
  }

  hostUpdate(): void {
    this.#begin();
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#read);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#read);
  }

  #begin(): void {
    const wasOn = this.#isOn;
    this.#isOn = this.#host.sync === 'hash';
    if (this.#isOn && !wasOn) this.#read();
  }

  readonly #read = (): void => {
    const view = this.#isOn ? readFragment(location.hash.slice(1)) : null;
    if (view) this.#follow(view);
  };
}
