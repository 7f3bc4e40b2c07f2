import type { Database } from '../database/database.js';
import { inSite, readSite, type SiteTransaction } from '../database/in-site.js';
import { uploadName } from '../files/file-name.js';
import type { FileStore } from '../files/file-store.js';
import { Intake } from '../files/intake.js';
import type { Links } from '../files/links.js';
import type { Bind } from '../operation.js';
import { Refusal } from '../problems.js';
import { mayOpen } from '../queries/attachment.js';
import { Uploads } from '../rules/upload.js';
import { attachmentLimits } from '../rules/waiting.js';

export function attachmentRoutes(
  bind: Bind,
  { kysely }: Database,
  files: FileStore,
  links: Links,
): void {
  bind('putAttachment', ({ asker, parameters, request }) => {
    const run = <Result>(work: (transaction: SiteTransaction) => Promise<Result>) =>
      inSite(kysely, asker.site, work);
    return new Uploads(run, asker, files).take({
      id: parameters.attachment,
      name: uploadName(request),
      intake: new Intake(request, attachmentLimits.maxBytes),
    });
  });
  bind('getAttachment', async ({ asker, parameters: { attachment } }) => {
    const visible = await readSite(kysely, asker.site, (transaction) =>
      mayOpen(transaction, asker, attachment),
    );
    if (!visible) throw new Refusal('not-found');
    return links.make(asker.site, attachment);
  });
}
