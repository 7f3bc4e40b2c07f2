import { acquireSession, type Session, type SessionConfiguration } from './session.js';

/**
 * The session of this configuration, as the tags of a page acquire it: what an earlier page of the
 * same identity has left unsent is sent from here on, whichever tags there are.
 */
export const openSession = (configuration: SessionConfiguration): Session => {
  const session = acquireSession(configuration);
  if (session.connection.snapshot.visitor) return session;
  takeUp(session).catch(() => {
    // Without the code nothing is lost: the next page takes it up.
  });
  return session;
};

async function takeUp(session: Session): Promise<void> {
  const [{ outboxOf }, { reportOutboxOf }, { openingsOf }] = await Promise.all([
    import('./outbox/outbox.js'),
    import('./report-outbox/report-outbox.js'),
    import('./openings.js'),
  ]);
  outboxOf(session);
  reportOutboxOf(session);
  openingsOf(session);
}
