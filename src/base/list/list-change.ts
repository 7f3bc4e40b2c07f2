/** How a list became another one: a stretch of it was replaced by other rows. */
export interface ListChange<Item> {
  readonly start: number;
  readonly removed: number;
  readonly added: readonly Item[];
  /** Where a former row is in the new list; -1 if it is gone. */
  readonly placeOf: (index: number) => number;
}

/**
 * Finds what lies between the rows that two lists begin and end with. If those that are `drawn`
 * all stand where they stood, counted from either end, the change is taken to lie behind or before
 * them: of the rest the heights are guesses, and nobody looks for the place among ten thousand.
 */
export function changeBetween<Item>(
  former: readonly Item[],
  items: readonly Item[],
  keyOf: (item: Item) => string,
  drawn: readonly number[],
): ListChange<Item> {
  const same = (one: Item, other: Item) => one === other || keyOf(one) === keyOf(other);
  const shift = items.length - former.length;
  const isKept = (by: number) =>
    drawn.length > 0 &&
    drawn.every((index) => index + by in items && same(former[index]!, items[index + by]!));
  const length = Math.min(former.length, items.length);
  let start = 0;
  let end = former.length;
  if (isKept(0)) start = length;
  else if (isKept(shift)) end = Math.max(0, -shift);
  else {
    while (start < length && same(former[start]!, items[start]!)) start += 1;
    const least = start + Math.max(0, -shift);
    while (end > least && same(former[end - 1]!, items[end + shift - 1]!)) end -= 1;
  }
  const added = items.slice(start, end + shift);
  let places: Map<string, number> | undefined;
  const placeOf = (index: number): number => {
    if (index < start) return index;
    if (index >= end) return index + shift;
    places ??= new Map(added.map((item, offset) => [keyOf(item), start + offset]));
    return places.get(keyOf(former[index]!)) ?? -1;
  };
  return { start, removed: end - start, added, placeOf };
}
