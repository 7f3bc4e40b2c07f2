import { invalid } from '../problems.js';

/** UTF-16 units of a name, and of the ending that is kept when it is too long. */
const most = 120;
const mostEnding = 16;

const refusal = () =>
  invalid('Content-Disposition', "Must be: attachment; filename*=UTF-8''name (RFC 6266).");

/** The name of an upload, cleaned. Refuses a `Content-Disposition` that gives none. */
export function uploadName(request: Request): string {
  const header = request.headers.get('Content-Disposition');
  if (header === null) throw refusal();
  const extended = /;\s*filename\*\s*=\s*utf-8'[\w-]*'([^\s;"]*)\s*(?:;|$)/i.exec(header)?.[1];
  const quoted = /;\s*filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(header)?.[1];
  const token = /;\s*filename\s*=\s*([^\s;"]+)/i.exec(header)?.[1];
  const given = extended === undefined ? quoted?.replace(/\\(.)/g, '$1') : decoded(extended);
  const name = given ?? token;
  if (name === undefined) throw refusal();
  return cleanName(name);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw refusal();
  }
}

/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?=\.|$)/i;

/**
 * A name that deceives nobody: no path, no control characters, no marks that turn the order of
 * letters (UAX 9, 2) or hide, no dot at either end, no device, no run of spaces that pushes the
 * ending out of sight. What is then empty is `file`.
 */
export function cleanName(name: string): string {
  const visible = name
    .toWellFormed()
    .replace(/[\p{Zl}\p{Zp}\p{Cc}]/gu, '')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '');
  const last = visible.split(/[/\\]/).at(-1) ?? '';
  const plain = trim(last.replace(/\s+/g, ' ')).replace(device, '_$&');
  return shorten(plain) || 'file';
}

const trim = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/g, '');

function shorten(name: string): string {
  if (name.length <= most) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= mostEnding ? name.slice(dot) : '';
  // A pair that is cut in two would leave half a character.
  const beginning = name.slice(0, most - ending.length).replace(/[\ud800-\udbff]$/, '');
  return trim(beginning) + ending;
}

/** How a browser is told the name (RFC 6266, 4.3; RFC 8187, 3.2). */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\w .-]/g, '_');
  const extended = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${extended}`;
}
