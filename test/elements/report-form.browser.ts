import { expect, fixture, html } from '@open-wc/testing';
import { v7 as uuid } from 'uuid';
import '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/report-form/report-form.js';
import '../../src/elements/task-provider/task-provider.js';
import { limits } from '../../src/contract/limits.js';
import type { Report } from '../../src/contract/report.js';
import type { Task } from '../../src/contract/task.js';
import type { ReportForm } from '../../src/elements/report-form/report-form.js';
import {
  BrowserSite,
  comes,
  find,
  Line,
  mia,
  noor,
  rui,
  sees,
  seen,
  textOf,
} from '../support/browser-people.js';

async function formFor(site: BrowserSite, task?: Task, send?: typeof fetch): Promise<ReportForm> {
  const content = html`<report-form task-id=${task?.id ?? ''}></report-form>`;
  const provider = await fixture(site.provide(mia, content, send));
  return provider.querySelector('report-form') as ReportForm;
}

/** The field, once it can be written in. */
const field = (form: ReportForm): Promise<HTMLTextAreaElement> =>
  seen(() => {
    const found = find<HTMLTextAreaElement>(form, 'textbox');
    return found?.readOnly ? null : found;
  }, 'a field to write in');

async function write(form: ReportForm, text: string): Promise<HTMLTextAreaElement> {
  const textarea = await field(form);
  textarea.focus();
  textarea.value = text;
  textarea.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await form.updateComplete;
  return textarea;
}

const send = async (form: ReportForm): Promise<void> =>
  (await comes(form, 'button', 'Send')).click();

const focused = (form: ReportForm): Element | null | undefined => form.shadowRoot?.activeElement;

