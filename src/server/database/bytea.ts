/*
 * Bytes as PostgreSQL writes them in text (its manual, 8.4.1): `\x` and two digits for each.
 * PGlite's own way takes many times as long, and everything else waits for it.
 */

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function writeBytea(bytes: Uint8Array): string {
  let text = '\\x';
  for (const byte of bytes) text += digits[byte];
  return text;
}

export function readBytea(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length / 2 - 1);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = (valueOf(text, 2 * at + 2) << 4) | valueOf(text, 2 * at + 3);
  }
  return bytes;
}

/** The digits `0` to `9` are 48 to 57, `a` to `f` are 97 to 102. */
function valueOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}
