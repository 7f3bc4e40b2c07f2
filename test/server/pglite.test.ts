import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { limits } from '../../src/contract/limits.js';
import { openPocket, type Pocket } from '../support/pocket.js';
import { refuses, Site, taskRequest } from '../support/site.js';
import { battery } from './battery/battery.js';

let pocket: Pocket;
before(async () => (pocket = await openPocket()));
after(() => pocket.close());

battery(() => pocket);

test('a Content-Length that lies helps nobody', async () => {
  const site = new Site(pocket);
  const olga = await site.olga();
  const long = JSON.stringify({ ...taskRequest(), description: 'x'.repeat(limits.bodyBytes) });
  const short = JSON.stringify(taskRequest());
  const path = `/tasks/${uuid()}`;
  const before = await site.dump();
  for (const length of ['0', '10', '-1', 'many']) {
    refuses(await olga.putRaw(path, long, { 'content-length': length }), 'too-large');
  }
  refuses(await olga.putRaw(path, short, { 'content-length': '999999999999' }), 'too-large');
  assert.equal(await site.dump(), before);
});
