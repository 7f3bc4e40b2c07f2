/** Why a file cannot be read at all. */
export type FileProblem =
  | { readonly kind: 'empty' | 'workbook' | 'not-text' | 'unreadable' }
  | { readonly kind: 'no-column' | 'column-twice'; readonly column: string }
  /** A quotation mark in this row is never closed, so that all below it is one cell. */
  | { readonly kind: 'open-quotes'; readonly row: number };

/** What {@link FileProblem} a reading has come upon. */
export class UnfitFile extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.kind);
  }
}

const beginsWith = (bytes: Uint8Array, ...marks: number[]): boolean =>
  marks.every((mark, index) => bytes[index] === mark);

/** Excel writes UTF-8, UTF-16 as `Unicode text`, or what Windows had before them. */
function decoded(bytes: Uint8Array): string {
  if (beginsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (beginsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The text of a file, without its byte order mark. @throws {UnfitFile} */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => {
      throw new UnfitFile({ kind: 'unreadable' });
    },
  );
  // A workbook is a ZIP archive, or in former times a compound file.
  if (beginsWith(bytes, 0x50, 0x4b, 3, 4) || beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new UnfitFile({ kind: 'workbook' });
  }
  const text = decoded(bytes);
  if (text.includes('\0')) throw new UnfitFile({ kind: 'not-text' });
  return text;
}
