/** Resolves when the next frame has been painted. */
export const frame = () =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Milliseconds without an older line after which there is none to come. */
const patience = 60_000;

const rowsOf = (rows) =>
  rows.elements.map((row) => [
    row.dataset.line,
    row.querySelector('[part~=bubble]')?.textContent.trim() ?? null,
  ]);

/** All rows from the first line to the last, as a reader sees them who scrolls through it all. */
export async function readScreen(witness) {
  const { rows } = witness;
  rows.isScrolling = true;
  rows.isAtEnd = false;
  await toTheFirst(witness);
  const read = new Map();
  const { scroller } = rows;
  for (let still = 0; still < 3;) {
    for (const [id, words] of rowsOf(rows)) read.set(id, words);
    const before = scroller.scrollTop;
    scroller.scrollTop += scroller.clientHeight * 0.8;
    await frame();
    still = scroller.scrollTop === before ? still + 1 : 0;
  }
  return [...read];
}

/**
 * Older lines that come in leave the reader where they were: then on to the top again, until there
 * are none any more, and those that there are have been drawn.
 */
async function toTheFirst({ rows, lines, store }) {
  const { scroller } = rows;
  let known = 0;
  let isThere = false;
  for (let since = Date.now(); !isThere && Date.now() - since < patience;) {
    if (lines.items.length > known) since = Date.now();
    known = lines.items.length;
    const hasAll = !store.snapshot.earlier;
    scroller.scrollTop = 0;
    await frame();
    await frame();
    isThere = hasAll && scroller.scrollTop === 0;
  }
}
