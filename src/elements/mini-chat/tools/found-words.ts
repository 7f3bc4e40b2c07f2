/** Under this name all tags of the page mark what they have found. */
const name = 'taskchat-found';

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Every place of a text node of `element` that is one of the words. */
function* placesIn(element: Element, words: RegExp): Generator<Range> {
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode as Text;
    for (const { index, 0: word } of node.data.matchAll(words)) {
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      yield range;
    }
  }
}

/**
 * Marks what was found without a change of people's text (CSS Custom Highlight API); where a browser
 * has no such marks, the row alone is marked.
 */
export class FoundWords {
  #ranges: readonly Range[] = [];
  #row: Element | undefined;

  /** Marks the words of `q` in `rows`, and the one that is shown as found. */
  show(rows: readonly Element[], q: string, row: Element | undefined): void {
    this.#markRow(row);
    if (!('highlights' in CSS) || !(rows.length || this.#ranges.length)) return;
    const words = q.split(/\s+/).filter(Boolean).map(escaped);
    const pattern = new RegExp(words.join('|'), 'gi');
    const ranges = rows.flatMap((found) => {
      const text = found.querySelector('.words');
      return text ? [...placesIn(text, pattern)] : [];
    });
    const marks = CSS.highlights.get(name) ?? new Highlight();
    for (const range of this.#ranges) marks.delete(range);
    for (const range of ranges) marks.add(range);
    this.#ranges = ranges;
    if (marks.size) CSS.highlights.set(name, marks);
    else CSS.highlights.delete(name);
  }

  #markRow(row: Element | undefined): void {
    if (row === this.#row) return;
    this.#row?.removeAttribute('aria-current');
    row?.setAttribute('aria-current', 'true');
    this.#row = row;
  }
}
