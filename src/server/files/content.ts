import { fileTypeFromBuffer } from 'file-type';
import { GIF } from 'image-size/types/gif';
import { HEIF } from 'image-size/types/heif';
import type { IImage } from 'image-size/types/interface';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';

/** What a file is, by its bytes alone. A size in pixels is given to pictures to be shown. */
export interface Content {
  type: string;
  width: number | null;
  height: number | null;
}

/** Pictures that may be shown in place, with what reads their size. */
const pictures: Record<string, IImage> = {
  'image/png': PNG,
  'image/jpeg': JPG,
  'image/gif': GIF,
  'image/webp': WEBP,
  'image/avif': HEIF,
};

export const pictureTypes = Object.keys(pictures);

/** Types that a download may be called: a browser runs nothing of them, and their bytes are sure. */
const harmless = new Set([
  ...['application/pdf', 'application/zip', 'audio/wav', 'audio/ogg'],
  ...['video/mp4', 'video/quicktime', 'video/webm', 'image/heic', 'image/heif'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]);

const unknown: Content = { type: 'application/octet-stream', width: null, height: null };

/** Bytes that tell a type: the longest beginning that file-type asks for. */
const telling = 4_100;

/** Bytes in which the size of an AVIF stands: its reader compares boxes with boxes. */
const avifTelling = 65_536;

/** Pixels of a picture, at most: a small file can unpack to more than a browser bears. */
const mostPixels = 100_000_000;

/** Says what a file is that begins with `head`. */
export async function contentOf(head: Uint8Array): Promise<Content> {
  const told = await attempt(() => fileTypeFromBuffer(head.subarray(0, telling)));
  const type = told?.mime === 'image/apng' ? 'image/png' : String(told?.mime);
  const picture = pictures[type];
  if (!picture) return harmless.has(type) ? { ...unknown, type } : unknown;
  const size = await attempt(() =>
    measure(picture, type === 'image/avif' ? head.subarray(0, avifTelling) : head),
  );
  return size ? { type, ...size } : unknown;
}

function measure(picture: IImage, head: Uint8Array) {
  if (!picture.validate(head)) return undefined;
  const { width, height, orientation = 1 } = picture.calculate(head);
  const shown = width >= 1 && height >= 1 && width * height <= mostPixels;
  if (!shown) return undefined;
  // Exif 2.32, 4.6.4: from 5 on, the picture lies on its side.
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** A reader that stumbles over the bytes has said what they are not. */
async function attempt<Result>(read: () => Result): Promise<Awaited<Result> | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}
