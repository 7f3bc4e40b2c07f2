import { html, type TemplateResult } from 'lit';
import { taskCard } from '../../../base/task-card.js';
import { taskHead } from '../../../base/task-head.js';
import type { Task } from '../../../contract/task.js';
import type { EditView } from './edit-view.js';

/** A number that can be shown while another is written. */
const whole = (value: number): number => (Number.isFinite(value) ? value : 0);

/** The task as a member would be told of it who has sent nothing yet. */
function shownTask({ snapshot, locale }: EditView): Task {
  const { content, id, version } = snapshot;
  const now = new Date().toISOString();
  const { reasons: _, ...shown } = content;
  return {
    ...shown,
    id,
    name: content.name.trim() ? content.name : locale.term('previewName'),
    points: whole(content.points),
    limit: whole(content.limit),
    placesLeft: content.quota === null ? null : whole(content.quota),
    reviewWithin: content.reviewWithin === null ? null : whole(content.reviewWithin) || null,
    // Members see it only while it is active.
    status: 'active',
    version: version ?? 1,
    createdAt: now,
    updatedAt: now,
    mine: null,
  };
}

/** By the code that draws it for members: in the list, and opened in the form. */
export function preview(view: EditView): TemplateResult {
  const { locale, me } = view;
  const task = shownTask(view);
  const ids = { member: me ?? 'member', report: '00000000-0000-7000-8000-000000000000' };
  return html`
    <aside class="preview" part="preview" aria-labelledby="preview-heading">
      <h4 id="preview-heading">${locale.term('preview')}</h4>
      <p class="small muted">${locale.term('previewCard')}</p>
      <ul class="cards" .inert=${true}>
        ${taskCard(task, { locale, isOpen: false })}
      </ul>
      <p class="small muted">${locale.term('previewForm')}</p>
      <div class="opened">${taskHead({ task, report: null, locale, ids })}</div>
    </aside>
  `;
}
