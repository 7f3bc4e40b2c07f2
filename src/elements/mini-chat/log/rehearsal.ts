import { render } from 'lit';
import { whenIdle } from '../../../base/when-idle.js';
import type { Locale } from '../../../base/locale.js';
import type { Author, Message } from '../../../contract/message.js';
import type { Layout, RowContext } from '../rows/layout.js';
import { entryOf } from '../rows/timeline.js';

const person = (id: string): Author => ({ id, name: id, picture: null, role: 'member' });
const me = person('me');

const place = { report: '', seq: 0, sentAt: new Date(0).toISOString() };
const said = { text: 'words', replyTo: null, attachments: [], withdrawnAt: null };
const happening = { type: 'approved', round: 1, points: 1, reason: null } as const;
const messages: readonly Message[] = [
  { ...place, id: 'own', author: me, kind: 'text', ...said },
  { ...place, id: 'other', author: person('other'), kind: 'text', ...said },
  { ...place, id: 'step', author: me, kind: 'system', happening },
];

/** What a row shows when it stands alone. */
const alone = (locale: Locale): RowContext => ({
  locale,
  firstUnread: '',
  entryOf: (line) => entryOf(line, me, undefined, undefined),
  lineOf: () => undefined,
  readersAt: () => [],
  filesOf: () => undefined,
  canWithdraw: () => false,
});

/**
 * Draws a row of each kind where nobody sees it, as the browser has time. It reads each template at
 * its first use, and is slow to make what writes times: the first dialogue then waits for neither.
 */
export function rehearse(layout: Layout, locale: Locale): void {
  for (const line of messages) {
    const draw = () => layout.row(line, 0, alone(locale));
    whenIdle(() => render(draw(), document.createDocumentFragment()));
  }
}
