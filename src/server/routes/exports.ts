import { totalHeader, type Exportable, type ExportFormat } from '../../contract/export.js';
import type { Asker } from '../authentication.js';
import type { Database } from '../database/database.js';
import { readSite } from '../database/in-site.js';
import { formats } from '../export/format.js';
import { exportedPoints } from '../export/points.js';
import { exportedReports } from '../export/reports.js';
import type { Source } from '../export/source.js';
import { exportStream, type Read } from '../export/stream.js';
import { exportedTasks } from '../export/tasks.js';
import { disposition } from '../files/file-name.js';
import { describeError, type Logger } from '../logger.js';
import type { Bind } from '../operation.js';
import { answerHeaders } from '../problems.js';

interface Asked {
  asker: Asker;
  query: { format: ExportFormat };
}

export function exportRoutes(bind: Bind, { kysely }: Database, logger: Logger): void {
  const answer =
    <Row extends object>(what: Exportable, source: Source<Row>) =>
    async ({ asker: { site }, query: { format } }: Asked): Promise<Response> => {
      const read: Read = (work) => readSite(kysely, site, work);
      const total = await read((transaction) => source.count(transaction, site));
      const stream = exportStream(read, site, source, formats[format], (error) =>
        logger.error({ error: describeError(error), what }, 'An export broke off.'),
      );
      return new Response(stream, {
        headers: {
          'Content-Type': formats[format].type,
          'Content-Disposition': disposition('attachment', `${what}.${format}`),
          [totalHeader]: String(total),
          ...answerHeaders,
          // Proxies that gather answers would hold the rows back.
          'X-Accel-Buffering': 'no',
        },
      });
    };
  bind('exportReports', answer('reports', exportedReports));
  bind('exportPoints', answer('points', exportedPoints));
  bind('exportTasks', answer('tasks', exportedTasks));
}
