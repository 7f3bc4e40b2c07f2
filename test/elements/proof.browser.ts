import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/report-form/report-form.js';
import '../../src/elements/task-provider/task-provider.js';
import type { ReportForm } from '../../src/elements/report-form/report-form.js';
import { noise, screenshot } from '../support/browser-files.js';
import { BrowserSite, comes, Line, mia, sees, seen } from '../support/browser-people.js';

const inside = <Found extends Element = HTMLElement>(
  form: ReportForm,
  selector: string,
): Found[] => [...(form.shadowRoot?.querySelectorAll<Found>(selector) ?? [])];

async function pick(form: ReportForm, ...files: File[]): Promise<void> {
  await comes(form, 'button', 'Attach files');
  const input = inside<HTMLInputElement>(form, 'input[type="file"]')[0]!;
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

async function write(form: ReportForm, text: string): Promise<void> {
  const field = await seen(
    () => inside<HTMLTextAreaElement>(form, 'textarea:not([readonly])')[0],
    'a field to write in',
  );
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

describe('report-form with files', function () {
  this.timeout(30_000);

  it('shows how far they are, can be taken back, and goes on when the way is free', async () => {
    const site = new BrowserSite();
    const line = new Line();
    const task = await site.task();
    line.stops = ({ method, url }) => method === 'PUT' && url.includes('/attachments/');
    const content = html`<report-form task-id=${task.id}></report-form>`;
    const provider = await fixture(site.provide(mia, content, line.fetch));
    const form = provider.querySelector('report-form') as ReportForm;
    await pick(form, await screenshot('door.png'));
    await write(form, 'Here is the door.');
    (await comes(form, 'button', 'Send report')).click();
    await comes(form, 'button', 'Sending');
    await seen(() => inside(form, 'progress').length === 1, 'how far it is');
    (await comes(form, 'button', 'Take it back')).click();
    await write(form, 'Here is the green door.');
    expect(inside(form, '.picked')).to.have.lengthOf(1);
    (await comes(form, 'button', 'Send report')).click();
    form.closest('task-provider')?.remove();
    line.stops = () => false;
    const next = (await fixture(site.provide(mia, content))).querySelector('report-form')!;
    await sees(next, 'Waiting for review');
    const [report, ...others] = await site.reportsOf(mia);
    expect(others).to.deep.equal([]);
    expect(report).to.include({ text: 'Here is the green door.', round: 1 });
    expect(report!.attachments.map(({ name }) => name)).to.deep.equal(['door.png']);
  });

  it('sends them with the report, and a revision keeps them and adds others', async () => {
    const site = new BrowserSite();
    const task = await site.task();
    const provider = await fixture(
      site.provide(mia, html`<report-form task-id=${task.id}></report-form>`),
    );
    const form = provider.querySelector('report-form') as ReportForm;
    await pick(form, await screenshot('door.png'), noise(10_485_761, 'film.mov'));
    await write(form, 'Here is the door.');
    await comes(form, 'alert', 'Too large');
    await expect(form).to.be.accessible();
    (await comes(form, 'button', 'Send report')).click();
    expect(inside(form, '.refused')[0]!.contains(form.shadowRoot!.activeElement)).to.equal(true);
    expect(await site.reportsOf(mia)).to.deep.equal([]);
    (form.shadowRoot!.activeElement as HTMLElement).click();
    (await comes(form, 'button', 'Send report')).click();
    await sees(form, 'Waiting for review');
    await comes(form, 'button', 'Show \u2068');
    expect(inside(form, '.picked')).to.deep.equal([]);
    await expect(form).to.be.accessible();

    const [report] = await site.reportsOf(mia);
    await site.decide(report!, 'changes', 'And the window?');
    await sees(form, 'And the window?');
    await pick(form, await screenshot('window.png'));
    await write(form, 'The door, and the window.');
    (await comes(form, 'button', 'Send again')).click();
    await seen(() => inside(form, '[part="sent"] .picture').length === 2, 'both pictures');
    // The round before, and what went along with it, stays readable.
    await seen(() => inside(form, '[part="timeline"] .picture').length === 1, 'the earlier one');
    const [revised] = await site.reportsOf(mia);
    const names = revised!.attachments.map(({ name }) => name);
    expect(names).to.deep.equal(['door.png', 'window.png']);
  });
});
