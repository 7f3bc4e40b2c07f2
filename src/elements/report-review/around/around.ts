import { addStyles } from '../../../base/later.js';
import { speak } from '../../../base/locale.js';
import { reviewAroundWords } from '../../../locales/en/review-around.js';
import { aroundStyles } from './around.styles.js';
import { Counts, type Counted } from './counts.js';
import { Lookers, type LookersHost } from './lookers.js';

/** What goes on around the report that is read: how many others wait, and who else looks. */
export class Around {
  readonly counts: Counts;
  readonly lookers: Lookers;

  /** `opened` is the report that is read. */
  constructor(host: LookersHost, opened: () => string | null, queue: Counted) {
    addStyles(host, aroundStyles);
    this.counts = new Counts(host, queue);
    this.lookers = new Lookers(host, opened);
  }
}

speak(reviewAroundWords);
