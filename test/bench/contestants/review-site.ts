import type { ReportSummary } from '../../../src/contract/report.js';
import type { TaskCard } from '../data.js';
import { CardList } from './card-list.js';
import { eventOf, idOf, longAgo, people } from './site.js';

const names = ['Mia Sousa', 'Noor Haddad', 'Tomás Ruiz', 'Aiko Brandt', 'Jonas Weir'];

/** A site whose reports await the asker's decision. */
export class ReviewSite extends CardList<ReportSummary> {
  protected readonly path = '/reports';
  protected override readonly me = people.other;

  protected eventOf(report: ReportSummary): Uint8Array {
    return eventOf('report', JSON.stringify(report));
  }

  protected itemOf({ id, title, description, points }: TaskCard): ReportSummary {
    const number = Number(id.slice(1));
    // The longest wait comes first.
    const since = new Date(Date.parse(longAgo) + number * 60_000).toISOString();
    const member = number % names.length;
    return {
      id: idOf(number),
      task: { id: idOf(0), name: title },
      score: points,
      member: { id: `member ${member}`, name: names[member]!, picture: null },
      status: 'awaiting',
      turn: 'reviewer',
      round: 1,
      text: description,
      attachments: [],
      decision: null,
      lastSeq: 1,
      readSeq: 1,
      version: this.version,
      reviewWithin: null,
      submittedAt: since,
      awaitingSince: since,
      updatedAt: since,
    };
  }
}
