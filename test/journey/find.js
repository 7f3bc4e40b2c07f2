/**
 * Looks at the page as a person does: through open shadow roots and slots, at what is shown, by
 * role and accessible name. It runs inside the page and brings all that it needs.
 *
 * `{see, within}` says whether the words can be read; `{role, name, within}` where the thing is,
 * scrolled into view; `{outline}` lists what can be found, for the message of a failure.
 */
export function look(question) {
  const roles = {
    button: 'button,summary,input[type=submit],input[type=button]',
    link: 'a[href]',
    textbox: 'textarea,input:not([type]),input[type=text],input[type=email],input[type=url]',
    searchbox: 'input[type=search]',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]',
    combobox: 'select',
    heading: 'h1,h2,h3,h4,h5,h6',
    list: 'ul,ol',
    listitem: 'li',
    table: 'table',
    row: 'tr',
  };

  /** Without the marks that keep a name apart in running text (UAX 9). */
  const plain = (words) =>
    words
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();

  const fits = (words, wanted) =>
    wanted.source === undefined
      ? plain(words) === plain(wanted)
      : new RegExp(wanted.source, wanted.flags).test(plain(words));

  const contains = (words, wanted) =>
    wanted.source === undefined ? words.includes(plain(wanted)) : fits(words, wanted);

  const childrenOf = (node) => {
    if (node.shadowRoot) return [...node.shadowRoot.childNodes];
    const assigned = node.localName === 'slot' ? node.assignedNodes() : [];
    return assigned.length > 0 ? assigned : [...node.childNodes];
  };

  const isShown = (element) =>
    getComputedStyle(element).display === 'contents' ||
    element.checkVisibility({ visibilityProperty: true });

  const isHeard = (element) => !element.inert && element.getAttribute('aria-hidden') !== 'true';

  const skipped = ['script', 'style', 'template', 'head'];

  /** Every shown element below a node, in the order of reading. */
  function* shown(node) {
    for (const child of childrenOf(node)) {
      if (child.nodeType !== 1 || skipped.includes(child.localName)) continue;
      if (!isShown(child) || !isHeard(child)) continue;
      yield child;
      yield* shown(child);
    }
  }

  /** Words for the ear alone are in a box of one pixel. */
  const isSeen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 || height > 1 || getComputedStyle(element).position !== 'absolute';
  };

  const wordsOf = (node, forEyes = false) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || skipped.includes(node.localName)) return '';
    if (!isShown(node) || !(forEyes ? isSeen(node) : isHeard(node))) return '';
    const inner = childrenOf(node)
      .map((child) => wordsOf(child, forEyes))
      .join('');
    return getComputedStyle(node).display.startsWith('inline') ? inner : ` ${inner} `;
  };

  const roleOf = (element) => {
    const explicit = element.getAttribute('role')?.split(' ')[0];
    return explicit ?? Object.keys(roles).find((role) => element.matches(roles[role]));
  };

  /** In the order of https://www.w3.org/TR/accname-1.2/, as far as our pages need it. */
  const nameOf = (element) => {
    const root = element.getRootNode();
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const named = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
    const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(' ');
    const content = /^(text|search)box$|^combobox$/.test(roleOf(element)) ? '' : wordsOf(element);
    const candidates = [named, element.getAttribute('aria-label') ?? '', labels, content];
    const rest = [element.title, element.getAttribute('placeholder') ?? ''];
    return plain([...candidates, ...rest].find((words) => plain(words ?? '')) ?? '');
  };

  const scopes = () =>
    question.within
      ? [...shown(document.body)].filter(({ localName }) => localName === question.within)
      : [document.body];

  const elementAt = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };

  const parentOf = (node) => node.assignedSlot ?? node.parentNode ?? node.host;

  const isInside = (node, element) => {
    for (let at = node; at; at = parentOf(at)) if (at === element) return true;
    return false;
  };

  const place = (element) => {
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    return {
      x,
      y,
      disabled: element.disabled === true || element.getAttribute('aria-disabled') === 'true',
      // The whole of a card may be pressed through a name that spreads over it.
      covered: !isInside(elementAt(x, y), element),
      focused: element.getRootNode().activeElement === element,
      value: element.value ?? '',
    };
  };

  if (question.outline) {
    const named = [...shown(document.body)].filter((element) => roleOf(element));
    return named.map((element) => `${roleOf(element)} "${nameOf(element).slice(0, 80)}"`);
  }
  const read = scopes().map((scope) => plain(wordsOf(scope, true)));
  if (question.words) return read.join(' ');
  if (question.see) return read.some((words) => contains(words, question.see));
  const found = scopes()
    .flatMap((scope) => [...shown(scope)])
    .find((element) => roleOf(element) === question.role && fits(nameOf(element), question.name));
  return found ? place(found) : null;
}
