import pg from 'pg';

/** How often a silent connection is asked whether it lives, and how long it may take to answer. */
const heartbeat = 20_000;
const answerWithin = 10_000;

/** Hears a channel over a connection of its own. See `Database.listen`. */
export async function listenPostgres(
  config: pg.ClientConfig,
  channel: string,
  onNotify: (payload: string) => void,
  onLost: () => void,
): Promise<() => Promise<void>> {
  const client = new pg.Client({ ...config, keepAlive: true, query_timeout: answerWithin });
  let over = false;
  const stop = async (lost: boolean) => {
    if (over) return;
    over = true;
    clearInterval(timer);
    if (lost) onLost();
    await client.end().catch(() => {});
  };
  const listen = `listen ${pg.escapeIdentifier(channel)}`;
  // A connection that was cut off without a word hears nothing; to listen again finds that out.
  const timer = setInterval(() => {
    client.query(listen).catch(() => stop(true));
  }, heartbeat);
  client.on('notification', (message) => onNotify(message.payload ?? ''));
  client.on('error', () => void stop(true));
  client.on('end', () => void stop(true));
  try {
    await client.connect();
    await client.query(listen);
  } catch (error) {
    await stop(false);
    throw error;
  }
  return () => stop(false);
}
