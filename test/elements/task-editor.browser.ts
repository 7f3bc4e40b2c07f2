import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/task-editor/task-editor.js';
import '../../src/elements/task-list/task-list.js';
import '../../src/elements/task-provider/task-provider.js';
import type { Page } from '../../src/contract/page.js';
import type { Task } from '../../src/contract/task.js';
import type { TaskEditor } from '../../src/elements/task-editor/task-editor.js';
import {
  BrowserSite,
  comes,
  find,
  Line,
  mia,
  noor,
  olga,
  rui,
  sees,
  seen,
  textOf,
  type BrowserPerson,
} from '../support/browser-people.js';

interface Opened {
  person?: BrowserPerson | 'visitor';
  task?: string;
  send?: typeof fetch;
}

async function editorFor(site: BrowserSite, opened: Opened = {}): Promise<TaskEditor> {
  const { person = olga, task = '', send } = opened;
  const content = html`<task-editor task-id=${task}></task-editor>`;
  const provider = await fixture(site.provide(person, content, send));
  return provider.querySelector('task-editor') as TaskEditor;
}

const root = (tag: TaskEditor): ShadowRoot => tag.shadowRoot!;
const all = (tag: TaskEditor, selector: string): HTMLElement[] => [
  ...root(tag).querySelectorAll<HTMLElement>(selector),
];
const one = <Found extends HTMLElement>(tag: TaskEditor, selector: string): Promise<Found> =>
  seen(() => root(tag).querySelector<Found>(selector), selector);

