import { html, nothing, type TemplateResult } from 'lit';
import { checkIcon, crossIcon, reportIcon, turnIcon, type Icon } from '../../../base/icons.js';
import { isolated } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';
import { reward } from '../../../base/status-badge.js';
import type { Happening, SystemMessage } from '../../../contract/message.js';
import { messageTime } from './times.js';
import type { SystemEntry } from './timeline.js';

const pictures: Record<Happening['type'], Icon> = {
  submitted: reportIcon,
  revised: reportIcon,
  changes: turnIcon,
  approved: checkIcon,
  rejected: crossIcon,
  reopened: turnIcon,
};

/** What happened, from the side of whoever reads. */
export function happeningWords(message: SystemMessage, own: boolean, locale: Locale): string {
  const name = isolated(message.author.name);
  switch (message.happening.type) {
    case 'submitted':
      return own ? locale.term('youSubmitted') : locale.term('submittedBy', name);
    case 'revised':
      return own ? locale.term('youRevised') : locale.term('revisedBy', name);
    case 'changes':
      return own ? locale.term('youRequestedChanges') : locale.term('changesRequestedBy', name);
    case 'approved':
      return own ? locale.term('youApproved') : locale.term('approvedBy', name);
    case 'rejected':
      return own ? locale.term('youRejected') : locale.term('rejectedBy', name);
    case 'reopened':
      return own ? locale.term('youReopened') : locale.term('reopenedBy', name);
  }
}

/** A step of the report's life: quiet, in the middle, with the reason under it. */
export function systemLine({ message, own }: SystemEntry, locale: Locale): TemplateResult {
  const { type, points, reason } = message.happening;
  const words = happeningWords(message, own, locale);
  // Each space between the tags would be a node of its own, but for those between words.
  // prettier-ignore
  return html`<div class="step ${type}" part="step"
    ><p>${pictures[type]()}<span .textContent=${words}></span> ${
      points ? reward(points, locale, '+') : nothing
    } ${messageTime(message.sentAt, locale)}</p
    >${reason ? html`<p class="reason prose" .textContent=${reason}></p>` : nothing}</div>`;
}
