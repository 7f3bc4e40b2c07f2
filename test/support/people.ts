import { SignJWT } from 'jose';
import type { Role } from '../../src/contract/member.js';
import type { Problem } from '../../src/contract/problem.js';
import { checkAnswer } from './check-answer.js';

/** The secret that every server under test shares with {@link token}. */
export const testSecret = 'a-secret-for-tests-that-is-long-enough';

/** How a request reaches the backend; `path` follows the endpoint and begins with a slash. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;

export interface Claims {
  sub: string;
  site: string;
  role?: Role;
  name?: string;
  picture?: string;
  /** Seconds from now; default an hour. */
  expires?: number;
}

/** A token as a site owner's server would sign it. */
export function token({ sub, site, role, name, picture, expires = 3600 }: Claims): Promise<string> {
  return new SignJWT({ name: name ?? sub, ...(role && { role }), ...(picture && { picture }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setAudience(site)
    .setExpirationTime(Math.floor(Date.now() / 1000) + expires)
    .sign(new TextEncoder().encode(testSecret));
}

/** What came back. Reading the wrong half throws with the whole answer in the message. */
export class Answer<Body> {
  readonly status: number;
  readonly headers: Headers;

  constructor(
    readonly request: string,
    response: Response,
    readonly text: string,
  ) {
    this.status = response.status;
    this.headers = response.headers;
  }

  get ok(): boolean {
    return this.status < 400;
  }

  get body(): Body {
    if (!this.ok) throw new Error(`Refused: ${this.toString()}`);
    return JSON.parse(this.text) as Body;
  }

  get problem(): Problem {
    if (this.ok) throw new Error(`Not refused: ${this.toString()}`);
    return JSON.parse(this.text) as Problem;
  }

  toString(): string {
    return `${this.request} answered ${this.status} ${this.text.slice(0, 2_000)}`;
  }
}

/** Somebody who talks to a backend. Each answer is held against the contract. */
export class Person {
  constructor(
    readonly id: string,
    readonly send: Send,
    readonly headers: Record<string, string>,
  ) {}

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.ask<Body>('GET', path, { headers: this.headers });
  }

  put<Body>(path: string, body: unknown, headers = {}): Promise<Answer<Body>> {
    return this.putRaw<Body>(path, JSON.stringify(body), headers);
  }

  /** A body as it stands, however wrong. */
  putRaw<Body>(path: string, body: RequestInit['body'], headers = {}): Promise<Answer<Body>> {
    const json = { 'content-type': 'application/json' };
    return this.ask<Body>('PUT', path, {
      method: 'PUT',
      body: body ?? null,
      headers: { ...json, ...this.headers, ...headers },
      // Needed for a body that is a stream: https://fetch.spec.whatwg.org/#dom-requestinit-duplex
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });
  }

  delete<Body>(path: string): Promise<Answer<Body>> {
    return this.ask<Body>('DELETE', path, { method: 'DELETE', headers: this.headers });
  }

  async ask<Body>(method: string, path: string, init: RequestInit): Promise<Answer<Body>> {
    const response = await this.send(path, init);
    const answer = new Answer<Body>(`${method} ${path}`, response, await response.text());
    checkAnswer(method, path, answer);
    return answer;
  }
}

/** A person with a token of their own. */
export async function person(send: Send, claims: Claims): Promise<Person> {
  return new Person(claims.sub, send, { authorization: `Bearer ${await token(claims)}` });
}
