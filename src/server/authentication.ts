import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import * as v from 'valibot';
import { roleSchema, type Person, type Role } from '../contract/member.js';
import { link, words } from '../contract/values.js';
import { Refusal } from './problems.js';
import { sitesMatcher } from './sites.js';

/** Who asks, as their token says. */
export interface Asker extends Person {
  site: string;
  role: Role;
  /** When the token ends, in milliseconds since 1970. */
  expiresAt: number;
}

/** A shared secret of at least 32 bytes (HS256), or public keys (asymmetric algorithms alone). */
export type Auth = { secret: string } | { jwks: JSONWebKeySet | URL };

export type Authenticate = (request: Request) => Promise<Asker>;

const asymmetric = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

const claims = v.object({
  sub: words(255),
  name: words(200),
  // A picture is an ornament: a bad one is left out and locks nobody out.
  picture: v.fallback(v.nullable(link), null),
  role: v.optional(roleSchema, 'member'),
  aud: words(255),
  exp: v.number(),
});

/** Reads the bearer token (RFC 6750). Whatever is wrong with it, the refusal is the same. */
export function authentication(auth: Auth, sites: readonly string[]): Authenticate {
  const served = sitesMatcher(sites);
  const verify = verifier(auth);
  return async (request) => {
    const token = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
    if (!token) throw new Refusal('unauthenticated');
    const parsed = v.safeParse(claims, await verify(token));
    if (!parsed.success || !served(parsed.output.aud)) throw new Refusal('unauthenticated');
    const { sub, aud, exp, ...rest } = parsed.output;
    return { ...rest, id: sub, site: aud, expiresAt: exp * 1000 };
  };
}

function verifier(auth: Auth): (token: string) => Promise<unknown> {
  const requiredClaims = ['exp'];
  if ('secret' in auth) {
    const secret = new TextEncoder().encode(auth.secret);
    if (secret.byteLength < 32) throw new Error('The secret must have at least 32 bytes.');
    return (token) => refused(jwtVerify(token, secret, { algorithms: ['HS256'], requiredClaims }));
  }
  const keys = auth.jwks instanceof URL ? remoteKeys(auth.jwks) : createLocalJWKSet(auth.jwks);
  return (token) => refused(jwtVerify(token, keys, { algorithms: asymmetric, requiredClaims }));
}

/** Keys that cannot be fetched say nothing about the token: that is `unavailable`. */
function remoteKeys(url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url);
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      const aboutToken =
        error instanceof errors.JWKSNoMatchingKey ||
        error instanceof errors.JWKSMultipleMatchingKeys ||
        error instanceof errors.JOSENotSupported;
      throw aboutToken ? error : new Refusal('unavailable');
    }
  };
}

async function refused(verification: ReturnType<typeof jwtVerify>): Promise<unknown> {
  try {
    return (await verification).payload;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('unauthenticated');
  }
}
