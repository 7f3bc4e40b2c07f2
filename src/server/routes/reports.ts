import type { Asker } from '../authentication.js';
import type { Database } from '../database/database.js';
import { inSite, readSite, type SiteTransaction } from '../database/in-site.js';
import type { Folding } from '../insights/folding.js';
import type { Bind } from '../operation.js';
import { Refusal } from '../problems.js';
import { countReports } from '../queries/report-counts.js';
import { readReasons } from '../queries/reasons.js';
import { readRecord } from '../queries/record.js';
import { readReport } from '../queries/report.js';
import { readWait } from '../queries/wait.js';
import { listReports } from '../queries/report-list.js';
import { look } from '../rules/looking.js';
import { decide } from '../rules/decision.js';
import { reopen } from '../rules/reopening.js';
import { revise } from '../rules/revision.js';
import { submit } from '../rules/submission.js';

export function reportRoutes(bind: Bind, { kysely }: Database, folding: Folding): void {
  const write = async <Result>(
    { site }: Asker,
    work: (transaction: SiteTransaction) => Promise<Result>,
  ): Promise<Result> => {
    const result = await inSite(kysely, site, work);
    folding.count(site);
    return result;
  };

  bind('listReports', ({ asker, query }) =>
    readSite(kysely, asker.site, (transaction) => listReports(transaction, asker, query)),
  );
  // Before the pattern that would take its name for the id of a report.
  bind('countReports', ({ asker, query }) =>
    readSite(kysely, asker.site, (transaction) => countReports(transaction, asker, query)),
  );
  bind('getReport', async ({ asker, parameters }) => {
    const reviews = asker.role !== 'member';
    return readSite(kysely, asker.site, async (transaction) => {
      const report = await readReport(transaction, asker, parameters.report);
      const visible = report && (reviews || report.member.id === asker.id);
      if (!visible) throw new Refusal('not-found');
      const { site } = asker;
      return {
        ...report,
        ...(reviews && {
          record: await readRecord(transaction, site, report.member.id),
          reasons: await readReasons(transaction, site, report.task.id),
        }),
        ...(report.turn === 'reviewer' && { wait: await readWait(transaction, site, report) }),
      };
    });
  });
  bind('submitReport', ({ asker, parameters, body }) =>
    write(asker, (transaction) => submit(transaction, asker, parameters.report, body)),
  );
  bind('reviseReport', ({ asker, parameters, body: revision }) => {
    const request = { report: parameters.report, n: Number(parameters.n), revision };
    return write(asker, (transaction) => revise(transaction, asker, request));
  });
  bind('decideReport', ({ asker, parameters, body: decision }) => {
    const request = { report: parameters.report, n: Number(parameters.n), decision };
    return write(asker, (transaction) => decide(transaction, asker, request));
  });
  bind('reopenReport', ({ asker, parameters: { report, reopening } }) =>
    write(asker, (transaction) => reopen(transaction, asker, { report, reopening })),
  );
  bind('lookAtReport', async ({ asker, parameters: { report }, body }) => {
    await inSite(kysely, asker.site, (transaction) =>
      look(transaction, asker, report, body.looking),
    );
    return body;
  });
}
