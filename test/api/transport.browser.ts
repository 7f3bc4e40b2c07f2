import { expect } from '@open-wc/testing';
import { Client } from '../../src/api/client.js';
import { TokenSource } from '../../src/api/token.js';
import { Transport } from '../../src/api/transport.js';
import { BrowserSite, mia } from '../support/browser-people.js';

const foreign = 'https://foreign.invalid/';

/** Options that ky or the browser would read from the prototype of an object. */
const pollution: Record<string, unknown> = {
  prefixUrl: foreign,
  headers: { 'x-planted': 'yes', authorization: 'Bearer other' },
  searchParams: { planted: 'yes' },
  json: { planted: true },
  // Where a browser's requests have no `body`, ky stumbles over the planted one; nothing is sent.
  ...('body' in Request.prototype && { body: 'planted' }),
  method: 'PUT',
  mode: 'no-cors',
  credentials: 'include',
  redirect: 'follow',
  referrer: foreign,
};

describe('a polluted Object.prototype', () => {
  for (const [name, value] of Object.entries(pollution)) {
    it(`changes no request with ${name}`, async () => {
      const site = new BrowserSite();
      const token = await site.token(mia);
      const sent: Request[] = [];
      const send: typeof fetch = (input) => {
        sent.push(input as Request);
        return fetch(input);
      };
      const source = new TokenSource(() => Promise.resolve(token));
      const client = new Client(new Transport(site.endpoint, source, send));
      Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
      try {
        expect((await client.getMe()).id).to.equal('mia');
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
      expect(sent.length).to.equal(1);
      const [request] = sent as [Request];
      expect(request.url).to.equal(`${site.endpoint}/me`);
      expect(request.method).to.equal('GET');
      expect(request.redirect).to.equal('error');
      expect(request.credentials).to.equal('omit');
      expect(Object.fromEntries(request.headers)).to.deep.equal({
        accept: 'application/json',
        authorization: `Bearer ${token}`,
      });
    });
  }
});
