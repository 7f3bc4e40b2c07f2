import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../../../api/api-error.js';
import { backIcon, reportIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import { skeleton } from '../../../base/notices.js';
import { problemNotice } from '../../../base/trouble.js';
import { unreadBadge } from '../../../base/unread-badge.js';
import type { Pieces } from './pieces.js';
import type { Place } from './place.js';
import type { Piece, Room } from './rooms.js';

/** What the hub shows to somebody, and what it does for them. */
export interface HubView {
  readonly locale: Locale;
  readonly rooms: readonly Room[];
  readonly place: Place;
  /** How many dialogues have something unread. */
  readonly unread: number;
  readonly pieces: Pieces;
  readonly isVisited: (room: Room) => boolean;
  readonly go: (place: Place) => void;
  readonly back: () => void;
  /** Leads from a dialogue to the form of its report. */
  readonly toForm: () => void;
}

const homes = new Set(['reports', 'queue']);

function tab(room: Room, view: HubView): TemplateResult {
  const { locale, place, unread } = view;
  const { name, word, icon } = room;
  const isHere = name === place.room;
  return html`<button
    class="tab"
    part="tab"
    type="button"
    role="tab"
    id="tab-${name}"
    aria-controls="room-${name}"
    aria-selected=${isHere ? 'true' : 'false'}
    tabindex=${isHere ? 0 : -1}
    @click=${() => view.go({ room: name, detail: false })}
  >
    ${icon()}<span>${locale.term(word)}</span>${
      homes.has(name) ? unreadBadge(unread, locale) : nothing
    }
  </button>`;
}

/** The tags of a room that are here, and in place of those that are not, that they come. */
function stand(pieces: readonly Piece[], view: HubView): unknown {
  if (pieces.some((piece) => view.pieces.hasFailed(piece))) {
    return problemNotice(new ApiError('network'), view.locale, view.pieces.retry);
  }
  return pieces.map((piece) => view.pieces.of(piece) ?? skeleton(view.locale));
}

function bar({ name, word }: Room, { locale, back, toForm }: HubView): TemplateResult {
  const form = html`<button class="button quiet" type="button" @click=${toForm}>
    ${reportIcon()}${locale.term('hubYourReport')}
  </button>`;
  return html`<div class="bar">
    <button class="button quiet back" type="button" @click=${back}>
      ${backIcon()}${locale.term(word)}
    </button>
    ${name === 'reports' ? form : nothing}
  </div>`;
}

function inside(room: Room, view: HubView): unknown {
  const { detail, name, pieces } = room;
  const isDetail = detail !== undefined && view.place.detail;
  const list = html`<div class="scroll" id="list-${name}" ?hidden=${isDetail}>
    ${stand(pieces, view)}
  </div>`;
  if (!detail) return list;
  return html`${list}
    <div class="detail" ?hidden=${!isDetail}>
      ${bar(room, view)}
      <div class="scroll" id="detail-${name}">${stand([detail], view)}</div>
    </div>`;
}

const roomView = (room: Room, view: HubView): TemplateResult => html`
  <section
    class="room"
    part="room"
    role="tabpanel"
    id="room-${room.name}"
    aria-labelledby="tab-${room.name}"
    ?hidden=${room.name !== view.place.room}
  >
    ${view.isVisited(room) ? inside(room, view) : nothing}
  </section>
`;

export const hubView = (view: HubView, key: (event: KeyboardEvent) => void): TemplateResult => html`
  <div
    class="tabs"
    part="tabs"
    role="tablist"
    aria-label=${view.locale.term('hubRooms')}
    @keydown=${key}
  >
    ${view.rooms.map((room) => tab(room, view))}
  </div>
  ${view.rooms.map((room) => roomView(room, view))}
`;