async function write(tag: TaskEditor, selector: string, text: string): Promise<void> {
  const field = await one<HTMLInputElement>(tag, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await tag.updateComplete;
}

const press = async (tag: TaskEditor, selector: string): Promise<void> =>
  (await one(tag, selector)).click();

const save = (tag: TaskEditor): Promise<void> => press(tag, '[type="submit"]');

/** Saves, and waits until it is done. */
async function saved(tag: TaskEditor): Promise<void> {
  let done = false;
  tag.addEventListener('task-saved', () => (done = true), { once: true });
  await save(tag);
  await seen(() => done, 'that it is saved');
}

const names = (tag: TaskEditor): string =>
  all(tag, '.row-button')
    .map(({ textContent }) => textContent.trim())
    .join(' ');

describe('task-editor', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite();
  });

  const read = (task: { id: string }): Promise<Task> => site.ask<Task>(olga, `/tasks/${task.id}`);
  const readAll = async (): Promise<Task[]> =>
    (await site.ask<Page<Task>>(olga, '/tasks?sort=order')).items;

  describe('the list', () => {
    it('shows reward, status and what has become of the reports', async () => {
      const task = await site.task({ limit: 3, points: 1_250 });
      await site.report(noor, task);
      await site.decide(await site.report(mia, task), 'approved');
      await site.decide(await site.report(mia, task), 'rejected', 'No.');
      const tag = await editorFor(site);
      const row = await one(tag, '.row');
      for (const words of ['Name the bakery', '1,250', '1 awaiting', '1 approved', '1 rejected'])
        expect(row.textContent).to.contain(words);
      expect(row.querySelector('[role="switch"]')?.getAttribute('aria-checked')).to.equal('true');
      await expect(tag).to.be.accessible();
    });

    it('follows what happens elsewhere', async () => {
      const task = await site.task();
      const tag = await editorFor(site);
      await sees(tag, '0 awaiting');
      await site.report(mia, task);
      await sees(tag, '1 awaiting');
      await site.task({ name: 'Another' });
      await seen(() => names(tag) === 'Another Name the bakery', 'the new one');
    });

    it('is for owners alone, and says so', async () => {
      await site.task();
      for (const person of [mia, rui]) {
        const tag = await editorFor(site, { person });
        await sees(tag, 'Only owners');
        expect(textOf(tag)).not.to.contain('Name the bakery');
        expect(find(tag, 'button', 'New task')).to.equal(null);
        await expect(tag).to.be.accessible();
      }
      await sees(await editorFor(site, { person: 'visitor' }), 'Sign in');
    });

    it('says what deactivating means while reports are under way, and asks once', async () => {
      const task = await site.task();
      await site.report(mia, task);
      const tag = await editorFor(site);
      await press(tag, '[role="switch"]');
      await sees(tag, 'it takes no more reports');
      await seen(() => root(tag).activeElement?.textContent?.includes('Deactivate'), 'the focus');
      expect((await read(task)).status).to.equal('active');
      await expect(tag).to.be.accessible();
      (await comes(tag, 'button', 'Keep it active')).click();
      await tag.updateComplete;
      expect(textOf(tag)).not.to.contain('takes no more');
      await press(tag, '[role="switch"]');
      const saved: string[] = [];
      tag.addEventListener('task-saved', (event) => saved.push(event.task.status));
      (await one(tag, '.question .button')).click();
      await sees(tag, 'Inactive');
      await seen(() => saved.length === 1, 'the event');
      expect((await read(task)).status).to.equal('inactive');
      await press(tag, '[role="switch"]');
      await seen(() => saved.length === 2, 'that it is active again');
      expect(saved).to.deep.equal(['inactive', 'active']);
    });

    it('leaves the switch alone when the host prevents it', async () => {
      const task = await site.task();
      const tag = await editorFor(site);
      tag.addEventListener('task-save', (event) => event.preventDefault());
      await press(tag, '[role="switch"]');
      await tag.updateComplete;
      expect((await read(task)).version).to.equal(1);
    });

    it('puts tasks in order, with buttons and with keys, and members see it', async () => {
      for (const name of ['C', 'B', 'A']) await site.task({ name });
      const tag = await editorFor(site);
      await seen(() => names(tag) === 'A B C', 'three tasks');
      const down = find(tag, 'button', 'Move A down')!;
      down.focus();
      down.click();
      await seen(() => names(tag) === 'B A C', 'A below B');
      await sees(tag, 'A is number 2 of 3 now');
      await seen(
        () => root(tag).activeElement?.getAttribute('aria-label') === 'Move A down',
        'focus',
      );
      const row = all(tag, '.row-button')[2]!;
      row.focus();
      row.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'ArrowUp',
          altKey: true,
          bubbles: true,
          composed: true,
        }),
      );
      await seen(() => names(tag) === 'B C A', 'C above A');
      expect((await readAll()).map(({ name }) => name).join('')).to.equal('BCA');
      expect(find(tag, 'button', 'Move B up')?.getAttribute('aria-disabled')).to.equal('true');
    });
  });

  describe('the form', () => {
    it('creates a task, and the preview beside it is what members get', async () => {
      const tag = await editorFor(site);
      (await comes(tag, 'button', 'New task')).click();
      await write(tag, '#edit-name', 'Hang up a poster');
      await write(tag, '#edit-description', 'Please:\n- high up\n- https://example.org/poster');
      await write(tag, '#edit-points', '75');
      await write(tag, '#edit-url', 'https://example.org/?m={member}');
      (await comes(tag, 'button', 'Add a good example')).click();
      await write(tag, '#example-0', 'By the door.');
      (await comes(tag, 'button', 'Add a reason')).click();
      await write(tag, '#reason-0', 'It hangs too low.');
      const shown = (await one(tag, '.preview')).textContent;
      for (const words of ['Hang up a poster', 'high up', '75', 'By the door.', 'A good example'])
        expect(shown).to.contain(words);
      expect(root(tag).querySelectorAll('.preview .opened li').length).to.equal(3);
      const link = root(tag).querySelector<HTMLAnchorElement>('.preview a.button');
      expect(link?.href).to.equal('https://example.org/?m=olga');
      await expect(tag).to.be.accessible();
      await saved(tag);
      const [task] = await readAll();
      expect(task).to.deep.include({ name: 'Hang up a poster', points: 75, status: 'active' });
      expect(task!.reasons).to.deep.equal([{ text: 'It hangs too low.', verdict: null }]);
      const list = await fixture(site.provide(mia, html`<task-list></task-list>`));
      const card = await comes(list.querySelector('task-list')!, 'listitem', 'Hang up a poster');
      const preview = root(tag).querySelector('.preview .card')!;
      const wordsOf = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
      expect(wordsOf(preview)).to.equal(wordsOf(card));
    });

    it('says where something cannot be taken, and sends nothing', async () => {
      const task = await site.task();
      const line = new Line();
      const tag = await editorFor(site, { task: task.id, send: line.fetch });
      await write(tag, '#edit-name', ' ');
      await write(tag, '#edit-url', 'https://{member}.example.org');
      await write(tag, '#edit-limit', '');
      await save(tag);
      await sees(tag, 'Give it a name');
      for (const words of ['A whole link', 'from 1 to 1,000', 'need another look'])
        expect(textOf(tag)).to.contain(words);
      await seen(() => root(tag).activeElement?.id === 'edit-name', 'the focus on the first');
      expect(line.requests.some((request) => request.startsWith('PUT'))).to.equal(false);
      await expect(tag).to.be.accessible();
      await write(tag, '#edit-name', 'Right');
      await seen(() => !textOf(tag).includes('Give it a name'), 'it mended');
    });

    it('can be prevented by the host; what was written stays', async () => {
      const task = await site.task();
      const tag = await editorFor(site, { task: task.id });
      tag.addEventListener('task-save', (event) => {
        expect(event.content.points).to.equal(60);
        event.preventDefault();
      });
      await write(tag, '#edit-points', '60');
      await save(tag);
      await sees(tag, 'Not saved yet');
      expect((await read(task)).points).to.equal(50);
    });

    it('keeps a draft over a reload, and forgets it once it is saved', async () => {
      const task = await site.task();
      const first = await editorFor(site, { task: task.id });
      await write(first, '#edit-points', '60');
      await sees(first, 'Your draft is kept');
      first.closest('task-provider')!.remove();
      const next = await editorFor(site, { task: task.id });
      await seen(
        () => root(next).querySelector<HTMLInputElement>('#edit-points')?.value === '60',
        'the draft',
      );
      await save(next);
      await sees(next, 'Saved.');
      expect((await read(task)).points).to.equal(60);
      next.closest('task-provider')!.remove();
      const last = await editorFor(site, { task: task.id });
      await one(last, '#edit-points');
      expect(textOf(last)).not.to.contain('Your draft is kept');
    });

    it('keeps what was written without a server, and saves it once when it is there', async () => {
      const task = await site.task();
      const line = new Line();
      const tag = await editorFor(site, { task: task.id, send: line.fetch });
      await write(tag, '#edit-points', '60');
      line.loses = (request) => request.method === 'PUT';
      await save(tag);
      await sees(tag, 'cannot be reached');
      line.loses = () => false;
      await write(tag, '#edit-name', 'Name the café');
      await save(tag);
      await sees(tag, 'Saved.');
      const { name, points, version } = await read(task);
      expect([name, points, version]).to.deep.equal(['Name the café', 60, 3]);
    });

    it('duplicates a task under another name, for nobody’s eyes yet', async () => {
      await site.task({ reasons: [{ text: 'Taken.', verdict: 'rejected' }], quota: 7 });
      const tag = await editorFor(site);
      (await comes(tag, 'button', 'Duplicate Name the bakery')).click();
      await seen(
        () =>
          root(tag).querySelector<HTMLInputElement>('#edit-name')?.value ===
          'Copy of Name the bakery',
        'the copy',
      );
      await saved(tag);
      const copy = (await readAll()).find(({ name }) => name.startsWith('Copy'))!;
      expect([copy.status, copy.quota, copy.reasons?.length]).to.deep.equal(['inactive', 7, 1]);
    });
  });

  describe('two owners', () => {
    it('shows the second the difference field by field, and overwrites nothing', async () => {
      const task = await site.task({ quota: 5 });
      const tag = await editorFor(site, { task: task.id });
      await write(tag, '#edit-points', '60');
      await write(tag, '#edit-name', 'Mine');
      const { name } = task;
      const theirs = { name, description: 'Theirs.', points: 80, status: 'active', quota: 5 };
      await site.put(olga, `/tasks/${task.id}`, theirs, { 'if-match': '"1"' });
      await sees(tag, 'Somebody else has changed this task');
      expect(
        all(tag, '.differing').map((row) => row.querySelector('legend')?.textContent),
      ).to.deep.equal(['Name', 'Task description', 'Task points reward']);
      const radios = () => all(tag, '.differing input') as HTMLInputElement[];
      // Mine where I alone have written, theirs where they alone have, mine where both have.
      expect(radios().map(({ checked }) => checked)).to.deep.equal([
        true,
        false,
        false,
        true,
        true,
        false,
      ]);
      await sees(tag, 'Both of you changed this');
      await expect(tag).to.be.accessible();
      radios()[5]!.click();
      await tag.updateComplete;
      (await comes(tag, 'button', 'Go on with these')).click();
      await seen(
        () => root(tag).querySelector<HTMLInputElement>('#edit-name')?.value === 'Mine',
        'the form',
      );
      expect((await read(task)).version).to.equal(2);
      await save(tag);
      await sees(tag, 'Saved.');
      const now = await read(task);
      expect([now.name, now.description, now.points, now.version]).to.deep.equal([
        'Mine',
        'Theirs.',
        80,
        3,
      ]);
    });

    it('shows it also to who saves in the same moment', async () => {
      const task = await site.task();
      const line = new Line();
      let first: Promise<unknown> | undefined;
      const send: typeof fetch = async (input, init) => {
        const request = new Request(input, init);
        const { name, description } = task;
        const theirs = { name, description, points: 90, status: 'active' };
        if (request.method === 'PUT')
          await (first ??= site.put(olga, `/tasks/${task.id}`, theirs, { 'if-match': '"1"' }));
        return line.fetch(request);
      };
      const tag = await editorFor(site, { task: task.id, send });
      await write(tag, '#edit-points', '60');
      await save(tag);
      await sees(tag, 'Somebody else has changed this task');
      const { points, version } = await read(task);
      expect([points, version]).to.deep.equal([90, 2]);
    });

    it('follows what another owner saves while nothing is written', async () => {
      const task = await site.task();
      const tag = await editorFor(site, { task: task.id });
      await one(tag, '#edit-points');
      await site.deactivate(task);
      await sees(tag, 'members do not see it');
      expect(textOf(tag)).not.to.contain('Somebody else');
    });
  });

  describe('import and export', () => {
    async function choose(tag: TaskEditor, content: string): Promise<void> {
      if (!root(tag).querySelector('dialog')) (await comes(tag, 'button', 'Import tasks')).click();
      const input = await one<HTMLInputElement>(tag, '.import [type="file"]');
      const data = new DataTransfer();
      data.items.add(new File([content], 'tasks.json'));
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }

    it('exports all tasks, and imports them as they were, in their order', async () => {
      await site.task({ name: 'Second', examples: [{ kind: 'bad', text: 'So not.' }] });
      await site.task({ name: 'First', url: 'https://example.org/{report}', quota: 4 });
      const tag = await editorFor(site);
      let saved: Blob | undefined;
      const { createObjectURL } = URL;
      URL.createObjectURL = (file: Blob) => ((saved = file), 'blob:nothing');
      (await comes(tag, 'button', 'Export tasks')).click();
      await sees(tag, '2 tasks saved');
      URL.createObjectURL = createObjectURL;
      const file = await saved!.text();
      site = new BrowserSite();
      const other = await editorFor(site);
      await choose(other, file);
      (await comes(other, 'button', 'Create 2 tasks')).click();
      await sees(other, '2 tasks created');
      const [first, second] = await readAll();
      expect([first?.name, first?.quota, first?.url]).to.deep.equal([
        'First',
        4,
        'https://example.org/{report}',
      ]);
      expect([second?.name, second?.examples]).to.deep.equal([
        'Second',
        [{ kind: 'bad', text: 'So not.' }],
      ]);
    });

    it('shows what would be created before anything is, and what cannot be taken', async () => {
      const tag = await editorFor(site);
      const good = { name: 'Good', description: '', points: 5, status: 'active' };
      const tasks = [good, { ...good, name: ' ', points: 1.5 }, 7];
      await choose(tag, JSON.stringify({ format: 'taskchat-tasks', version: 1, tasks }));
      await sees(tag, 'Cannot be taken: Name, Task points reward');
      expect(await readAll()).to.deep.equal([]);
      await expect(tag).to.be.accessible();
      (await comes(tag, 'button', 'Create 1 task')).click();
      await sees(tag, '1 task created');
      expect((await readAll()).map(({ name }) => name)).to.deep.equal(['Good']);
    });

    const fileOf = (count: number): string => {
      const tasks = Array.from({ length: count }, (_, index) => {
        return { name: `Task ${index + 1}`, description: '', points: 5, status: 'active' };
      });
      return JSON.stringify({ format: 'taskchat-tasks', version: 1, tasks });
    };

    it('takes a long file, of which only what is in view is in the page', async () => {
      const tag = await editorFor(site);
      await choose(tag, fileOf(5_001));
      await sees(tag, 'more than 5,000 tasks');
      await choose(tag, fileOf(5_000));
      await sees(tag, 'Create 5,000 tasks');
      await sees(tag, 'Task 4');
      expect(root(tag).querySelectorAll('.file-task').length).to.be.within(5, 30);
      root(tag).querySelector('.lines')!.scrollTop = 1e9;
      await sees(tag, 'Task 5000');
      expect(root(tag).querySelectorAll('.file-task').length).to.be.within(5, 30);
    });

    it('answers a file that is none clearly', async () => {
      const tag = await editorFor(site);
      await choose(tag, 'name,points');
      await sees(tag, 'no JSON file that can be read');
      await choose(tag, '[]');
      await sees(tag, 'holds no tasks as they are exported');
      await choose(tag, JSON.stringify({ format: 'taskchat-tasks', version: 1, tasks: [] }));
      await sees(tag, 'There are no tasks in this file');
    });
  });
});
