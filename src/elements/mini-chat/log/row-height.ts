import { boxOf } from '../../../base/files/picture-size.js';
import type { Attachment } from '../../../contract/attachment.js';
import type { Row } from '../rows/layout.js';
import { writtenIn } from '../rows/timeline.js';

/** Characters that fit on a line, and pixels that a row and each of its lines take, about. */
const [width, around, each] = [44, 36, 22];
/** Pixels of a file's card, of one of several pictures, two side by side, and of a quote. */
const [card, square, quote] = [56, 152, 28];

/** How high a row will be, about. */
export function heightOf(row: Row): number {
  if ('composer' in row) return 160;
  const written = writtenIn(row);
  if (!written) return around;
  const { text, replyTo, attachments } = written;
  const lines = each * Math.ceil(text.length / width);
  return around + lines + (replyTo ? quote : 0) + heightOfFiles(attachments);
}

/** Only the id is known of a file that waits. */
type Files = readonly (Attachment | string)[];

function heightOfFiles(files: Files): number {
  const pictures = files.flatMap((file) => {
    const { width = 0, height = 0 } = typeof file === 'string' ? {} : file;
    return width && height ? boxOf({ width, height }) : [];
  });
  const cards = card * (files.length - pictures.length);
  const [alone] = pictures;
  return alone && pictures.length === 1
    ? cards + alone.height + 4
    : cards + square * Math.ceil(pictures.length / 2);
}
