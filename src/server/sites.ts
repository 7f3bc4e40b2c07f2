/**
 * Whether a site is named in the list. A trailing `*` stands for any ending, and `*` alone for
 * every site.
 */
export function sitesMatcher(patterns: readonly string[]): (site: string) => boolean {
  const names = new Set(patterns.filter((pattern) => !pattern.endsWith('*')));
  const beginnings = patterns
    .filter((pattern) => pattern.endsWith('*'))
    .map((pattern) => pattern.slice(0, -1));
  return (site) => names.has(site) || beginnings.some((beginning) => site.startsWith(beginning));
}
