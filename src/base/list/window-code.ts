/** What draws the long lists that scroll with the page; their first paint does without it. */
export const fetchWindowedPage = async () => (await import('./windowed-page.js')).WindowedPage;
