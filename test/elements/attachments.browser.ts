import { expect, fixture, html } from '@open-wc/testing';
import { v7 as uuid } from 'uuid';
import '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/task-provider/task-provider.js';
import type { Attachment } from '../../src/contract/attachment.js';
import type { MessagePage, TextMessage } from '../../src/contract/message.js';
import type { Report } from '../../src/contract/report.js';
import type { MiniChat } from '../../src/elements/mini-chat/mini-chat.js';
import { KeptFiles } from '../../src/stores/files/kept-files.js';
import { noise, photo, screenshot } from '../support/browser-files.js';
import {
  BrowserSite,
  comes,
  find,
  mia,
  rui,
  sees,
  seen,
  still,
  textOf,
  type BrowserPerson,
} from '../support/browser-people.js';
import { BrowserWire } from '../support/browser-wire.js';

const inside = <Found extends Element = HTMLElement>(chat: MiniChat, selector: string): Found[] => [
  ...(chat.shadowRoot?.querySelectorAll<Found>(selector) ?? []),
];
const picked = (chat: MiniChat): HTMLElement[] => inside(chat, '.picked');

/** As somebody who chooses files in the dialog of the platform. */
async function pick(chat: MiniChat, ...files: File[]): Promise<void> {
  await comes(chat, 'button', 'Attach files');
  const input = inside<HTMLInputElement>(chat, 'input[type="file"]')[0]!;
  input.files = carrying(files).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function carrying(files: File[], text = ''): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  if (text) data.setData('text/plain', text);
  return data;
}

