interface Composing {
  getComposedRanges?(options: { shadowRoots: Node[] }): StaticRange[];
}

/** The two nodes that a selection begins and ends in; none for a mere caret. */
export function selectionIn(root: Node): Node[] {
  const selection = document.getSelection() as (Selection & Composing) | null;
  if (!selection?.rangeCount) return [];
  let range: AbstractRange | undefined;
  try {
    // Seen from outside, a selection in a shadow tree is a place beside its host.
    range = selection.getComposedRanges?.({
      shadowRoots: root instanceof ShadowRoot ? [root] : [],
    })[0];
  } catch {
    // Safari 17 takes the roots themselves, which no other takes.
  }
  range ??= selection.getRangeAt(0);
  return range.collapsed ? [] : [range.startContainer, range.endContainer];
}
