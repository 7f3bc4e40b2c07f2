import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { v7 as uuid } from 'uuid';
import { createHandler, type Handler } from '../../src/server/handler.js';
import type { Me } from '../../src/contract/member.js';
import { Person } from '../support/people.js';
import { openPocket, type Pocket } from '../support/pocket.js';
import { refuses } from '../support/site.js';

const site = `test-${uuid()}`;

const claims = (header: { alg: string; kid?: string }) =>
  new SignJWT({ name: 'Mia' })
    .setProtectedHeader(header)
    .setSubject('mia')
    .setAudience(site)
    .setExpirationTime('1h');

describe('tokens signed with a key pair', () => {
  let pocket: Pocket;
  let privateKey: CryptoKey;
  let publicKey: CryptoKey;
  let jwk: JWK;
  before(async () => {
    pocket = await openPocket();
    ({ privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true }));
    jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' };
  });
  after(() => pocket.close());

  const ask = async (handler: Handler, bearer: string) => {
    const send = async (path: string, init: RequestInit) =>
      handler.fetch(new Request(`http://pocket.test/api/v1${path}`, init));
    return new Person('mia', send, { authorization: `Bearer ${bearer}` }).get<Me>('/me');
  };
  const serverWith = (jwks: { keys: JWK[] } | URL) =>
    createHandler({ database: pocket.database, auth: { jwks }, sites: ['test-*'] });

  test('are taken if the key set has the key', async () => {
    const bearer = await claims({ alg: 'ES256', kid: 'one' }).sign(privateKey);
    assert.equal((await ask(serverWith({ keys: [jwk] }), bearer)).body.id, 'mia');
    refuses(await ask(serverWith({ keys: [] }), bearer), 'unauthenticated');
    refuses(await ask(serverWith({ keys: [{ ...jwk, kid: 'two' }] }), bearer), 'unauthenticated');
  });

  test('are refused when another key has signed under its name', async () => {
    const other = await generateKeyPair('ES256');
    const bearer = await claims({ alg: 'ES256', kid: 'one' }).sign(other.privateKey);
    refuses(await ask(serverWith({ keys: [jwk] }), bearer), 'unauthenticated');
  });

  test('are refused when the public key was used as a shared secret', async () => {
    const spki = await exportSPKI(publicKey);
    for (const secret of [spki, spki.trim(), JSON.stringify(jwk), jwk.x ?? '']) {
      const bearer = await claims({ alg: 'HS256', kid: 'one' }).sign(Buffer.from(secret));
      refuses(await ask(serverWith({ keys: [jwk] }), bearer), 'unauthenticated');
    }
  });

  test('say that keys which cannot be fetched are no fault of the token', async () => {
    const bearer = await claims({ alg: 'ES256', kid: 'one' }).sign(privateKey);
    // Port 9 discards, and nothing of ours listens there: the connection is refused at once.
    const answer = await ask(serverWith(new URL('http://127.0.0.1:9/keys')), bearer);
    refuses(answer, 'unavailable');
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
  });
});
