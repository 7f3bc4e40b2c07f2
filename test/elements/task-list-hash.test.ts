import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFragment, writeFragment } from '../../src/elements/task-list/tools/hash.js';
import { wholeView } from '../../src/elements/task-list/tools/task-view.js';

const view = { ...wholeView, q: 'a&b=c #%', mine: 'approved' } as const;
const ours = 'tasks.q=a%26b%3Dc%20%23%25&tasks.mine=approved';

test('a view comes back from the fragment it was written to, whatever the page has there', () => {
  for (const theirs of ['', 'top', '/route/1?x=%20&y', 'a&&b', 'tasks', '&', 'x=tasks.q=1']) {
    const written = writeFragment(theirs, view);
    assert.equal(written, theirs ? `${theirs}&${ours}` : ours);
    assert.deepEqual(readFragment(written), view);
    assert.equal(writeFragment(written, view), written, 'twice is once');
    assert.equal(writeFragment(written, wholeView), theirs, 'byte for byte');
  }
});

test('what the page writes after ours stays too', () => {
  const written = `${ours}&top`;
  assert.deepEqual(readFragment(written), view);
  assert.equal(writeFragment(written, wholeView), 'top');
  assert.equal(writeFragment(written, { ...wholeView, sort: 'reward' }), 'top&tasks.sort=reward');
});

test('a fragment that tells nothing of tasks is none of our business', () => {
  for (const theirs of ['', 'top', 'sort=reward', 'tasks', 'x.tasks.q=1']) {
    assert.equal(readFragment(theirs), null);
  }
});

test('what nobody can have chosen counts as not said', () => {
  const read = (fragment: string) => readFragment(fragment);
  assert.deepEqual(read('tasks.sort=random&tasks.mine=toString'), wholeView);
  assert.deepEqual(read('tasks.q=%E0%A4%A'), wholeView);
  assert.deepEqual(read('tasks.q=%00a%20'), { ...wholeView, q: 'a' });
  assert.equal(read(`tasks.q=${'x'.repeat(5_000)}`)?.q.length, 200);
});
