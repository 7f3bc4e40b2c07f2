import { ApiError } from './api-error.js';
import { nativeFetch, URL } from './natives.js';

/** Whose token it is. */
export interface Identity {
  readonly site: string;
  readonly subject: string;
}

interface Held extends Identity {
  readonly token: string;
  /** When it ends, and when the next one is asked for; milliseconds since 1970. */
  readonly end: number;
  readonly renewal: number;
}

/** Milliseconds that a source of tokens may take. */
const patience = 10_000;

/** Milliseconds before its end at which a token is renewed, if it lives long enough. */
const margin = 60_000;

/**
 * Asks an address of the page's own site, with the visitor's cookies. It answers with the bare
 * token, or with JSON: `{"token": "…"}`.
 */
export const tokenFrom = (address: string) => async (): Promise<string> => {
  const response = await nativeFetch(new URL(address, globalThis.document?.baseURI), {
    method: 'GET',
    credentials: 'same-origin',
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new ApiError('token-unavailable', { status: response.status });
  const text = (await response.text()).trim();
  return text.startsWith('{') ? (JSON.parse(text) as { token: string }).token : text;
};

/** Holds one token for all who need it, and asks for the next before it ends. */
export class TokenSource {
  readonly #ask: () => Promise<string>;
  #held: Held | null = null;
  #asking: Promise<Held> | null = null;
  #identity: Identity | null = null;

  constructor(ask: () => Promise<string>) {
    this.#ask = ask;
  }

  /** @throws `token-unavailable`; the next call tries again. */
  async get(): Promise<string> {
    return (await this.#current()).token;
  }

  /** The token that is there, if it still holds: for who cannot wait. */
  get held(): string | undefined {
    const held = this.#held;
    return held && Date.now() < held.end ? held.token : undefined;
  }

  /** Another token than the one that was refused; asked for once, however many were refused. */
  renew(refused: string): Promise<string> {
    if (this.#held?.token === refused) this.#held = null;
    return this.get();
  }

  /** Whose tokens these are: that of the first one, for good. */
  async identity(): Promise<Identity> {
    return this.#identity ?? this.#current();
  }

  async #current(): Promise<Held> {
    const held = this.#held;
    if (held && Date.now() < held.renewal) return held;
    this.#asking ??= this.#next().finally(() => {
      this.#asking = null;
    });
    try {
      return await this.#asking;
    } catch (error) {
      if (held && Date.now() < held.end) return held;
      throw error;
    }
  }

  async #next(): Promise<Held> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, patience);
    });
    try {
      const held = read(await Promise.race([this.#ask(), late]));
      // What one person has typed and seen here must not go on as another's.
      const { site, subject } = (this.#identity ??= held);
      if (site !== held.site || subject !== held.subject) throw new Error('another identity');
      return (this.#held = held);
    } catch (cause) {
      throw new ApiError('token-unavailable', { cause });
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The claims of a JWT (RFC 7519); whether they are true is the backend's to judge. */
const read = (token: string): Held => {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token)?.[1] ?? '';
  const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
    letter.charCodeAt(0),
  );
  const { sub, aud, exp, iat } = JSON.parse(new TextDecoder().decode(bytes)) as Claims;
  const now = Date.now();
  // A clock that is wrong here makes a fresh token look old: then its own span counts.
  const left = exp * 1000 - now;
  const life = left > 0 ? left : (exp - (iat ?? 0)) * 1000;
  return {
    token,
    site: String(aud),
    subject: String(sub),
    end: now + life,
    renewal: now + life - Math.min(margin, life / 5),
  };
};

interface Claims {
  readonly sub: string;
  readonly aud: string | readonly string[];
  readonly exp: number;
  readonly iat?: number;
}
