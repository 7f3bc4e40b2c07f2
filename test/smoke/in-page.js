/* global axe, __STORYBOOK_ADDONS_CHANNEL__ */

/** Runs inside Storybook's preview frame, plain, since a compiler's helpers are not there. */
globalThis.smoke = { visit, look: lookAgain };

const channel = __STORYBOOK_ADDONS_CHANNEL__;
// The add-on would run axe as well.
channel.emit('updateGlobals', { globals: { a11y: { manual: true } } });

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Shows a story, waits until it rests, and says what is wrong with it. */
async function visit(storyId) {
  const finished = ending(storyId);
  channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  const problem = await finished;
  if (problem) return [problem];
  await rest();
  return violations();
}

/** Says what is wrong with the story as it looks by now. */
async function lookAgain() {
  await rest();
  const { scrollWidth, clientWidth } = document.documentElement;
  const over = scrollWidth > clientWidth ? [`it is ${scrollWidth} pixels wide`] : [];
  return [...over, ...(await violations())];
}

function ending(storyId) {
  return new Promise((resolve) => {
    for (const event of ['storyErrored', 'storyThrewException', 'storyMissing']) {
      channel.once(event, (payload) => resolve(`${event}: ${describe(payload)}`));
    }
    channel.on('storyFinished', (story) => {
      if (story.storyId === storyId) resolve(story.status === 'error' ? 'its play failed' : '');
    });
    setTimeout(() => resolve('it did not finish within 30 seconds'), 30_000);
  });
}

function describe(payload) {
  return payload?.message ?? payload?.description ?? JSON.stringify(payload);
}

/** Nothing changes for 0.3 s and nothing loads, or nothing changes for 2 s while something loads. */
async function rest() {
  let before = '';
  for (let still = 0, waited = 0; waited < 20_000; waited += 100) {
    const { content, loading } = look();
    still = content === before ? still + 100 : 0;
    if (still >= (loading ? 2_000 : 300)) return;
    before = content;
    await pause(100);
  }
}

function look() {
  const roots = [document.querySelector('#storybook-root')];
  let loading = false;
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      loading ||= element.matches(':state(loading)');
    }
  }
  return { content: roots.map((root) => root.innerHTML).join('\n'), loading };
}

async function violations() {
  // Forced colours are the reader's own; what a page says of its colour is then not what is seen.
  const isForced = matchMedia('(forced-colors: active)').matches;
  const rules = { 'color-contrast': { enabled: !isForced } };
  const found = await axe.run('#storybook-root', { resultTypes: ['violations'], rules });
  return found.violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target, failureSummary }) => {
      return `\n      ${target.flat().join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`;
    });
    return `axe ${id}: ${help}, ${nodes.length}×${places.join('')}`;
  });
}
