import { html, nothing, type TemplateResult } from 'lit';
import { tableIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import { comparison, type Compared } from './comparison.js';

/** One of the pictures of the board: what it is about, its figure, and chart or table. */
export interface Card {
  readonly name: string;
  readonly title: string;
  /** The figure that matters, in words; what is said beside it; how it compares. */
  readonly figure: unknown;
  readonly unit?: unknown;
  readonly compared: Compared | undefined;
  readonly chart: () => unknown;
  readonly table: () => unknown;
}

/** Which cards are read as tables. */
export interface Tables {
  has(name: string): boolean;
  toggle(name: string): void;
}

function tableSwitch({ name, title }: Card, tables: Tables, locale: Locale): TemplateResult {
  const label = locale.term('insightsAsTable', title);
  return html`<button
    class="button quiet square as-table"
    type="button"
    aria-label=${label}
    title=${label}
    aria-pressed=${tables.has(name) ? 'true' : 'false'}
    @click=${() => tables.toggle(name)}
  >
    ${tableIcon()}
  </button>`;
}

export function card(view: Card, tables: Tables, locale: Locale): TemplateResult {
  const { name, title, figure, unit = nothing, compared } = view;
  return html`<section class="card ${name}" part="card">
    <header>
      <h3>${title}</h3>
      ${tableSwitch(view, tables, locale)}
    </header>
    <p class="figure number"><strong>${figure}</strong> ${unit}</p>
    <p class="beside">${compared ? comparison(compared, locale) : nothing}</p>
    ${tables.has(name) ? view.table() : view.chart()}
  </section>`;
}