describe('report-form', () => {
  let site: BrowserSite;
  let line: Line;
  beforeEach(() => {
    site = new BrowserSite();
    line = new Line();
  });

  describe('for a task', () => {
    it('shows lists as lists, examples, and the link with the ids in their places', async () => {
      const url = 'https://example.org/go?by={member}&of={report}';
      const examples = [{ kind: 'good' as const, text: 'Half past flour.' }];
      const task = await site.task({ url, examples, description: 'Find:\n- a name\n- a colour' });
      const form = await formFor(site, task);
      await sees(form, 'A good example');
      const items = [...form.shadowRoot!.querySelectorAll('.prose li')];
      expect(items.map(({ textContent }) => textContent)).to.deep.equal(['a name', 'a colour']);
      const link = await comes<HTMLAnchorElement>(form, 'link', 'Open');
      await expect(form).to.be.accessible();
      await write(form, 'Half past flour.');
      await send(form);
      await sees(form, 'Waiting for review');
      const [report] = await site.reportsOf(mia);
      expect(link.href).to.equal(`https://example.org/go?by=mia&of=${report!.id}`);
    });

    it('says when a task opens, and takes nothing before', async () => {
      const opensAt = new Date(Date.now() + 86_400_000).toISOString();
      const task = await site.task({ opensAt, url: 'https://example.org/' });
      const form = await formFor(site, task);
      await sees(form, 'not open yet');
      expect(textOf(form)).to.contain('Opens ');
      expect(find(form, 'textbox')).to.equal(null);
      expect(find(form, 'link', 'Open')).to.equal(null);
    });

    it('says to choose one, and shows the one that is chosen in the session', async () => {
      const task = await site.task();
      const form = await formFor(site);
      await sees(form, 'No task chosen');
      await expect(form).to.be.accessible();
      form.session?.selection.selectTask(task.id);
      await sees(form, 'Name the bakery');
    });

    it('shows what is asked and what it earns', async () => {
      const closesAt = new Date(Date.now() + 86_400_000).toISOString();
      const task = await site.task({
        points: 1_250,
        reviewWithin: 48,
        quota: 3,
        limit: 2,
        closesAt,
        url: 'https://example.org/do-it',
      });
      const form = await formFor(site, task);
      await sees(form, 'Find a name that nobody in town uses.');
      for (const words of ['1,250', 'within 2 days', '3 places left', 'Closes', '0 of 2']) {
        expect(textOf(form)).to.contain(words);
      }
      expect(find<HTMLAnchorElement>(form, 'link', 'Open')?.href).to.equal(task.url);
      await field(form);
      await expect(form).to.be.accessible();
    });

    it('says so when the task is not there', async () => {
      const task = await site.task({ status: 'inactive' });
      const form = await formFor(site, task);
      await sees(form, 'This task is not offered any more');
    });

    it('says what went wrong, and recovers', async () => {
      line.cut = true;
      const form = await formFor(site, await site.task(), line.fetch);
      const again = await comes(form, 'button', 'Try again');
      line.cut = false;
      again.click();
      await field(form);
    });

    it('takes nothing when all places are taken', async () => {
      const task = await site.task({ quota: 1 });
      await site.report(noor, task);
      const form = await formFor(site, task);
      await sees(form, 'All places of this task are taken.');
      expect(find(form, 'textbox')).to.equal(null);
    });
  });

  describe('sending', () => {
    it('asks the host, shows that it sends, and then where the report stands', async () => {
      const task = await site.task({ reviewWithin: 4 });
      const form = await formFor(site, task, line.fetch);
      const asked: string[] = [];
      const told: Report[] = [];
      form.addEventListener('report-submit', (event) => asked.push(event.taskId, event.text));
      form.addEventListener('report-submitted', (event) => told.push(event.report));
      const textarea = await write(form, 'Half past flour.');
      const release = line.hold();
      const button = await comes(form, 'button', 'Send report');
      button.focus();
      button.click();
      await sees(form, 'Sending…');
      expect(asked).to.deep.equal([task.id, 'Half past flour.']);
      expect(textarea.value).to.equal('Half past flour.');
      expect(textarea.readOnly).to.equal(true);
      expect(focused(form)).to.equal(button);
      release();
      await sees(form, 'Waiting for review, usually within 4 hours');
      await seen(() => told.length === 1, 'report-submitted');
      expect(told[0]?.text).to.equal('Half past flour.');
      expect(form.session?.selection.snapshot.reportId).to.equal(told[0]?.id);
      expect(focused(form)?.textContent).to.contain('Waiting for review');
      expect(textOf(form)).to.contain('You earn 50 points once it is approved.');
      await expect(form).to.be.accessible();
    });

    it('says how many reports are before it', async () => {
      const task = await site.task();
      await site.report(noor, task);
      const form = await formFor(site, task);
      await write(form, 'Half past flour.');
      await send(form);
      await sees(form, 'One report is before yours.');
    });

    it('sends nothing when the host prevents it', async () => {
      const form = await formFor(site, await site.task(), line.fetch);
      form.addEventListener('report-submit', (event) => event.preventDefault());
      const textarea = await write(form, 'Half past flour.');
      await send(form);
      expect(textarea.value).to.equal('Half past flour.');
      expect(line.requests.filter((request) => request.startsWith('PUT'))).to.deep.equal([]);
    });

    for (const key of ['ctrlKey', 'metaKey']) {
      it(`sends with ${key} and Enter`, async () => {
        const form = await formFor(site, await site.task());
        const textarea = await write(form, 'Half past flour.');
        const pressed = { key: 'Enter', [key]: true, bubbles: true, cancelable: true };
        textarea.dispatchEvent(new KeyboardEvent('keydown', pressed));
        await sees(form, 'Waiting for review');
        expect(focused(form)?.textContent).to.contain('Waiting for review');
      });
    }

    it('says what is missing, in the field', async () => {
      const form = await formFor(site, await site.task(), line.fetch);
      const textarea = await write(form, '  \n ');
      await send(form);
      await sees(form, 'Write what you did first.');
      expect(focused(form)).to.equal(textarea);
      expect(textarea.getAttribute('aria-invalid')).to.equal('true');
      await write(form, 'Half past flour.');
      expect(textOf(form)).not.to.contain('Write what you did first.');
    });

    it('counts near the limit, and keeps what is beyond it', async () => {
      const form = await formFor(site, await site.task(), line.fetch);
      await write(form, 'a'.repeat(limits.reportText - 30));
      await sees(form, '30 characters left');
      const textarea = await write(form, 'a'.repeat(limits.reportText + 1));
      await sees(form, '1 characters too many');
      await send(form);
      expect(textarea.value).to.have.lengthOf(limits.reportText + 1);
      expect(line.requests.filter((request) => request.startsWith('PUT'))).to.deep.equal([]);
      await write(form, 'a'.repeat(limits.reportText));
      await send(form);
      await sees(form, 'Waiting for review');
    });
  });

  describe('when it is not sent', () => {
    it('waits with its text until the line is there, and tells the host', async () => {
      const task = await site.task();
      const form = await formFor(site, task, line.fetch);
      const told: string[] = [];
      form.addEventListener('taskchat-error', (event) => told.push(event.code));
      form.addEventListener('report-submitted', (event) => told.push(event.report.text));
      await write(form, 'Half past flour.');
      line.cut = true;
      await send(form);
      await sees(form, 'Waiting to be sent');
      expect(textOf(form)).to.contain('goes by itself').and.to.contain('Half past flour.');
      expect(find(form, 'textbox')).to.equal(null);
      expect(focused(form)?.textContent).to.contain('Waiting to be sent');
      await seen(() => told.includes('network'), 'the host is told');
      expect(told).not.to.include('Half past flour.');
      await expect(form).to.be.accessible();
      line.cut = false;
      await sees(form, 'Waiting for review');
      expect(focused(form)?.textContent).to.contain('Waiting for review');
      expect(told).to.include('Half past flour.');
      expect(await site.reportsOf(mia)).to.have.lengthOf(1);
    });

    it('is taken back into the field, and sent better as the same report', async () => {
      const task = await site.task({ limit: 5 });
      // Nobody tells that it has arrived.
      line.stops = ({ url }) => url.includes('/live');
      const form = await formFor(site, task, line.fetch);
      await write(form, 'Half past flour.');
      line.loses = ({ method }) => method === 'PUT';
      line.stops = ({ method, url }) => method === 'GET' && /live|reports|tasks/.test(url);
      await send(form);
      (await comes(form, 'button', 'Take it back')).click();
      await field(form);
      await write(form, 'Quarter past flour.');
      line.loses = line.stops = () => false;
      await send(form);
      await sees(form, 'You sent it again');
      const reports = await site.reportsOf(mia);
      expect(reports.map(({ text, round }) => [text, round])).to.deep.equal([
        ['Quarter past flour.', 2],
      ]);
    });

    it('keeps what was written after it was taken back, when it turns out to have arrived', async () => {
      const task = await site.task();
      line.stops = ({ url }) => url.includes('/live');
      const form = await formFor(site, task, line.fetch);
      await write(form, 'Half past flour.');
      line.loses = ({ method }) => method === 'PUT';
      line.stops = ({ method, url }) => method === 'GET' && /live|reports|tasks/.test(url);
      await send(form);
      (await comes(form, 'button', 'Take it back')).click();
      await write(form, 'Quarter past flour.');
      await sees(form, 'Draft kept');
      form.closest('task-provider')?.remove();
      const next = await formFor(site, task);
      await sees(next, 'What you wrote was not sent');
      (await comes(next, 'button', 'Change it')).click();
      expect((await field(next)).value).to.equal('Quarter past flour.');
      (await comes(next, 'button', 'Send again')).click();
      await sees(next, 'You sent it again');
      expect((await site.reportsOf(mia)).map(({ text }) => text)).to.deep.equal([
        'Quarter past flour.',
      ]);
    });

    it('is sent by a page that shows no form', async () => {
      const task = await site.task();
      line.stops = ({ method }) => method === 'PUT';
      const form = await formFor(site, task, line.fetch);
      await write(form, 'Half past flour.');
      await send(form);
      await sees(form, 'Waiting to be sent');
      form.closest('task-provider')?.remove();
      await fixture(site.provide(mia, html`<mini-chat></mini-chat>`));
      let reports: Report[] = [];
      while (reports.length === 0) reports = await site.reportsOf(mia);
      expect(reports.map(({ text }) => text)).to.deep.equal(['Half past flour.']);
    });

    it('waits while the sign-in has ended, and says so', async () => {
      const task = await site.task();
      // A host that has no better token gives the one that has ended.
      let hasEnded = false;
      const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
        const request = new Request(input, init);
        if (!hasEnded || request.method !== 'PUT') return fetch(request);
        request.headers.set('authorization', `Bearer ${await site.token(mia, -60)}`);
        return fetch(request);
      };
      const form = await formFor(site, task, send);
      await write(form, 'Half past flour.');
      hasEnded = true;
      (await comes(form, 'button', 'Send')).click();
      await sees(form, 'Your sign-in has ended.');
      expect(textOf(form)).to.contain('Waiting to be sent').and.to.contain('Half past flour.');
      hasEnded = false;
      await sees(form, 'Waiting for review');
    });

    it('goes on with what an earlier page has left, and tells the host', async () => {
      const task = await site.task();
      line.stops = ({ method }) => method === 'PUT';
      const first = await formFor(site, task, line.fetch);
      await write(first, 'Half past flour.');
      await send(first);
      await sees(first, 'Waiting to be sent');
      first.closest('task-provider')?.remove();
      const other = new Line();
      other.stops = ({ method }) => method === 'PUT';
      const second = await formFor(site, task, other.fetch);
      await sees(second, 'Waiting to be sent');
      expect(textOf(second)).to.contain('Half past flour.');
      const told: string[] = [];
      second.addEventListener('report-submitted', (event) => told.push(event.report.text));
      other.stops = () => false;
      await sees(second, 'Waiting for review');
      await seen(() => told.length > 0, 'report-submitted');
      expect(told).to.deep.equal(['Half past flour.']);
      expect(await site.reportsOf(mia)).to.have.lengthOf(1);
    });

    it('never sends as one what another has left', async () => {
      const task = await site.task();
      line.stops = ({ method }) => method === 'PUT';
      const first = await formFor(site, task, line.fetch);
      await write(first, 'Half past flour.');
      await send(first);
      await sees(first, 'Waiting to be sent');
      first.closest('task-provider')?.remove();
      const content = html`<report-form task-id=${task.id}></report-form>`;
      const provider = await fixture(site.provide(noor, content));
      const others = provider.querySelector('report-form') as ReportForm;
      expect((await field(others)).value).to.equal('');
      await write(others, 'At the library.');
      await send(others);
      await sees(others, 'Waiting for review');
      expect(await site.reportsOf(mia)).to.deep.equal([]);
      expect((await site.reportsOf(noor)).map(({ text }) => text)).to.deep.equal([
        'At the library.',
      ]);
    });

    it('keeps two tasks waiting at once, each in its place', async () => {
      const bakery = await site.task();
      const poster = await site.task({ name: 'Hang up a poster' });
      const form = await formFor(site, bakery, line.fetch);
      line.stops = ({ method }) => method === 'PUT';
      await write(form, 'Half past flour.');
      await send(form);
      await sees(form, 'Waiting to be sent');
      form.taskId = poster.id;
      await sees(form, 'Hang up a poster');
      await write(form, 'At the library.');
      await send(form);
      await seen(
        () => /Waiting to be sent.*At the library/.test(textOf(form)),
        'the second one waits',
      );
      line.stops = () => false;
      await sees(form, 'Waiting for review');
      form.taskId = bakery.id;
      await seen(
        () => /Name the bakery.*Waiting for review.*Half past flour/.test(textOf(form)),
        'the first one is sent',
      );
      expect(await site.reportsOf(mia)).to.have.lengthOf(2);
    });

    it('brings the text back with the reason when the place is gone meanwhile', async () => {
      const task = await site.task({ quota: 1 });
      const form = await formFor(site, task, line.fetch);
      line.stops = ({ method }) => method === 'PUT';
      await write(form, 'Half past flour.');
      await send(form);
      await sees(form, 'Waiting to be sent');
      await site.report(noor, task);
      line.stops = () => false;
      await sees(form, 'All places of this task are taken. Your text is kept here.');
      expect((await field(form)).value).to.equal('Half past flour.');
      expect(await site.reportsOf(mia)).to.deep.equal([]);
      form.closest('task-provider')?.remove();
      const other = new Line();
      const next = await formFor(site, task, other.fetch);
      await sees(next, 'All places of this task are taken. Your text is kept here.');
      expect(other.requests.filter((request) => request.startsWith('PUT'))).to.deep.equal([]);
      expect((await field(next)).value).to.equal('Half past flour.');
    });

    it('a revision waits too, and comes back when the report was approved meanwhile', async () => {
      const task = await site.task();
      const report = await site.report(mia, task, 'Half past flour.');
      const form = await formFor(site, task, line.fetch);
      (await comes(form, 'button', 'Change it')).click();
      line.stops = ({ method }) => method === 'PUT';
      await write(form, 'Quarter past flour.');
      (await comes(form, 'button', 'Send again')).click();
      await sees(form, 'Waiting to be sent');
      await site.decide(report, 'approved');
      line.stops = () => false;
      await sees(form, 'What you wrote was not sent');
      await sees(form, 'It is approved, and that can no longer be altered.');
      expect(textOf(form)).to.contain('Quarter past flour.').and.to.contain('Approved by');
      await expect(form).to.be.accessible();
      (await comes(form, 'button', 'Discard it')).click();
      await seen(() => !textOf(form).includes('Quarter past flour.'), 'it is gone');
    });

    it('sends a report once, however often its answer is lost', async () => {
      const task = await site.task({ limit: 5 });
      const form = await formFor(site, task, line.fetch);
      await write(form, 'Half past flour.');
      line.loses = ({ method }) => method === 'PUT';
      await send(form);
      await sees(form, 'Waiting for review');
      expect(await site.reportsOf(mia)).to.have.lengthOf(1);
      (await comes(form, 'button', 'Report it once more')).click();
      expect((await field(form)).value).to.equal('');
    });

    it('says that the last place went to somebody else', async () => {
      const task = await site.task({ quota: 1 });
      const form = await formFor(site, task);
      const textarea = await write(form, 'Half past flour.');
      await site.report(noor, task);
      await send(form);
      await sees(form, 'All places of this task are taken. Your text is kept here.');
      expect(textarea.value).to.equal('Half past flour.');
    });

    it('says that the task was deactivated while one types, and keeps the draft', async () => {
      const task = await site.task();
      const form = await formFor(site, task);
      const textarea = await write(form, 'Half past flour.');
      await site.deactivate(task);
      await sees(form, 'This task takes no more reports. Your text is kept here.');
      expect(textarea.value).to.equal('Half past flour.');
      expect(focused(form)).to.equal(textarea);
      await send(form);
      expect(await site.reportsOf(mia)).to.deep.equal([]);
      await expect(form).to.be.accessible();
    });
  });

  describe('drafts', () => {
    it('come back when the form is made anew', async () => {
      const task = await site.task();
      const first = await formFor(site, task);
      await write(first, 'Half past');
      await sees(first, 'Draft kept');
      first.closest('task-provider')?.remove();
      const second = await formFor(site, task);
      expect((await field(second)).value).to.equal('Half past');
    });

    it('belong each to its task', async () => {
      const bakery = await site.task();
      const poster = await site.task({ name: 'Hang up a poster' });
      const form = await formFor(site, bakery);
      await write(form, 'Half past');
      form.taskId = poster.id;
      await sees(form, 'Hang up a poster');
      await write(form, 'At the library');
      form.taskId = bakery.id;
      await sees(form, 'Name the bakery');
      await seen(
        () => find<HTMLTextAreaElement>(form, 'textbox')?.value === 'Half past',
        'a draft',
      );
    });

    it('end when they are sent', async () => {
      const task = await site.task({ limit: 2 });
      const form = await formFor(site, task);
      await write(form, 'Half past flour.');
      await send(form);
      (await comes(form, 'button', 'Report it once more')).click();
      expect((await field(form)).value).to.equal('');
      expect(focused(form)).to.equal(await field(form));
    });
  });

  describe('for a report', () => {
    it('opens as a revision when changes are asked for, and sends the next round', async () => {
      const task = await site.task();
      const report = await site.report(mia, task, 'Half past flour.');
      const form = await formFor(site, task);
      await sees(form, 'Waiting for review');
      await site.decide(report, 'changes', 'Which street is it in?');
      await sees(form, 'Rui Tavares asked for changes');
      expect(textOf(form)).to.contain('Which street is it in?');
      expect((await field(form)).value).to.equal('Half past flour.');
      await expect(form).to.be.accessible();
      await write(form, 'Half past flour, in Mill Street.');
      (await comes(form, 'button', 'Send again')).click();
      await sees(form, 'Waiting for review');
      const [sent] = await site.reportsOf(mia);
      expect(sent?.round).to.equal(2);
      expect(sent?.text).to.equal('Half past flour, in Mill Street.');
    });

    it('keeps what was begun when the reviewer’s words come later', async () => {
      const task = await site.task();
      const report = await site.report(mia, task, 'Half past flour.');
      const form = await formFor(site, task);
      (await comes(form, 'button', 'Change it')).click();
      const textarea = await write(form, 'Quarter past flour.');
      await site.decide(report, 'changes', 'Which street is it in?');
      await sees(form, 'Which street is it in?');
      expect(textarea.value).to.equal('Quarter past flour.');
      expect(focused(form)).to.equal(textarea);
    });

    it('lets a rejected one be revised while the task is active', async () => {
      const task = await site.task();
      const report = await site.report(mia, task, 'Half past flour.');
      await site.decide(report, 'rejected', 'It is taken.');
      const form = await formFor(site, task);
      await sees(form, 'Rejected by Rui Tavares');
      await write(form, 'Quarter past flour.');
      (await comes(form, 'button', 'Send again')).click();
      await sees(form, 'Waiting for review');
    });

    it('shows a rejected one without a field when the task is over', async () => {
      const task = await site.task();
      const report = await site.report(mia, task, 'Half past flour.');
      await site.decide(report, 'rejected', 'It is taken.');
      await site.deactivate(task);
      const form = await formFor(site, task);
      form.session?.selection.selectReport(report.id);
      await sees(form, 'This task takes no more reports.');
      expect(textOf(form)).to.contain('It is taken.').and.to.contain('Half past flour.');
      expect(find(form, 'textbox')).to.equal(null);
    });

    it('shows what stands when it is approved, and offers nothing more', async () => {
      const task = await site.task();
      await site.decide(await site.report(mia, task), 'approved');
      const form = await formFor(site, task);
      await sees(form, 'Approved by Rui Tavares');
      expect(textOf(form)).to.contain('+50 points').and.to.contain('It can no longer be altered.');
      expect(find(form, 'textbox')).to.equal(null);
      expect(find(form, 'button')).to.equal(null);
      await expect(form).to.be.accessible();
    });

    it('offers another one where the task allows it', async () => {
      const task = await site.task({ limit: 2 });
      await site.decide(await site.report(mia, task), 'approved');
      const form = await formFor(site, task);
      (await comes(form, 'button', 'Report it once more')).click();
      await write(form, 'The second one.');
      await send(form);
      await sees(form, 'Waiting for review');
      await seen(() => !find(form, 'button', 'Report it once more'), 'no third one');
      expect(await site.reportsOf(mia)).to.have.lengthOf(2);
    });

    it('still shows what was being written when the approval came first', async () => {
      const task = await site.task();
      const report = await site.report(mia, task);
      const form = await formFor(site, task);
      (await comes(form, 'button', 'Change it')).click();
      await write(form, 'Quarter past flour.');
      await site.decide(report, 'approved');
      await sees(form, 'Approved by Rui Tavares');
      expect(textOf(form)).to.contain('What you wrote was not sent').and.contain('Quarter past');
      expect(focused(form)?.textContent).to.contain('Approved by');
    });

    it('tells what happened so far, with what was sent in earlier rounds', async () => {
      const task = await site.task();
      const report = await site.report(mia, task, 'Half past flour.');
      await site.decide(report, 'changes', 'Which street is it in?');
      const next = await site.put<Report>(mia, `/reports/${report.id}/rounds/2`, {
        text: 'Half past flour, in Mill Street.',
      });
      const form = await formFor(site, task);
      const steps = (): string[] =>
        [...(form.shadowRoot?.querySelectorAll('[part="timeline"] li') ?? [])].map((step) =>
          step.textContent
            .replace(/[\u2068\u2069]/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        );
      await seen(() => steps().length === 4, 'four steps');
      const [sent, asked, again, open] = steps();
      expect(sent).to.contain('You sent it').and.to.contain('Half past flour.');
      expect(asked).to.contain('Rui Tavares asked for changes');
      expect(again).to.contain('You sent it again');
      expect(open).to.equal('With the reviewer');
      await expect(form).to.be.accessible();
      await site.decide(next, 'approved');
      await sees(form, 'Approved by Rui Tavares');
      await seen(() => steps().length === 4 && steps()[3]?.includes('+50'), 'the approval');
      expect(steps()[1]).to.contain('Which street is it in?');
    });

    it('leads to the dialogue, where a tag shows it', async () => {
      const task = await site.task();
      const report = await site.report(mia, task);
      await site.put(rui, `/reports/${report.id}/messages/${uuid()}`, { text: 'Which street?' });
      const content = html`<report-form task-id=${task.id}></report-form>
        <mini-chat style="display: block; margin-block-start: 2000px"></mini-chat>`;
      const provider = await fixture(site.provide(mia, content));
      const form = provider.querySelector('report-form') as ReportForm;
      const chat = provider.querySelector('mini-chat')!;
      const way = await comes(form, 'button', 'Go to the messages');
      expect(way.textContent).to.contain('1 unread');
      way.click();
      await sees(chat, 'Name the bakery');
      await seen(() => document.activeElement === chat, 'the focus there');
      await seen(() => chat.getBoundingClientRect().top < innerHeight, 'the dialogue in view');
    });

    it('shows the report that is chosen in the session', async () => {
      const task = await site.task({ limit: 2 });
      const first = await site.report(mia, task, 'The first one.');
      await site.report(mia, task, 'The second one.');
      const form = await formFor(site, task);
      await sees(form, 'The second one.');
      form.session?.selection.selectReport(first.id);
      await sees(form, 'The first one.');
    });
  });
});
