import { isAnimated, pictureType, withoutMetadata, type PictureType } from './picture-bytes.js';

/** A file as it will be sent. */
export interface Prepared {
  readonly name: string;
  readonly bytes: Blob;
  readonly type: string;
  /** Pixels, of a picture that can be shown; else 0. */
  readonly width: number;
  readonly height: number;
}

/** Pixels of the longer side, at most. */
const longest = 2048;
const quality = 0.86;
/** Bytes of a file that is still looked at as a picture; a camera's are far from it. */
const most = 67_108_864;

/** What a picture is drawn anew as. A type that a browser cannot write becomes PNG. */
const drawnAs: Record<PictureType, string> = {
  'image/jpeg': 'image/jpeg',
  'image/heic': 'image/jpeg',
  'image/png': 'image/png',
  'image/gif': 'image/png',
  'image/webp': 'image/webp',
  'image/avif': 'image/webp',
};

const endings: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
};

/**
 * Makes a file ready to be sent. A picture is turned the right way up, made smaller than 2048
 * pixels, and loses what tells where and when it was taken; one that moves is only rid of that.
 * What is no picture, or none that this browser can read, stays for the server to judge.
 */
export async function prepare(file: File): Promise<Prepared> {
  const { name, size } = file;
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const type = pictureType(head);
  if (!type || size > most) return { name, bytes: file, type: file.type, width: 0, height: 0 };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const bitmap = await decode(new Blob([bytes], { type }));
  const drawn = bitmap && !isAnimated(bytes, type) ? await redraw(bitmap, type) : null;
  const { width = 0, height = 0 } = drawn ?? bitmap ?? {};
  bitmap?.close();
  const made = drawn?.bytes ?? new Blob([withoutMetadata(bytes, type)], { type });
  return { name: named(name, type, made.type), bytes: made, type: made.type, width, height };
}

/** A picture as it is looked at: what its Exif says of its orientation is done. */
const decode = (bytes: Blob): Promise<ImageBitmap | null> =>
  createImageBitmap(bytes, { imageOrientation: 'from-image' }).catch(() => null);

interface Drawn {
  readonly bytes: Blob;
  readonly width: number;
  readonly height: number;
}

/** Null where a canvas cannot be had, or does not tell what was drawn on it. */
async function redraw(bitmap: ImageBitmap, type: PictureType): Promise<Drawn | null> {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  try {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context || !isTrue()) return null;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    const bytes = await canvas.convertToBlob({ type: drawnAs[type], quality });
    return { bytes, width, height };
  } catch {
    return null;
  }
}

/** Browsers that guard against being recognised give a canvas back with other colours. */
function isTrue(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return false;
  context.fillStyle = '#1b3d5f';
  context.fillRect(0, 0, 1, 1);
  return String(context.getImageData(0, 0, 1, 1).data) === '27,61,95,255';
}

/** A picture of another type gets the ending of that. */
function named(name: string, from: PictureType, to: string): string {
  const ending = endings[to];
  return from === to || !ending ? name : name.replace(/\.\w{1,5}$/, '') + ending;
}
