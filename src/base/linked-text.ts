import { html, type TemplateResult } from 'lit';

/** A run of text, or a link found in it. */
type Piece = string | { href: string; label: string };

const candidate = /\b(?:https?:\/\/|mailto:)[^\s<>"'`\u2066-\u2069\u202a-\u202e]+/giu;
const trailing = /[.,;:!?\u2026\u060c\u061b\u061f]+$/u;

/** A closing bracket belongs to the link only if the link has opened it. */
function trim(found: string): string {
  let link = found.replace(trailing, '');
  while (/[)\]}]$/.test(link)) {
    const close = link.at(-1) as ')' | ']' | '}';
    const open = { ')': '(', ']': '[', '}': '{' }[close];
    if (link.split(open).length >= link.split(close).length) break;
    link = link.slice(0, -1).replace(trailing, '');
  }
  return link;
}

/** Cuts text into plain runs and links: `http`, `https` and `mailto` only. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    const label = trim(match[0]);
    if (!URL.canParse(label)) continue;
    pieces.push(text.slice(end, match.index), { href: label, label });
    end = match.index + label.length;
  }
  pieces.push(text.slice(end));
  return pieces.filter((piece) => piece !== '');
}

const link = ({ href, label }: Exclude<Piece, string>): TemplateResult =>
  html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow ugc"
    ><bdi .textContent=${label}></bdi
  ></a>`;

/**
 * People's text as text, its links to be pressed; nothing else is interpreted. Without a link it
 * is the text itself.
 */
export function linkedText(text: string): string | (string | TemplateResult)[] {
  const pieces = piecesOf(text);
  return pieces.some((piece) => typeof piece !== 'string')
    ? pieces.map((piece) => (typeof piece === 'string' ? piece : link(piece)))
    : text;
}
