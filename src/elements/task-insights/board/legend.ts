import { html, svg, type TemplateResult } from 'lit';

/** How a series is drawn. */
export type Mark = 'bar' | 'hanging' | 'line' | 'dashes';

const shapes = {
  bar: svg`<path d="M2 12V3q0-1 1-1h6q1 0 1 1v9z" />`,
  hanging: svg`<path d="M2 0v9q0 1 1 1h6q1 0 1-1V0z" />`,
  line: svg`<path d="M0 6h12" />`,
  dashes: svg`<path d="M0 6h4M8 6h4" />`,
};

/** What one series tells: of the whole period, or of the day that is read. */
export interface LegendItem {
  /** What its colour is called in the styles. */
  readonly kind: string;
  readonly mark: Mark;
  readonly label: string;
  readonly value: string;
}

// The spaces between the items keep their words apart where they are read.
const itemOf = ({ kind, mark, label, value }: LegendItem): TemplateResult => html`
  <span class="item"
    ><svg class="mark ${mark} ${kind}" viewBox="0 0 12 12" aria-hidden="true">${shapes[mark]}</svg
    ><span class="muted">${label}</span> <b class="number">${value}</b></span
  >
`;

/** What the marks mean, with their values; `span` says of which days. */
export const legend = (span: string, items: readonly LegendItem[]): TemplateResult => html`
  <p class="legend small"><span class="span muted">${span}</span> ${items.map(itemOf)}</p>
`;
