/** Fetches what draws the long lists that scroll with the page. */
export const fetchPageCode = () => import('./page-code.js');
