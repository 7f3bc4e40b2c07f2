import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { formatNumber } from '../../../base/format.js';
import { upIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import type { TaskFigures } from '../../../contract/insights.js';
import type { BoardView, TaskColumn } from './board-view.js';
import { formatSpan, formatWait, none } from './format-figures.js';
import { inOrder } from './task-order.js';

const terms = {
  name: 'taskColumn',
  opened: 'openedTasks',
  submitted: 'submittedFigure',
  approved: 'approved',
  rejected: 'rejected',
  points: 'pointsFigure',
  time: 'medianTime',
  waiting: 'oldestWaiting',
} as const satisfies Record<TaskColumn, string>;

const columnsOf = ({ knowsOpenings }: BoardView): TaskColumn[] =>
  (Object.keys(terms) as TaskColumn[]).filter((column) => column !== 'opened' || knowsOpenings);

function value(task: TaskFigures, column: TaskColumn, locale: Locale): unknown {
  const lang = locale.lang();
  const { decisionTime, oldestWaiting } = task;
  if (column === 'name') return html`<bdi>${task.task.name}</bdi>`;
  if (column === 'time') return decisionTime ? formatSpan(decisionTime.median, lang) : none;
  if (column === 'waiting') return oldestWaiting ? formatWait(oldestWaiting, lang) : none;
  return formatNumber(task[column], lang);
}

function head(column: TaskColumn, { locale, order, sort }: BoardView): TemplateResult {
  const isChosen = order.column === column;
  const way = order.falling ? 'descending' : 'ascending';
  return html`<th scope="col" class=${column} aria-sort=${ifDefined(isChosen ? way : undefined)}>
    <button class="sort" type="button" @click=${() => sort(column)}>
      <span>${locale.term(terms[column])}</span>${upIcon()}
    </button>
  </th>`;
}

const row = (task: TaskFigures, columns: readonly TaskColumn[], locale: Locale): TemplateResult =>
  html`<tr>
    <th scope="row">${value(task, 'name', locale)}</th>
    ${columns
      .slice(1)
      .map((column) => html`<td class="number">${value(task, column, locale)}</td>`)}
  </tr>`;

/** How each task did; it is a table from the start. */
export function tasksCard(board: BoardView): TemplateResult {
  const { insights, locale, order } = board;
  const columns = columnsOf(board);
  const tasks = inOrder(insights.tasks, order, locale.lang());
  const title = locale.term('tasksFigure');
  return html`<section class="card tasks" part="card">
    <header><h3>${title}</h3></header>
    <div class="table" part="table" role="region" tabindex="0" aria-label=${title}>
      <table>
        <thead>
          <tr>
            ${columns.map((column) => head(column, board))}
          </tr>
        </thead>
        <tbody>
          ${tasks.map((task) => row(task, columns, locale))}
        </tbody>
      </table>
    </div>
  </section>`;
}
