import { html, nothing, type LitElement } from 'lit';
import type { ListSnapshot } from '../stores/list-store.js';
import type { Locale } from './locale.js';
import { problemSentence } from './problem-words.js';

interface PagedList {
  readonly snapshot: ListSnapshot<unknown>;
  load(): Promise<void>;
  loadMore(): Promise<void>;
}

interface ListHost extends LitElement {
  readonly locale: Locale;
}

/**
 * The way to the next page, while there is one, and why it did not come. When the last page has
 * come, its first row takes the focus that the button had; `rows` finds what can have the focus in
 * each row.
 */
export function moreButton(host: ListHost, list: PagedList | undefined, rows: string): unknown {
  if (!list?.snapshot.more) return nothing;
  const { problem, loadingMore } = list.snapshot;
  const add = async (): Promise<void> => {
    const shown = list.snapshot.items.length;
    await list.loadMore();
    // What is there is asked for again, until that succeeds: then one can be told to go on.
    if (list.snapshot.problem) void list.load();
    await host.updateComplete;
    // Somebody who has gone elsewhere meanwhile is left there.
    if (list.snapshot.more || !host.shadowRoot?.activeElement) return;
    host.renderRoot.querySelectorAll<HTMLElement>(rows)[shown]?.focus();
  };
  return html`
    <button
      class="button more"
      type="button"
      aria-disabled=${loadingMore ? 'true' : 'false'}
      @click=${add}
    >
      ${host.locale.term('more')}
    </button>
    <p class="muted small" role="status">
      ${problem ? problemSentence(problem.code, host.locale) : nothing}
    </p>
  `;
}
