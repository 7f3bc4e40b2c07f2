import type { ByteRange } from './byte-range.js';

/** Where the bytes of one upload are. The key is new for each attempt, and nobody can guess it. */
export interface Place {
  site: string;
  key: string;
}

/** Keeps the bytes of attachments. What is known about them is in the database. */
export interface FileStore {
  /** Resolves when all the pieces are kept. A place is written once. */
  write(place: Place, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes as they were written: those of the range alone, or without one all of them. */
  read(place: Place, range?: ByteRange): Promise<ReadableStream<Uint8Array>>;
  /**
   * Gives up places that the database no longer names. Rejects if the bytes may still be there;
   * it is then asked again. To give up what is not there is no fault.
   */
  remove(places: readonly Place[]): Promise<void>;
}
