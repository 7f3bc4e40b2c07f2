import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { Person } from '../support/people.js';
import { openPocket, type Pocket } from '../support/pocket.js';
import { refuses, Site, taskRequest } from '../support/site.js';

const home = 'https://host.example';

describe('pages of other origins', () => {
  let pocket: Pocket;
  before(async () => (pocket = await openPocket({ origins: [home] })));
  after(() => pocket.close());

  const preflight = (origin: string) => {
    const headers = {
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization,content-disposition,content-type,if-match',
    };
    return pocket.send(`/tasks/${uuid()}`, { method: 'OPTIONS', headers });
  };
  const from = (caller: Person, origin: string) =>
    new Person(caller.id, caller.send, { ...caller.headers, origin });

  test('a configured origin may ask, with all that the contract needs', async () => {
    const { headers, ok } = await preflight(home);
    assert.ok(ok);
    assert.equal(headers.get('access-control-allow-origin'), home);
    for (const method of [/\bPUT\b/, /\bDELETE\b/]) {
      assert.match(headers.get('access-control-allow-methods') ?? '', method);
    }
    for (const header of [/authorization/i, /content-disposition/i, /content-type/i, /if-match/i]) {
      assert.match(headers.get('access-control-allow-headers') ?? '', header);
    }
    // The token is in a header of ours: no cookie ever has to come along.
    assert.equal(headers.get('access-control-allow-credentials'), null);
  });

  test('answers and refusals can be read there', async () => {
    const site = new Site(pocket);
    const olga = from(await site.olga(), home);
    const made = await olga.put(`/tasks/${uuid()}`, taskRequest());
    const refused = await from(site.visitor(), home).get('/me');
    refuses(refused, 'unauthenticated');
    for (const { headers } of [made, refused]) {
      assert.equal(headers.get('access-control-allow-origin'), home);
      assert.match(headers.get('vary') ?? '', /origin/i);
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  });

  test('any other origin is not let in', async () => {
    const others = [
      'https://evil.example',
      'https://host.example.evil',
      'null',
      'http://host.example',
    ];
    for (const origin of others) {
      assert.equal((await preflight(origin)).headers.get('access-control-allow-origin'), null);
      const answer = await from(new Site(pocket).visitor(), origin).get('/');
      assert.equal(answer.headers.get('access-control-allow-origin'), null, origin);
    }
  });
});
