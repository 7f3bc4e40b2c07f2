import { expect } from '@open-wc/testing';
import { v7 as uuid } from 'uuid';
import type { Attachment, AttachmentLink } from '../../src/contract/attachment.js';
import { KeptFiles } from '../../src/stores/files/kept-files.js';
import { acquireSession, releaseSession, type Session } from '../../src/stores/session.js';
import { uploadsOf, type Upload, type Uploads } from '../../src/stores/files/uploads.js';
import { animation, noise, photo, secretPlace } from '../support/browser-files.js';
import { BrowserSite, mia, rui, seen, type BrowserPerson } from '../support/browser-people.js';
import { BrowserWire } from '../support/browser-wire.js';

const place = 'message 1';
const only = (uploads: Uploads): Upload => uploads.snapshot.items[0]!;
const isThere = ({ state }: Upload): boolean => state === 'uploaded';

describe('files that somebody has picked', function () {
  this.timeout(60_000);
  let site: BrowserSite;
  let wire: BrowserWire;

  beforeEach(() => {
    site = new BrowserSite();
    wire = new BrowserWire();
  });

  afterEach(() => wire.turn('open'));

  /** A session as a page of its own would have it, for the time of some work. */
  async function onAPage<Result>(
    work: (uploads: Uploads, session: Session) => Promise<Result>,
    person: BrowserPerson = mia,
    send?: typeof fetch,
  ): Promise<Result> {
    const getToken = () => site.token(person);
    const session = acquireSession({ endpoint: wire.endpoint, getToken, fetch: send });
    try {
      return await work(uploadsOf(session), session);
    } finally {
      releaseSession(session);
      await seen(() => session.signal.aborted, 'the session to end');
    }
  }

  /** Resolves with all of them once they are there. */
  const there = async (uploads: Uploads, count: number): Promise<readonly Upload[]> => {
    await seen(() => uploads.snapshot.items.filter(isThere).length === count, `${count} uploads`);
    return uploads.snapshot.items;
  };

  /** What the server serves to the one who has uploaded it. */
  async function served(id: string): Promise<Blob> {
    const { url } = await site.ask<AttachmentLink>(mia, `/attachments/${id}`);
    const answer = await fetch(new URL(url, `${site.endpoint}/`));
    expect(answer.status).to.equal(200);
    return answer.blob();
  }

  const colour = async (picture: Blob, x: number, y: number): Promise<number[]> => {
    const bitmap = await createImageBitmap(picture);
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, -x * bitmap.width, -y * bitmap.height);
    return [...context.getImageData(0, 0, 1, 1).data];
  };

  it('lose the place where a photo was taken, stand upright, and are 2048 pixels at most', async () => {
    const file = await photo(3000, 1500);
    expect(await file.text()).to.contain(secretPlace);
    const [item] = await onAPage(async (uploads) => {
      uploads.add(place, [file]);
      return there(uploads, 1);
    });
    const blob = await served(item!.id);
    expect(await blob.text()).not.to.contain(secretPlace);
    expect(await blob.text()).not.to.contain('Exif');
    expect(blob.type).to.equal('image/jpeg');
    const { width, height } = await createImageBitmap(blob);
    expect([width, height]).to.deep.equal([1024, 2048]);
    expect([item!.width, item!.height]).to.deep.equal([1024, 2048]);
    // Orientation 6: what lies at the left of the file is at the top of the picture.
    const [red = 0, , blue = 0] = await colour(blob, 0.3, 0.2);
    expect(red > 150 && blue < 100, `${red} ${blue}`).to.equal(true);
    const [, green = 0] = await colour(blob, 0.95, 0.5);
    expect(green > 120, `${green}`).to.equal(true);
  });

  it('move on if they moved, and stay as they are if they are no pictures', async () => {
    const [dance, notes] = [animation(), noise(2_000)];
    const items = await onAPage(async (uploads) => {
      uploads.add(place, [dance, notes]);
      return there(uploads, 2);
    });
    for (const [n, file] of [dance, notes].entries()) {
      const blob = await served(items[n]!.id);
      const bytes = [new Uint8Array(await blob.arrayBuffer())].join();
      expect(bytes).to.equal([new Uint8Array(await file.arrayBuffer())].join());
    }
    expect(items.map(({ width }) => width)).to.deep.equal([2, 0]);
  });

  it('tell how much of them is gone', async () => {
    await onAPage(async (uploads) => {
      const parts = new Set<number>();
      uploads.subscribe(() => parts.add(only(uploads).progress));
      await wire.turn('held');
      uploads.add(place, [noise(10_000_000)]);
      await seen(() => only(uploads).progress > 0, 'a part of it gone');
      expect(only(uploads).progress).to.be.lessThan(1);
      await wire.turn('open');
      await there(uploads, 1);
      const told = [...parts];
      expect(told).to.deep.equal([...told].sort((one, other) => one - other));
      expect(told.at(-1)).to.equal(1);
    });
  });

  it('go two at once, and all arrive', async () => {
    await onAPage(async (uploads) => {
      const files = Array.from({ length: 6 }, (_, n) => noise(50_000 + n, `${n}.txt`));
      // Held until as many are there as go at once: a quick one may be gone before the next begins.
      await wire.turn('held');
      uploads.add(place, files);
      for (let now = 0; now < 2;) now = (await wire.turn('held')).filesNow;
      await wire.turn('open');
      const items = await there(uploads, 6);
      expect(items.map(({ name }) => name)).to.deep.equal(files.map(({ name }) => name));
      for (const { id, size } of items) expect((await served(id)).size).to.equal(size);
    });
    expect((await wire.turn('open')).filesAtOnce).to.equal(2);
  });

  it('go on when the connection is back', async () => {
    await onAPage(async (uploads) => {
      await wire.turn('cut');
      uploads.add(place, [noise(100_000)]);
      await seen(() => only(uploads).problem?.code === 'network', 'the failure');
      expect(only(uploads).state).to.equal('waiting');
      await wire.turn('open');
      window.dispatchEvent(new Event('online'));
      await there(uploads, 1);
      expect(only(uploads).problem).to.equal(null);
      expect((await served(only(uploads).id)).size).to.equal(100_000);
    });
  });

  it('break off in the middle when the connection does, and arrive whole', async () => {
    await onAPage(async (uploads) => {
      await wire.turn('held');
      uploads.add(place, [noise(8_000_000)]);
      await seen(() => only(uploads).progress > 0, 'a part of it gone');
      await wire.turn('cut');
      await seen(() => only(uploads).problem?.code === 'network', 'the failure');
      await wire.turn('open');
      uploads.retry(only(uploads).id);
      await there(uploads, 1);
      expect((await served(only(uploads).id)).size).to.equal(8_000_000);
    });
  });

  it('go on in the next page of the same person, and in nobody else’s', async () => {
    const file = await photo(400, 300, 1);
    const id = await onAPage(async (uploads, session) => {
      await wire.turn('held');
      uploads.add(place, [file, noise(300_000)]);
      await seen(() => only(uploads).state === 'uploading', 'the way out');
      const kept = new KeptFiles(session);
      while ((await kept.list()).length < 2);
      return only(uploads).id;
    });
    await wire.turn('open');
    await onAPage(async (uploads) => {
      await uploads.recall();
      expect(uploads.snapshot.items).to.deep.equal([]);
    }, rui);
    await onAPage(async (uploads) => {
      const items = await there(uploads, 2);
      expect(items.map((item) => item.name)).to.deep.equal(['photo.jpg', 'notes.txt']);
      expect(items[0]).to.include({ id, place });
      expect(await (await served(id)).text()).not.to.contain(secretPlace);
      await uploads.forget(items.map((item) => item.id));
    });
    await onAPage(async (uploads) => {
      await uploads.recall();
      expect(uploads.snapshot.items).to.deep.equal([]);
    });
  });

  it('are refused before they go when they are too large, and too many stay out', async () => {
    await onAPage(async (uploads, session) => {
      session.connection.subscribe(() => {});
      await seen(() => session.connection.snapshot.service, 'the limits');
      uploads.add(place, [noise(10_485_761), noise(0)]);
      await seen(() => uploads.snapshot.items.every(({ problem }) => problem), 'the refusals');
      const codes = uploads.snapshot.items.map(({ problem }) => problem?.code);
      expect(codes).to.deep.equal(['too-large', 'invalid']);
      const more = Array.from({ length: 10 }, () => noise(10));
      expect(uploads.add(place, more)).to.equal(2);
      expect(uploads.of(place)).to.have.length(10);
      await there(uploads, 8);
    });
    const { requests } = await wire.turn('open');
    expect(requests.filter((line) => line.startsWith('PUT'))).to.have.length(8);
  });

  it('are refused by the server, and taken when somebody tries again', async () => {
    await onAPage(async (uploads) => {
      const put = (id: string) =>
        site.ask<Attachment>(mia, `/attachments/${id}`, {
          method: 'PUT',
          body: 'x',
          headers: { 'content-disposition': 'attachment; filename=x' },
        });
      for (let n = 0; n < 40; n += 1) await put(uuid());
      uploads.add(place, [noise(10)]);
      await seen(() => only(uploads).state === 'refused', 'the refusal');
      expect(only(uploads).problem).to.include({ code: 'limit-reached', status: 409 });
    });
  });

  it('are aborted when somebody takes them away', async () => {
    await onAPage(async (uploads) => {
      await wire.turn('held');
      uploads.add(place, [noise(4_000_000)]);
      await seen(() => only(uploads).progress > 0, 'a part of it gone');
      const { id } = only(uploads);
      await uploads.forget([id]);
      expect(uploads.snapshot.items).to.deep.equal([]);
      while ((await wire.turn('open')).filesNow > 0);
      const missing = await site.ask(mia, `/attachments/${id}`).catch(String);
      expect(missing).to.contain('404');
    });
  });

  it('go through the host’s own fetch where it has one', async () => {
    const lines: string[] = [];
    const send: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      lines.push(`${request.method} ${request.headers.get('content-disposition')}`);
      return fetch(request);
    };
    await onAPage(
      async (uploads) => {
        uploads.add(place, [noise(1_000, 'für (Mia).txt')]);
        await there(uploads, 1);
      },
      mia,
      send,
    );
    expect(lines).to.include("PUT attachment; filename*=UTF-8''f%C3%BCr%20%28Mia%29.txt");
  });
});
