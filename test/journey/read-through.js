/**
 * Reads the dialogue of a `mini-chat`, by default the first on the page, from its first line
 * to its last, as a person does who scrolls through it: only the rows near the view are in the
 * page. It runs inside the page and brings all that it needs.
 */
export async function readThrough(chat) {
  const within = (root, selector) => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot && within(shadowRoot, selector);
      if (inside) return inside;
    }
    return null;
  };
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  // Between the pieces of a row is no space, since each would be a node of the page.
  const wordsOf = (row) => {
    const words = [];
    const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) words.push(texts.currentNode.data);
    return words.join(' ');
  };

  const log = within((chat ?? within(document, 'mini-chat')).shadowRoot, '[role=log]');
  while (log.scrollTop > 0 || log.querySelector('.earlier')) {
    log.scrollTop = 0;
    await frame();
  }
  const rows = new Map();
  for (let isAtEnd = false; !isAtEnd; await frame()) {
    for (const row of log.querySelectorAll('[data-line]')) rows.set(row.dataset.line, wordsOf(row));
    isAtEnd = log.scrollTop + log.clientHeight >= log.scrollHeight - 1;
    log.scrollTop += log.clientHeight / 2;
  }
  // In one piece, what is read may not have two messages run together.
  return [...rows.values()].join('\n');
}
