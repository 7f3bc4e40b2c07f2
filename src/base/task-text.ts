import { html, type TemplateResult } from 'lit';
import { linkedText } from './linked-text.js';

/** A list as people type it: `- so`, `* so`, `• so`, or `1. so`, `2) so`. */
interface List {
  readonly start: number | null;
  readonly items: string[];
}

type Block = string | List;

const bullet = /^\s*[-*\u2022\u2013]\s+(\S.*)$/u;
const numbered = /^\s*(\d{1,3})[.)]\s+(\S.*)$/u;

interface Item {
  readonly text: string;
  readonly n: number | null;
}

function itemIn(line: string): Item | null {
  const [, counted, words] = numbered.exec(line) ?? [];
  if (words) return { text: words, n: Number(counted) };
  const [, text] = bullet.exec(line) ?? [];
  return text ? { text, n: null } : null;
}

/** The items from a line on that belong to one list, and how many lines they take. */
function listAt(lines: readonly string[], from: number): [items: Item[], length: number] {
  const first = itemIn(lines[from]!);
  const items: Item[] = [];
  let length = 0;
  for (let at = from; first && at < lines.length; at += 1) {
    const item = itemIn(lines[at]!);
    // Empty lines between items belong to the list, those behind it do not.
    if (!item && lines[at]!.trim()) break;
    if (item && (item.n === null) !== (first.n === null)) break;
    if (!item) continue;
    items.push(item);
    length = at - from + 1;
  }
  return [items, length];
}

/** Cuts text into lists and what is between them. One line alone is no list: it may be a dash. */
export function blocksOf(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let words: string[] = [];
  const close = (): void => {
    const between = words.join('\n').replace(/^\n+|\s+$/g, '');
    if (between) blocks.push(between);
    words = [];
  };
  for (let at = 0; at < lines.length;) {
    const [items, length] = listAt(lines, at);
    if (items.length < 2) {
      words.push(lines[at]!);
      at += 1;
      continue;
    }
    close();
    blocks.push({ start: items[0]!.n, items: items.map((item) => item.text) });
    at += length;
  }
  close();
  return blocks;
}

const itemsOf = ({ items }: List): TemplateResult[] =>
  items.map((text) => html`<li>${linkedText(text)}</li>`);

const block = (part: Block): TemplateResult => {
  if (typeof part === 'string') return html`<p>${linkedText(part)}</p>`;
  return part.start === null
    ? html`<ul>
        ${itemsOf(part)}
      </ul>`
    : html`<ol start=${part.start}>
        ${itemsOf(part)}
      </ol>`;
};

/**
 * What an owner wrote, as text: its lines as they are, its lists as lists, its links to be pressed.
 * Without a list it is the text itself.
 */
export function taskText(text: string): unknown {
  const blocks = blocksOf(text);
  return blocks.some((part) => typeof part !== 'string') ? blocks.map(block) : linkedText(text);
}
