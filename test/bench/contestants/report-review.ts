import '../../../src/elements/report-review/report-review.js';
import { listing } from './front-door.js';
import { ReviewSite } from './review-site.js';

/** The queue alone: the box is too narrow for a report beside it. */
export default listing('report-review', () => new ReviewSite());
