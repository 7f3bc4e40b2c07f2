import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Client } from '../../src/api/client.js';
import type { DownloadProgress } from '../../src/api/download.js';
import { Transport } from '../../src/api/transport.js';
import type { ExportFormat } from '../../src/contract/export.js';

const files: Record<ExportFormat, { type: string; text: string }> = {
  csv: {
    type: 'text/csv; charset=utf-8',
    text: '\uFEFFa,b\r\n1,plain\r\n2,"two\r\nlines, ""quoted"""\r\n3,€\r\n',
  },
  ndjson: {
    type: 'application/x-ndjson',
    text: '{"a":1}\n{"a":"\\n{\\"end\\":true,\\"rows\\":2}"}\n{"a":3}\n{"end":true,"rows":3}\n',
  },
};

const bytesOf = (format: ExportFormat) => new TextEncoder().encode(files[format].text);

interface Sent {
  bytes?: Uint8Array<ArrayBuffer>;
  total?: number | null;
  /** How many bytes come at once. */
  size?: number;
  /** Never comes to its end. */
  hangs?: boolean;
}

/** A client of a backend that answers with these bytes. */
function clientOf(format: ExportFormat, { bytes = bytesOf(format), total = 3, size, hangs }: Sent) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size ?? bytes.length) {
        controller.enqueue(bytes.slice(at, at + (size ?? bytes.length)));
      }
      if (!hangs) controller.close();
    },
  });
  const headers = {
    'content-type': files[format].type,
    ...(total !== null && { 'taskchat-total': String(total) }),
  };
  const fetch = () => Promise.resolve(new Response(body, { headers }));
  return new Client(new Transport('http://backend.test/api', null, fetch));
}

function take(format: ExportFormat, sent: Sent = {}, signal = new AbortController().signal) {
  const told: DownloadProgress[] = [];
  const progress = (made: DownloadProgress): void => void told.push(made);
  return { told, blob: clientOf(format, sent).download('reports', format, { signal, progress }) };
}

for (const format of ['csv', 'ndjson'] as const) {
  describe(`a download as ${format}`, () => {
    test('comes whole, byte by byte, and says how far it is', async () => {
      const { told, blob } = take(format, { size: 1 });
      assert.deepEqual(new Uint8Array(await (await blob).arrayBuffer()), bytesOf(format));
      assert.deepEqual(told.at(-1), { rows: 3, total: 3 });
      const rows = told.map((progress) => progress.rows);
      assert.deepEqual(rows, [...rows].sort());
    });

    test('fails wherever it breaks off, though the line ends in peace', async () => {
      for (let length = 0; length < bytesOf(format).length; length += 1) {
        const { blob } = take(format, { bytes: bytesOf(format).slice(0, length) });
        await assert.rejects(blob, { code: 'network' }, String(length));
      }
    });

    test('may have more rows than there were at first, and a backend that counts none', async () => {
      await take(format, { total: 2 }).blob;
      await take(format, { total: null }).blob;
      await assert.rejects(take(format, { total: 4 }).blob, { code: 'network' });
    });

    test('stops when it is told to', async () => {
      const controller = new AbortController();
      const { blob } = take(format, { hangs: true }, controller.signal);
      setTimeout(() => controller.abort(), 5);
      await assert.rejects(blob, { code: 'aborted' });
      await assert.rejects(take(format, {}, AbortSignal.abort()).blob, { code: 'aborted' });
    });
  });
}
