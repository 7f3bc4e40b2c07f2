import { selectionIn } from './selection-in.js';

/** The row of a list that something stands in. */
function rowWith(list: HTMLElement, node: Node | null): Node | null {
  let row = list.contains(node) ? node : null;
  while (row && row.parentNode !== list) row = row.parentNode;
  return row;
}

/**
 * Where the rows are that must not leave the page: the one with the focus and its neighbours, and
 * all that is selected. `placeOf` is -1 for what is no row.
 */
export function heldIn(list: HTMLElement, placeOf: (row: Node | null) => number): number[] {
  const root = list.getRootNode() as Document | ShadowRoot;
  const placesOf = (nodes: readonly (Node | null)[]): number[] =>
    nodes.map((node) => placeOf(rowWith(list, node))).filter((place) => place >= 0);
  const held = placesOf([root.activeElement]).flatMap((place) => [place - 1, place, place + 1]);
  const selected = placesOf(selectionIn(root));
  for (let place = selected[0] ?? 0; place <= (selected.at(-1) ?? -1); place += 1) held.push(place);
  return held;
}
