import type { Hub } from '../live/hub.js';
import { openStream } from '../live/stream.js';
import type { Bind } from '../operation.js';
import { answerHeaders } from '../problems.js';

/** @param heartbeat milliseconds between two comments that show that the stream lives */
export function liveRoutes(bind: Bind, hub: Hub, heartbeat: number): void {
  bind('openLive', async ({ asker }) => {
    await hub.listen();
    const stream = openStream(asker, heartbeat, (audience) => hub.join(audience));
    return new Response(stream, {
      headers: {
        'Content-Type': 'text/event-stream',
        ...answerHeaders,
        // Proxies that gather answers would hold the news back.
        'X-Accel-Buffering': 'no',
      },
    });
  });
}
