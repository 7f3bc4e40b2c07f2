import type { LiveEvent } from '../../contract/live.js';
import type { Asker } from '../authentication.js';
import type { Listener } from './audience.js';

/** Bytes that may wait for a slow reader. Whoever falls further behind comes again, and catches up. */
const buffer = 1_048_576;

/** The longest time that a timer can wait, in milliseconds. */
const longest = 2_147_483_647;

/**
 * The news as `text/event-stream` (WHATWG HTML, 9.2). A comment comes at once, and another
 * with each heartbeat; the stream ends when the token does.
 */
export function openStream(
  asker: Asker,
  heartbeat: number,
  join: (listener: Listener) => () => void,
): ReadableStream<Uint8Array> {
  let close = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        close = serve(controller, asker, heartbeat, join);
      },
      cancel: () => close(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: buffer }),
  );
}

function serve(
  controller: ReadableStreamDefaultController<Uint8Array>,
  asker: Asker,
  heartbeat: number,
  join: (listener: Listener) => () => void,
): () => void {
  const encoder = new TextEncoder();
  let open = true;
  const leave = () => {
    open = false;
    clearInterval(beating);
    clearTimeout(ending);
    part();
  };
  const end = () => {
    if (!open) return;
    leave();
    controller.close();
  };
  const write = (text: string) => {
    if (!open) return;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) <= 0) end();
  };
  const part = join({ asker, end, send: (event) => write(format(event)) });
  const beating = setInterval(() => write(':\n\n'), heartbeat);
  const ending = setTimeout(end, Math.min(asker.expiresAt - Date.now(), longest));
  write(':\n\n');
  return leave;
}

const format = ({ type, data }: LiveEvent): string =>
  `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
