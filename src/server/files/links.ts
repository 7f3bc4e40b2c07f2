import { base64url } from 'jose';
import type { Kysely } from 'kysely';
import type { AttachmentLink } from '../../contract/attachment.js';
import type { Tables } from '../database/tables.js';

/** What a link leads to, and until when, in seconds since 1970. */
export interface Signed {
  site: string;
  id: string;
  expires: number;
}

/**
 * Seconds. A link lives for one to two of these: all that are made within one are the same, and
 * a browser that shows a picture again has it already.
 */
const period = 300;

/** Makes links to files and knows its own again, in every process of one database. */
export class Links {
  readonly #kysely: Kysely<Tables>;
  #key: Promise<CryptoKey> | undefined;

  constructor(kysely: Kysely<Tables>) {
    this.#kysely = kysely;
  }

  async make(site: string, id: string): Promise<AttachmentLink> {
    const expires = (Math.floor(Date.now() / 1_000 / period) + 2) * period;
    const signed = await crypto.subtle.sign(
      'HMAC',
      await this.#open(),
      message({ site, id, expires }),
    );
    const signature = base64url.encode(new Uint8Array(signed));
    const query = new URLSearchParams({ site, expires: String(expires), signature });
    return {
      url: `files/${id}?${query.toString()}`,
      expiresAt: new Date(expires * 1_000).toISOString(),
    };
  }

  /** Whether the signature is ours, and its time not over. */
  async holds(link: Signed, signature: string): Promise<boolean> {
    if (link.expires * 1_000 <= Date.now()) return false;
    const bytes = decode(signature);
    if (!bytes) return false;
    return crypto.subtle.verify('HMAC', await this.#open(), bytes, message(link));
  }

  async #open(): Promise<CryptoKey> {
    this.#key ??= this.#read();
    try {
      return await this.#key;
    } catch (error) {
      this.#key = undefined;
      throw error;
    }
  }

  async #read(): Promise<CryptoKey> {
    const { bytes } = await this.#kysely
      .selectFrom('link_key')
      .select('bytes')
      .executeTakeFirstOrThrow();
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    return crypto.subtle.importKey('raw', new Uint8Array(bytes), algorithm, false, [
      'sign',
      'verify',
    ]);
  }
}

const message = ({ site, id, expires }: Signed): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(['file', site, id, expires]));

function decode(signature: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(base64url.decode(signature));
  } catch {
    return undefined;
  }
}
