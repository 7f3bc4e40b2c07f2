import type { LedgerEntry } from '../../contract/points.js';

/** Somebody is about to go to the report of an entry. `preventDefault()` keeps the choice as it was. */
export class EntrySelectEvent extends Event {
  static readonly eventName = 'entry-select';

  constructor(readonly entry: LedgerEntry) {
    super(EntrySelectEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The report of an entry was chosen; every tag of the session shows it. */
export class EntrySelectedEvent extends Event {
  static readonly eventName = 'entry-selected';

  constructor(readonly entry: LedgerEntry) {
    super(EntrySelectedEvent.eventName, { bubbles: true, composed: true });
  }
}

/** An owner is about to give or take points. `preventDefault()` keeps it in the form. */
export class PointsCorrectEvent extends Event {
  static readonly eventName = 'points-correct';

  constructor(
    readonly member: string,
    /** Below 0 when they are taken. */
    readonly points: number,
    readonly reason: string,
  ) {
    super(PointsCorrectEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** Points were given or taken, for ever. */
export class PointsCorrectedEvent extends Event {
  static readonly eventName = 'points-corrected';

  constructor(
    readonly member: string,
    readonly entry: LedgerEntry,
  ) {
    super(PointsCorrectedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'entry-select': EntrySelectEvent;
    'entry-selected': EntrySelectedEvent;
    'points-correct': PointsCorrectEvent;
    'points-corrected': PointsCorrectedEvent;
  }
}
