import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestRunnerPlugin } from '@web/test-runner';
import { startServer, type StartedServer, testSecret } from '../support/start-server.js';
import { startWire, type StartedWire } from '../support/wire.js';

/** What a test in a page knows of the server, as `globalThis.taskchatTest`. */
export interface TaskchatTest {
  endpoint: string;
  secret: string;
  /** Where the same server is reached over a wire that a test can cut. */
  wire: string;
}

declare global {
  var taskchatTest: TaskchatTest;
}

/** The shipped server over HTTP for the time of a run; each test takes a site of its own. */
export function realServer(): { plugin: TestRunnerPlugin; html(framework: string): string } {
  let directory: string;
  let server: StartedServer;
  let wire: StartedWire;
  return {
    plugin: {
      name: 'taskchat:real-server',
      async serverStart() {
        directory = await mkdtemp(join(tmpdir(), 'taskchat-browser-'));
        server = await startServer({ dataDirectory: directory });
        wire = await startWire(server.port);
      },
      async serverStop() {
        await wire.stop();
        await server.stop();
        await rm(directory, { recursive: true });
      },
    },
    html: (framework) =>
      page(framework, { endpoint: server.url, secret: testSecret, wire: wire.origin }),
  };
}

function page(framework: string, known: TaskchatTest): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <script>
      globalThis.taskchatTest = ${JSON.stringify(known)};
    </script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`;
}
