/** What draws the long lists that scroll with the page; their first paint does without it. */
export { rehearse } from './rehearsal.js';
export { WindowedPage } from './windowed-page.js';
