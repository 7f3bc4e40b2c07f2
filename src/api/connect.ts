import { Client } from './client.js';
import { TokenSource, tokenFrom } from './token.js';
import { Transport } from './transport.js';

/** Where the backend is, and where the token comes from; without a source it is a visitor. */
export interface Access {
  readonly endpoint: string;
  readonly tokenUrl?: string | undefined;
  /** Goes before `tokenUrl`. */
  readonly getToken?: (() => Promise<string>) | undefined;
  /** Sends every request to the backend. */
  readonly fetch: typeof globalThis.fetch;
}

export const connect = ({ endpoint, tokenUrl, getToken, fetch }: Access): Client => {
  const ask = getToken ?? (tokenUrl ? tokenFrom(tokenUrl) : null);
  return new Client(new Transport(endpoint, ask && new TokenSource(ask), fetch));
};
