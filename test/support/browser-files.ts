/** What stands in the Exif of the pictures made here, and must stand nowhere else. */
export const secretPlace = 'N 41 08 57 by the bakery';

/** A canvas with a red left half and a blue right half, above both a green bar. */
async function drawn(width: number, height: number, type: string): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#d02020';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#2040d0';
  context.fillRect(width / 2, 0, width / 2, height);
  context.fillStyle = '#20a040';
  context.fillRect(0, 0, width, height / 4);
  const blob = await canvas.convertToBlob({ type, quality: 0.9 });
  return new Uint8Array(await blob.arrayBuffer());
}

const big = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, n) => (value >> (8 * (bytes - 1 - n))) & 0xff);

/** TIFF 6.0 as Exif 2.32 wants it: the orientation, a description, and an IFD with GPS in it. */
function exif(orientation: number): number[] {
  const text = [...secretPlace].map((letter) => letter.charCodeAt(0)).concat(0);
  const directory = 8 + 2 + 3 * 12 + 4;
  const gps = directory + text.length;
  return [
    ...[...'Exif\0\0MM'].map((letter) => letter.charCodeAt(0)),
    ...big(42, 2),
    ...big(8, 4),
    ...big(3, 2),
    ...[...big(0x010e, 2), ...big(2, 2), ...big(text.length, 4), ...big(directory, 4)],
    ...[...big(0x0112, 2), ...big(3, 2), ...big(1, 4), ...big(orientation, 2), 0, 0],
    ...[...big(0x8825, 2), ...big(4, 2), ...big(1, 4), ...big(gps, 4)],
    ...big(0, 4),
    ...text,
    ...big(1, 2),
    ...[...big(1, 2), ...big(2, 2), ...big(2, 4), ...[0x4e, 0, 0, 0]],
    ...big(0, 4),
  ];
}

/** A photo as a phone makes it: on its side, with the place where it was taken. */
export async function photo(width: number, height: number, orientation = 6): Promise<File> {
  const picture = await drawn(width, height, 'image/jpeg');
  const segment = exif(orientation);
  const marker = [0xff, 0xe1, ...big(segment.length + 2, 2), ...segment];
  const parts = [picture.slice(0, 2), new Uint8Array(marker), picture.slice(2)];
  return new File(parts, 'photo.jpg', { type: 'image/jpeg' });
}

export const screenshot = async (name = 'screenshot.png'): Promise<File> => {
  const bytes = await drawn(300, 200, 'image/png');
  return new File([bytes.slice()], name, { type: 'image/png' });
};

/** Bytes that nothing makes smaller. */
export function noise(size: number, name = 'notes.txt'): File {
  const piece = new Uint8Array(65_536);
  const parts = Array.from({ length: Math.ceil(size / piece.length) }, () =>
    crypto.getRandomValues(piece).slice(),
  );
  return new File([new Blob(parts).slice(0, size)], name, { type: 'text/plain' });
}

/** An animated picture of two frames, which stands still when it is drawn anew. */
export const animation = (): File => {
  const bytes = atob(
    'R0lGODlhAgACAIAAAP8AAAAA/yH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAgACAAACAoRRACH5BAAKAAAALAAAAAACAAIAAAICjFMAOw==',
  );
  const file = Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
  return new File([file], 'dance.gif', { type: 'image/gif' });
};
