/** Everything that broke a rule, by kind. */
export type Verdict<Kind extends string> = Record<Kind, string[]>;

/** How much was done, and looked at. */
export type Figures = Readonly<Record<string, number>>;

export const emptyVerdict = <Kind extends string>(kinds: readonly Kind[]): Verdict<Kind> =>
  Object.fromEntries(kinds.map((kind) => [kind, [] as string[]])) as Verdict<Kind>;

export const isClean = (verdict: Verdict<string>): boolean =>
  Object.values(verdict).every((found) => found.length === 0);

export const inWords = (facts: Figures): string =>
  Object.entries(facts)
    .map(([name, value]) => `${value.toLocaleString('en')} ${name}`)
    .join(', ');

/** How much of each kind was found, and of each kind an example. */
export function verdictLines(verdict: Verdict<string>): string[] {
  const counts = Object.entries(verdict).map(([kind, found]) => [kind, found.length] as const);
  const examples = Object.entries(verdict)
    .filter(([, found]) => found.length > 0)
    .map(([kind, found]) => {
      return `    ${kind}: ${found.slice(0, 3).join('\n        ').slice(0, 1_000)}`;
    });
  return [inWords(Object.fromEntries(counts)), ...examples];
}
