import { html, nothing, type LitElement } from 'lit';
import type { ListSnapshot } from '../stores/list-store.js';
import type { Locale } from './locale.js';

interface PagedList {
  readonly snapshot: ListSnapshot<unknown>;
  loadMore(): Promise<void>;
}

interface ListHost extends LitElement {
  readonly locale: Locale;
}

/**
 * The way to the next page, while there is one. When the last page has come, its first row takes
 * the focus that the button had; `rows` finds what can have the focus in each row.
 */
export function moreButton(host: ListHost, list: PagedList | undefined, rows: string): unknown {
  if (!list?.snapshot.more) return nothing;
  const add = async (): Promise<void> => {
    const shown = list.snapshot.items.length;
    await list.loadMore();
    await host.updateComplete;
    if (list.snapshot.more) return;
    host.renderRoot.querySelectorAll<HTMLElement>(rows)[shown]?.focus();
  };
  return html`<button
    class="button more"
    type="button"
    aria-disabled=${list.snapshot.loadingMore ? 'true' : 'false'}
    @click=${add}
  >
    ${host.locale.term('more')}
  </button>`;
}
