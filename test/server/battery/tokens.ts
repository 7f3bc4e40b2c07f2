import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { base64url, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { v7 as uuid } from 'uuid';
import type { Me } from '../../../src/contract/member.js';
import { Person, testSecret, token } from '../../support/people.js';
import { refuses, Site, taskRequest, type Backend } from '../../support/site.js';

const soon = () => Math.floor(Date.now() / 1000) + 3600;

const signed = (claims: JWTPayload, secret = testSecret, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));

/** Tokens that must not be taken, each by the fault it has. */
const faulty = (site: string): Record<string, () => Promise<string> | string> => {
  const sound = { sub: 'olga', name: 'Olga', role: 'owner', aud: site, exp: soon() };
  const without = (claim: keyof typeof sound) => {
    const { [claim]: _, ...rest } = sound;
    return signed(rest);
  };
  return {
    'no token at all': () => '',
    'not a token': () => 'hello',
    'three empty parts': () => '..',
    expired: () => token({ sub: 'olga', role: 'owner', site, expires: -120 }),
    'not yet valid': () => signed({ ...sound, nbf: soon() }),
    'signed by someone else': () => signed(sound, 'another-secret-that-is-long-enough-too'),
    'signed with an algorithm that is not ours': () => signed(sound, testSecret, 'HS512'),
    'alg none': () => new UnsecuredJWT(sound).encode(),
    'alg none with the signature of a sound one': async () =>
      `${new UnsecuredJWT(sound).encode()}${(await signed(sound)).split('.')[2]}`,
    'a key pair of its own making': async () => {
      const { privateKey } = await generateKeyPair('RS256');
      return new SignJWT(sound).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    },
    'claims changed after signing': async () => {
      const [header, , signature] = (await signed({ ...sound, role: 'member' })).split('.');
      return `${header}.${base64url.encode(JSON.stringify(sound))}.${signature}`;
    },
    'a site that is not served': () => signed({ ...sound, aud: 'elsewhere' }),
    'no site': () => without('aud'),
    'no subject': () => without('sub'),
    'no end': () => without('exp'),
    'an empty subject': () => signed({ ...sound, sub: '' }),
    'a subject with NUL': () => signed({ ...sound, sub: 'ol\0ga' }),
    'a role that is none': () => signed({ ...sound, role: 'admin' }),
    'a role that is no word': () => signed({ ...sound, role: { toString: 'owner' } }),
    'a subject that is a number': () => signed({ ...sound, sub: 7 as unknown as string }),
    'a name that is no word': () => signed({ ...sound, name: ['Olga'] }),
    'a name with NUL': () => signed({ ...sound, name: 'Ol\0ga' }),
  };
};

const bearer = (site: Site, value: string) =>
  new Person('olga', site.send, { authorization: `Bearer ${value}` });

/** Who is let in. */
export const tokens = (backend: () => Backend): void => {
  describe('tokens', () => {
    for (const fault of Object.keys(faulty(''))) {
      test(`refused: ${fault}`, async () => {
        const site = new Site(backend());
        const task = await site.newTask();
        const before = await site.dump();
        const caller = bearer(site, (await faulty(site.name)[fault]?.()) ?? '');
        const answers = [
          await caller.get('/me'),
          await caller.get(`/tasks/${task.id}`),
          await caller.put(`/tasks/${uuid()}`, taskRequest()),
          await caller.get('/tasks'),
        ];
        for (const answer of answers) {
          refuses(answer, 'unauthenticated');
          assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer\b/);
        }
        assert.equal(await site.dump(), before);
      });
    }

    test('refused: other schemes and other places for a token', async () => {
      const site = new Site(backend());
      const sound = await token({ sub: 'olga', role: 'owner', site: site.name });
      for (const headers of [{ authorization: `Basic ${sound}` }, { authorization: sound }]) {
        refuses(await new Person('olga', site.send, headers).get('/me'), 'unauthenticated');
      }
      refuses(await site.visitor().get(`/me?access_token=${sound}`), 'unauthenticated');
      refuses(
        await new Person('', site.send, { cookie: `token=${sound}` }).get('/me'),
        'unauthenticated',
      );
    });

    test('a bad token is not taken for a visitor, even on a published site', async () => {
      const site = new Site(backend(), { published: true });
      const caller = bearer(site, await token({ sub: 'mia', site: site.name, expires: -120 }));
      refuses(await caller.get(`/tasks?site=${site.name}`), 'unauthenticated');
    });

    test('a token without a role is a member; name and picture are as the token says', async () => {
      const site = new Site(backend());
      const picture = 'https://example.org/mia.png';
      const value = await token({ sub: 'mia', site: site.name, name: 'Mia ✿ Öz', picture });
      const me = (await bearer(site, value).get<Me>('/me')).body;
      assert.deepEqual(me, { id: 'mia', name: 'Mia ✿ Öz', picture, role: 'member', points: 0 });
    });

    test('a role is a ceiling of the token, not of the person', async () => {
      const site = new Site(backend());
      await (await site.as('olga', 'owner')).put(`/tasks/${uuid()}`, taskRequest());
      const modest = await site.as('olga', 'member');
      refuses(await modest.put(`/tasks/${uuid()}`, taskRequest()), 'forbidden');
    });
  });
};
