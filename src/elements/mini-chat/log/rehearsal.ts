import { html } from 'lit';
import { drawOutOfSight } from '../../../base/out-of-sight.js';
import type { Author, Message } from '../../../contract/message.js';
import type { ConversationSnapshot } from '../../../stores/dialogue/conversation.js';
import type { Session } from '../../../stores/session.js';
import type { DialogueHost } from '../dialogue-view.js';
import type { Layout } from '../rows/layout.js';
import type { LogRows } from './log-rows.js';
import { frameOf, logTemplate } from './log-template.js';
import type { LogView } from './log-view.js';

const person = (id: string): Author => ({ id, name: id, picture: null, role: 'member' });
const me = person('me');

const place = { report: '', sentAt: new Date(0).toISOString() };
const said = { text: 'words', replyTo: null, attachments: [], withdrawnAt: null };
const happening = { type: 'approved', round: 1, points: 1, reason: null } as const;
const items: readonly Message[] = [
  { ...place, seq: 1, id: 'step', author: me, kind: 'system', happening },
  { ...place, seq: 2, id: 'own', author: me, kind: 'text', ...said },
  { ...place, seq: 3, id: 'other', author: person('other'), kind: 'text', ...said },
];

const snapshot: ConversationSnapshot = {
  status: 'ready',
  problem: null,
  items,
  earlier: true,
  loadingEarlier: false,
  readSeq: 3,
  readers: [],
};

/** Draws a dialogue out of sight, once for each layout: the first one is then drawn sooner. */
export function rehearse(
  host: DialogueHost,
  session: Session,
  layout: Layout,
  Rows: typeof LogRows,
  isLate: () => boolean,
): void {
  const view: LogView = {
    snapshot,
    me,
    locale: host.locale,
    layout,
    session,
    inPlace: undefined,
    filesOf: undefined,
    withdrawal: false,
    readers: '',
  };
  const stage = () => html`<div class="log">${logTemplate(frameOf(view, undefined))}</div>`;
  const play = (root: ShadowRoot): void => {
    const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;
    const rows = new Rows(find('.scroller'), find('[data-said]'), () => {});
    rows.show(view, find('[data-rows]'));
    rows.disconnect();
  };
  drawOutOfSight(host, { kind: layout, isLate, stage, play });
}
