import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/report-list/report-list.js';
import '../../src/elements/task-list/task-list.js';
import '../../src/elements/task-provider/task-provider.js';
import type { TaskProvider } from '../../src/elements/task-provider/task-provider.js';
import {
  BrowserSite,
  comes,
  Line,
  mia,
  noor,
  sees,
  seen,
  textOf,
} from '../support/browser-people.js';
import type { Session } from '../../src/stores/session.js';

const tags = html`<task-list></task-list><report-list></report-list>`;

const tasksIn = (provider: TaskProvider) => provider.querySelector('task-list')!;
const reportsIn = (provider: TaskProvider) => provider.querySelector('report-list')!;

describe('task-provider', () => {
  let site: BrowserSite;
  let line: Line;
  beforeEach(() => {
    site = new BrowserSite();
    line = new Line();
  });

  it('connects all its tags with one token and one session', async () => {
    await site.task();
    let asked = 0;
    const getToken = () => {
      asked += 1;
      return site.token(mia);
    };
    const ready: Session[] = [];
    const provider = await fixture<TaskProvider>(html`
      <task-provider
        endpoint=${site.endpoint}
        .getToken=${getToken}
        .fetch=${line.fetch}
        @session-ready=${(event: CustomEvent & { session: Session }) => ready.push(event.session)}
        >${tags}</task-provider
      >
    `);
    await sees(tasksIn(provider), 'Name the bakery');
    await sees(reportsIn(provider), 'Nothing reported yet');
    expect(asked).to.equal(1);
    expect(line.requests.filter((request) => request.endsWith('/me'))).to.have.lengthOf(1);
    expect(ready).to.deep.equal([tasksIn(provider).session]);
  });

  it('begins one session when several properties change together', async () => {
    await site.task();
    const provider = await fixture<TaskProvider>(site.provide(mia, tags, line.fetch));
    await sees(tasksIn(provider), 'Name the bakery');
    const ready: Session[] = [];
    provider.addEventListener('session-ready', (event) => ready.push(event.session));
    provider.getToken = () => site.token(noor);
    provider.site = 'another name';
    await provider.updateComplete;
    await seen(() => tasksIn(provider).session === ready[0], 'the next session');
    const asked = (): string[] => line.requests.filter((request) => request.endsWith('/me'));
    await seen(() => asked().length > 1, 'that the next session asks');
    await seen(() => ready[0]?.connection.snapshot.me, 'who asks in it');
    await sees(tasksIn(provider), 'Name the bakery');
    expect(ready).to.have.lengthOf(1);
    expect(asked()).to.have.lengthOf(2);
  });

  it('keeps its session when it is moved', async () => {
    await site.task();
    const provider = await fixture<TaskProvider>(site.provide(mia, tags, line.fetch));
    await sees(tasksIn(provider), 'Name the bakery');
    const { session } = tasksIn(provider);
    const asked = (): string[] => line.requests.filter((request) => /\/(me|live)$/.test(request));
    await seen(() => asked().length === 2, 'that it listens');
    document.createElement('div').append(provider);
    document.body.append(provider);
    await provider.updateComplete;
    await tasksIn(provider).updateComplete;
    expect(tasksIn(provider).session).to.equal(session);
    expect(session?.signal.aborted).to.equal(false);
    expect(textOf(tasksIn(provider))).to.contain('Name the bakery');
    expect(asked()).to.have.lengthOf(2);
    provider.remove();
  });

  it('lets its session go when it is taken away', async () => {
    const provider = await fixture<TaskProvider>(site.provide(mia, tags));
    const session = await seen(() => tasksIn(provider).session, 'a session');
    provider.remove();
    await seen(() => session.signal.aborted, 'the end of the session');
  });

  it('says so when the host gives no token, and goes on when it does', async () => {
    await site.task();
    let refuses = true;
    const getToken = () =>
      refuses ? Promise.reject(new Error('The shop is closed.')) : site.token(mia);
    const provider = await fixture<TaskProvider>(html`
      <task-provider endpoint=${site.endpoint} .getToken=${getToken}>${tags}</task-provider>
    `);
    const again = await comes(tasksIn(provider), 'button', 'Try again');
    await sees(tasksIn(provider), 'Your sign-in could not be confirmed');
    refuses = false;
    again.click();
    await sees(tasksIn(provider), 'Name the bakery');
  });

  it('says so when nothing of ours is at the endpoint', async () => {
    const provider = await fixture<TaskProvider>(html`
      <task-provider endpoint=${`${location.origin}/elsewhere`} .getToken=${() => site.token(mia)}
        >${tags}</task-provider
      >
    `);
    await sees(tasksIn(provider), 'There is no Taskchat backend at this address');
  });

  it('tells its tags what to write without an endpoint', async () => {
    const provider = await fixture<TaskProvider>(html`<task-provider>${tags}</task-provider>`);
    await sees(tasksIn(provider), 'Write endpoint=');
  });
});
