/** A part that a picture's file is made of, from one byte to before another. */
interface Piece {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export type PictureType =
  'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/heic';

const latin = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** What picture begins like this, whatever its name says; null if it is none that we know. */
export function pictureType(head: Uint8Array): PictureType | null {
  const start = latin(head, 0, 12);
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('GIF8')) return 'image/gif';
  if (/^RIFF.{4}WEBP/s.test(start)) return 'image/webp';
  if (/ftypavi[fs]$/.test(start)) return 'image/avif';
  return /ftyp(?:hei[cmsx]|mif1)$/.test(start) ? 'image/heic' : null;
}

/** JPEG (ITU T.81, annex B): marker and length, up to the scan, which is one piece with the rest. */
function* jpegPieces(bytes: Uint8Array): Generator<Piece> {
  const view = viewOf(bytes);
  for (let start = 2; start + 4 <= bytes.length;) {
    const marker = view.getUint16(start);
    const isSegment = marker > 0xff00 && marker !== 0xffda;
    const end = isSegment ? start + 2 + view.getUint16(start + 2) : bytes.length;
    yield { name: marker.toString(16), start, end };
    start = end;
  }
}

/** PNG (third edition, 5.3): length, name, data, checksum. */
function* pngPieces(bytes: Uint8Array): Generator<Piece> {
  const view = viewOf(bytes);
  for (let start = 8; start + 12 <= bytes.length;) {
    const end = start + 12 + view.getUint32(start);
    yield { name: latin(bytes, start + 4, start + 8), start, end };
    start = end;
  }
}

/** WebP (RFC 9649, 2.3): name, length, data, filled up to an even length. */
function* webpPieces(bytes: Uint8Array): Generator<Piece> {
  const view = viewOf(bytes);
  for (let start = 12; start + 8 <= bytes.length;) {
    const size = view.getUint32(start + 4, true);
    const end = start + 8 + size + (size % 2);
    yield { name: latin(bytes, start, start + 4), start, end };
    start = end;
  }
}

const piecesOf = (bytes: Uint8Array, type: PictureType): Piece[] => {
  if (type === 'image/jpeg') return [...jpegPieces(bytes)];
  if (type === 'image/png') return [...pngPieces(bytes)];
  return type === 'image/webp' ? [...webpPieces(bytes)] : [];
};

/** Whether drawing it once would make it stand still. */
export function isAnimated(bytes: Uint8Array, type: PictureType): boolean {
  if (type === 'image/gif') return true;
  if (type === 'image/avif') return latin(bytes, 8, 12) === 'avis';
  return piecesOf(bytes, type).some(({ name }) => name === 'acTL' || name === 'ANIM');
}

/** Exif, XMP, IPTC and comments, by the names of the pieces that carry them. */
const telling = /^(?:ffe1|ffed|fffe|eXIf|[itz]TXt|tEXt|tIME|EXIF|XMP )$/;

/**
 * The same picture without what tells where, when and with what it was taken. The bytes that make
 * the picture stay as they are; with the Exif of a JPEG goes which side of it is up.
 */
export function withoutMetadata(bytes: Uint8Array, type: PictureType): Uint8Array<ArrayBuffer> {
  const pieces = piecesOf(bytes, type);
  const kept = pieces.filter(({ name }) => !telling.test(name));
  const ranges = [{ start: 0, end: pieces[0]?.start ?? bytes.length }, ...kept];
  const parts = ranges.map(({ start, end }) => bytes.subarray(start, end));
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  if (type === 'image/webp') mendWebp(whole);
  return whole;
}

/** Its header tells the length of all, and what kinds of pieces there are. */
function mendWebp(bytes: Uint8Array): void {
  viewOf(bytes).setUint32(4, bytes.length - 8, true);
  const flags = bytes[20];
  if (latin(bytes, 12, 16) === 'VP8X' && flags !== undefined) bytes[20] = flags & ~0b1100;
}
