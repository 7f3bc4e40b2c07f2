import { Observable } from './observable.js';
import type { Session } from './session.js';

/**
 * A person's wish to see another tag. Only tags that can answer listen, so that `observed` tells
 * whether there is one in the session.
 */
export class Call extends Observable<{ readonly wanted: boolean }> {
  call(): void {
    this.patch({ wanted: true });
  }

  answer(): void {
    this.patch({ wanted: false });
  }
}

const callOf = (session: Session, whom: string): Call =>
  session.store(`call ${whom}`, () => new Call({ wanted: false }));

/** For the tag that takes the report of the chosen task. */
export const reportCallOf = (session: Session): Call => callOf(session, 'report');

/** For the tag that shows the dialogue of the chosen report. */
export const dialogueCallOf = (session: Session): Call => callOf(session, 'dialogue');