/** An event with something in its hands; not every engine lets its constructor take that. */
function bring(target: Element, type: string, key: string, data: DataTransfer): Event {
  const event = new Event(type, { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, key, { value: data });
  target.dispatchEvent(event);
  return event;
}

const allThere = (chat: MiniChat, count: number): Promise<true> =>
  seen(
    () => (picked(chat).filter((row) => row.matches('.uploaded')).length === count ? true : null),
    `${count} files at the server`,
  );

/** Waits until so many files are on this device. */
async function kept(chat: MiniChat, count: number): Promise<void> {
  const files = new KeptFiles(chat.session!);
  while ((await files.list()).filter(({ prepared }) => prepared).length < count);
}

describe('mini-chat with files', function () {
  this.timeout(60_000);
  let site: BrowserSite;
  let wire: BrowserWire;
  let report: Report;

  beforeEach(async () => {
    site = new BrowserSite();
    wire = new BrowserWire();
    report = await site.report(mia, await site.task());
  });

  afterEach(() => wire.turn('open'));

  /** With the browser's own network, as on a host's page. */
  async function chatFor(person: BrowserPerson = mia): Promise<MiniChat> {
    const provider = await fixture(
      html`<task-provider endpoint=${wire.endpoint} .getToken=${() => site.token(person)}>
        <mini-chat report-id=${report.id}></mini-chat>
      </task-provider>`,
    );
    const chat = provider.querySelector('mini-chat') as MiniChat;
    await sees(chat, person === mia ? 'You sent your report' : 'sent the report');
    return chat;
  }

  const messages = async (): Promise<TextMessage[]> => {
    const page = await site.ask<MessagePage>(rui, `/reports/${report.id}/messages`);
    return page.items.filter((line) => line.kind === 'text');
  };

  async function write(chat: MiniChat, text: string): Promise<void> {
    const field = await comes<HTMLTextAreaElement>(chat, 'textbox', 'Leave a reply');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    (await comes(chat, 'button', 'Send')).click();
  }

  /** A message of Rui's with a file in it. */
  async function sent(file: File, text = 'Look.'): Promise<Attachment> {
    const attachment = await site.ask<Attachment>(rui, `/attachments/${uuid()}`, {
      method: 'PUT',
      body: file,
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
    });
    const path = `/reports/${report.id}/messages/${uuid()}`;
    await site.put(rui, path, { text, attachments: [attachment.id] });
    return attachment;
  }

  it('takes what is picked, dropped and pasted, and sends it all with one message', async () => {
    const chat = await chatFor();
    await pick(chat, await photo(800, 600, 1), noise(2_000, 'list.pdf'));
    const field = await comes(chat, 'textbox');
    const dropped = carrying([await screenshot('dropped.png')]);
    bring(field, 'dragenter', 'dataTransfer', dropped);
    await sees(chat, 'Drop to attach');
    await still(chat);
    await expect(chat).to.be.accessible();
    expect(bring(field, 'dragover', 'dataTransfer', dropped).defaultPrevented).to.equal(true);
    expect(bring(field, 'drop', 'dataTransfer', dropped).defaultPrevented).to.equal(true);
    expect(textOf(chat)).not.to.contain('Drop to attach');
    const pasted = carrying([await screenshot('pasted.png')]);
    expect(bring(field, 'paste', 'clipboardData', pasted).defaultPrevented).to.equal(true);
    const asText = carrying([await screenshot('of a text.png')], 'the text');
    expect(bring(field, 'paste', 'clipboardData', asText).defaultPrevented).to.equal(false);
    await allThere(chat, 4);
    await still(chat);
    await expect(chat).to.be.accessible();
    await write(chat, '');
    await seen(() => inside(chat, 'button.picture').length === 3, 'three pictures in the row');
    expect(picked(chat)).to.deep.equal([]);
    const [message] = await messages();
    expect(message!.text).to.equal('');
    expect(message!.attachments.map(({ name }) => name)).to.deep.equal([
      'photo.jpg',
      'list.pdf',
      'dropped.png',
      'pasted.png',
    ]);
    await still(chat);
    await expect(chat).to.be.accessible();
  });

  it('leaves alone what is dragged and is no file', async () => {
    const chat = await chatFor();
    const field = await comes(chat, 'textbox');
    await comes(chat, 'button', 'Attach files');
    const words = carrying([], 'words');
    const event = bring(field, 'dragenter', 'dataTransfer', words);
    expect(event.defaultPrevented).to.equal(false);
    const over = carrying([noise(10)]);
    bring(field, 'dragenter', 'dataTransfer', over);
    await sees(chat, 'Drop to attach');
    bring(field, 'dragleave', 'dataTransfer', over);
    expect(textOf(chat)).not.to.contain('Drop to attach');
  });

  it('shows how much is gone, and lets a file be taken away meanwhile', async () => {
    const chat = await chatFor();
    await wire.turn('held');
    await pick(chat, noise(8_000_000, 'film.mov'), noise(10, 'small.txt'));
    const bar = await seen(
      () =>
        inside<HTMLProgressElement>(chat, 'progress').find(({ value }) => value > 0 && value < 1),
      'a part of it gone',
    );
    expect(bar.getAttribute('aria-label')).to.contain('film.mov');
    (await comes(chat, 'button', 'Remove')).click();
    await seen(() => picked(chat).length === 1, 'one file less');
    expect((chat.shadowRoot!.activeElement as HTMLElement).ariaLabel).to.contain('small.txt');
    await wire.turn('open');
    await allThere(chat, 1);
  });

  it('says why a file is refused, and sends nothing before that is decided', async () => {
    const chat = await chatFor();
    await pick(chat, noise(10_485_761, 'film.mov'), noise(10, 'small.txt'));
    const alert = await comes(chat, 'alert', 'Too large. The limit is 10 MB.');
    expect(find(chat, 'button', 'Try')).to.equal(null);
    await write(chat, 'With a film.');
    expect(alert.closest('li')!.contains(chat.shadowRoot!.activeElement)).to.equal(true);
    (chat.shadowRoot!.activeElement as HTMLElement).click();
    await allThere(chat, 1);
    await write(chat, 'With a text.');
    await sees(chat, 'small.txt');
    await seen(() => inside(chat, 'button.file').length === 1, 'the message at the server');
    expect((await messages()).map(({ text }) => text)).to.deep.equal(['With a text.']);
  });

  it('says that no more go along, and leaves the others out', async () => {
    const chat = await chatFor();
    await pick(chat, ...Array.from({ length: 12 }, (_, n) => noise(10, `${n}.txt`)));
    await comes(chat, 'alert', 'Up to 10 files go together');
    expect(picked(chat)).to.have.length(10);
  });

  it('sends a message with two pictures that was written without a connection', async () => {
    const chat = await chatFor();
    await comes(chat, 'button', 'Attach files');
    await wire.turn('cut');
    await pick(chat, await screenshot('one.png'), await screenshot('two.png'));
    await seen(() => picked(chat).every((row) => row.matches('.waiting')), 'both to wait');
    await write(chat, 'Two pictures.');
    await seen(() => inside(chat, '.attachments canvas').length === 2, 'both in the row');
    expect(picked(chat)).to.deep.equal([]);
    await kept(chat, 2);
    chat.closest('task-provider')!.remove();
    await wire.turn('open');
    await wire.turn('held');
    const again = await chatFor();
    await sees(again, 'Waits to be sent');
    while ((await wire.turn('held')).filesNow < 2);
    await wire.turn('open');
    await seen(() => inside(again, 'button.picture').length === 2, 'both sent');
    const [message] = await messages();
    expect(message!.attachments.map(({ name }) => name)).to.deep.equal(['one.png', 'two.png']);
    expect(await messages()).to.have.length(1);
  });

  it('brings back what was picked, after a reload', async () => {
    const chat = await chatFor();
    await wire.turn('held');
    await pick(chat, noise(200_000, 'half.txt'));
    await seen(() => picked(chat)[0]?.matches('.uploading'), 'the way out');
    await kept(chat, 1);
    chat.closest('task-provider')!.remove();
    await wire.turn('open');
    const again = await chatFor();
    await allThere(again, 1);
    await write(again, 'The second half.');
    await seen(() => inside(again, 'button.file').length === 1, 'the file in the row');
    expect((await messages())[0]!.attachments[0]).to.include({ name: 'half.txt', size: 200_000 });
  });

  it('shows a picture in room that is there before it, and large when asked', async () => {
    await sent(await photo(1200, 800, 1));
    const chat = await chatFor();
    const button = await comes(chat, 'button', 'Show \u2068');
    const before = button.getBoundingClientRect();
    const image = await seen(
      () => inside<HTMLImageElement>(chat, '.picture img').find((each) => each.naturalWidth > 0),
      'the picture',
    );
    const after = button.getBoundingClientRect();
    expect([after.width, after.height]).to.deep.equal([before.width, before.height]);
    expect(after.width / after.height).to.be.closeTo(1.5, 0.02);
    expect(image.naturalWidth).to.equal(1200);
    button.focus();
    button.click();
    const dialog = await seen(() => inside<HTMLDialogElement>(chat, 'dialog[open]')[0], 'a dialog');
    await seen(() => dialog.querySelector('img')?.naturalWidth === 1200, 'the large picture');
    await Promise.all(dialog.getAnimations().map(({ finished }) => finished));
    expect(dialog.contains(chat.shadowRoot!.activeElement)).to.equal(true);
    await still(chat);
    await expect(chat).to.be.accessible();
    dialog.querySelector<HTMLElement>('.close')!.click();
    await seen(() => inside(chat, 'dialog').length === 0, 'the end of it');
    expect(chat.shadowRoot!.activeElement).to.equal(button);
  });

  it('asks for another link when one does not lead to the picture any more', async () => {
    const { id } = await sent(await screenshot());
    const chat = await chatFor();
    const image = await seen(
      () => inside<HTMLImageElement>(chat, '.picture img').find((each) => each.naturalWidth > 0),
      'the picture',
    );
    const asked = async (): Promise<number> =>
      (await wire.turn('open')).requests.filter((line) => line === `GET /api/v1/attachments/${id}`)
        .length;
    expect(await asked()).to.equal(1);
    const over = new URL(image.src);
    over.searchParams.set('expires', '1000000000');
    image.src = over.href;
    await seen(
      () => image.src !== over.href && image.complete && image.naturalWidth > 0,
      'it again',
    );
    expect(await asked()).to.equal(2);
  });

  it('isolates names that would turn the words around them', async () => {
    await sent(noise(1_000, 'שכר דירה 2026.pdf'));
    const chat = await chatFor();
    const card = await comes(chat, 'button', 'Download');
    expect(card.querySelector('bdi')!.textContent).to.equal('שכר דירה 2026.pdf');
    await sent(await screenshot('שכר דירה.png'));
    const picture = await comes(chat, 'button', 'Show \u2068');
    expect(picture.ariaLabel).to.equal('Show \u2068שכר דירה.png\u2069');
    await still(chat);
    await expect(chat).to.be.accessible();
  });
});
