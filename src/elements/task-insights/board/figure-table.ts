import { html, nothing, type TemplateResult } from 'lit';

/** What stands in one column. */
export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => unknown;
}

/** A table whose rows each have a name and figures. */
export interface FigureTable<Row> {
  /** What the table tells. */
  readonly label: string;
  /** What the first column holds, and the name of a row in it. */
  readonly head: string;
  readonly name: (row: Row) => unknown;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** All together, in the last line. */
  readonly foot?: { readonly name: string; readonly values: readonly unknown[] };
}

const cells = (values: readonly unknown[]): TemplateResult[] =>
  values.map((value) => html`<td class="number">${value}</td>`);

const line = <Row>(row: Row, { name, columns }: FigureTable<Row>): TemplateResult => html`
  <tr>
    <th scope="row">${name(row)}</th>
    ${cells(columns.map(({ value }) => value(row)))}
  </tr>
`;

/** Scrolls by itself, also with the keys, so that nothing around it moves. */
export const figureTable = <Row>(table: FigureTable<Row>): TemplateResult => html`
  <div class="table" part="table" role="region" tabindex="0" aria-label=${table.label}>
    <table>
      <thead>
        <tr>
          <th scope="col">${table.head}</th>
          ${table.columns.map(({ title }) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map((row) => line(row, table))}
      </tbody>
      ${
        table.foot
          ? html`<tfoot>
              <tr>
                <th scope="row">${table.foot.name}</th>
                ${cells(table.foot.values)}
              </tr>
            </tfoot>`
          : nothing
      }
    </table>
  </div>
`;
