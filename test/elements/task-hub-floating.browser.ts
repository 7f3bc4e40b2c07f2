import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/task-hub/task-hub.js';
import type { TaskHub } from '../../src/elements/task-hub/task-hub.js';
import { focused } from '../../src/base/focused.js';
import { hubFor, open, partOf, press, tabsOf, within } from '../support/browser-hub.js';
import { BrowserSite, comes, mia, sees, seen } from '../support/browser-people.js';

/** Lets the page be as narrow as a phone, as far as scripts can tell; gives the undo. */
function asPhone(): { set(isNarrow: boolean): void; undo(): void } {
  const { matchMedia } = window;
  const media = Object.assign(new EventTarget(), { matches: true });
  window.matchMedia = (query) =>
    query.includes('600px') ? (media as unknown as MediaQueryList) : matchMedia(query);
  return {
    set(isNarrow) {
      media.matches = isNarrow;
      media.dispatchEvent(new Event('change'));
    },
    undo: () => void (window.matchMedia = matchMedia),
  };
}

const boxOf = (hub: TaskHub, part: string): DOMRect => partOf(hub, part).getBoundingClientRect();

const near = (one: number, other: number): boolean => Math.abs(one - other) < 1.5;

/** Where the window ends, without its scrollbars. */
const page = (): { width: number; height: number } => {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  return { width, height };
};

describe('task-hub on its page', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite();
  });

  it('keeps the Tab key within while it is open, through every shadow', async () => {
    await site.task();
    const hub = await hubFor(site, mia);
    const inside = await open(hub);
    const list = await within(inside, 'task-list');
    const last = await comes(list, 'button', 'Name the bakery');
    const close = partOf(hub, 'close');
    last.focus();
    expect(press(last, 'Tab')).to.equal(false);
    expect(focused()).to.equal(close);
    expect(press(close, 'Tab', { shiftKey: true })).to.equal(false);
    expect(focused()).to.equal(last);
    tabsOf(inside)[0]!.focus();
    expect(press(tabsOf(inside)[0]!, 'Tab')).to.equal(true);
    const panel = partOf(hub, 'panel');
    panel.focus();
    press(panel, 'Tab', { shiftKey: true });
    expect(focused()).to.equal(last);
  });

  it('leaves the page in use beside it, and takes no focus away from there', async () => {
    const around = await fixture(
      html`<div>
        <input />
        <div></div>
      </div>`,
    );
    const field = around.querySelector('input')!;
    const hub = await hubFor(site, mia);
    partOf(hub, 'launcher').focus();
    await open(hub);
    expect(partOf(hub, 'panel').matches(':popover-open')).to.equal(true);
    field.focus();
    expect(focused()).to.equal(field);
    expect(press(field, 'Escape')).to.equal(true);
    expect(hub.open).to.equal(true);
    hub.open = false;
    expect(focused()).to.equal(field);
  });

  it('gives the focus back to what had it', async () => {
    const around = await fixture(
      html`<div>
        <button>Help</button>
        <div></div>
      </div>`,
    );
    const own = around.querySelector('button')!;
    const hub = await hubFor(site, mia);
    own.focus();
    hub.open = true;
    press(partOf(hub, 'panel'), 'Escape');
    expect(focused()).to.equal(own);
    hub.open = true;
    own.remove();
    press(partOf(hub, 'panel'), 'Escape');
    expect(focused()).to.equal(partOf(hub, 'launcher'));
  });

  it('is a modal sheet over all of a phone, and a panel again when it is turned', async () => {
    const phone = asPhone();
    try {
      await site.task();
      const hub = await hubFor(site, mia);
      const panel = partOf(hub, 'panel') as HTMLDialogElement;
      partOf(hub, 'launcher').focus();
      const inside = await open(hub);
      expect(panel.matches(':modal')).to.equal(true);
      for (const animation of panel.getAnimations()) animation.finish();
      const { left, top, width, height } = panel.getBoundingClientRect();
      expect([left, top]).to.deep.equal([0, 0]);
      expect(near(width, page().width) && near(height, innerHeight)).to.equal(true);
      const name = await comes(await within(inside, 'task-list'), 'button', 'Name the bakery');
      name.focus();
      phone.set(false);
      expect(panel.matches(':popover-open')).to.equal(true);
      expect(focused()).to.equal(name);
      phone.set(true);
      expect(panel.matches(':modal')).to.equal(true);
      expect(focused()).to.equal(name);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(hub.open).to.equal(true);
      press(name, 'Escape');
      expect(hub.open).to.equal(false);
      expect(focused()).to.equal(partOf(hub, 'launcher'));
    } finally {
      phone.undo();
    }
  });

  it('closes by the browser’s own way back, and touches no history', async () => {
    const phone = asPhone();
    const { length } = history;
    try {
      const hub = await hubFor(site, mia);
      const panel = partOf(hub, 'panel') as HTMLDialogElement;
      const told: boolean[] = [];
      hub.addEventListener('hub-toggle', (event) => told.push(event.open));
      await open(hub);
      const back = new Event('cancel', { cancelable: true });
      panel.dispatchEvent(back);
      expect(hub.open).to.equal(false);
      expect(told).to.deep.equal([true, false]);
      hub.addEventListener('hub-toggle', (event) => !event.open && event.preventDefault());
      hub.open = true;
      panel.dispatchEvent(new Event('cancel', { cancelable: true }));
      expect(hub.open).to.equal(true);
      // Browsers heed a second wish without asking.
      panel.close();
      await seen(() => !hub.open, 'that the attribute follows');
      expect(history.length).to.equal(length);
    } finally {
      phone.undo();
    }
  });

  it('lets a dialog of a tag inside go first', async () => {
    const hub = await hubFor(site, mia);
    const inside = await open(hub);
    const dialog = document.createElement('dialog');
    inside.shadowRoot!.append(dialog);
    dialog.showModal();
    expect(press(dialog, 'Escape')).to.equal(true);
    expect(hub.open).to.equal(true);
    dialog.close();
  });

  it('stands at its place, as the words run, and as far from the edge as it is told', async () => {
    const hub = await hubFor(site, mia, { label: 'Jobs' });
    expect(near(page().width - boxOf(hub, 'launcher').right, 20)).to.equal(true);
    expect(near(page().height - boxOf(hub, 'launcher').bottom, 20)).to.equal(true);
    hub.offset = '96 40px';
    expect(near(page().width - boxOf(hub, 'launcher').right, 40)).to.equal(true);
    expect(near(page().height - boxOf(hub, 'launcher').bottom, 96)).to.equal(true);
    hub.open = true;
    expect(boxOf(hub, 'panel').bottom).to.be.below(page().height - 96);
    hub.open = false;
    hub.placement = 'top-start';
    expect(near(boxOf(hub, 'launcher').left, 40)).to.equal(true);
    expect(near(boxOf(hub, 'launcher').top, 96)).to.equal(true);
    document.documentElement.dir = 'rtl';
    const mirrored = near(page().width - boxOf(hub, 'launcher').right, 40);
    document.documentElement.dir = '';
    expect(mirrored).to.equal(true);
  });

  it('lies above the page, and below what the page floats over itself', async () => {
    const hub = await hubFor(site, mia);
    const launcher = partOf(hub, 'launcher');
    const bar = await fixture<HTMLElement>(html`<div>We keep cookies.</div>`);
    Object.assign(bar.style, { position: 'fixed', inset: '0', zIndex: '50' });
    const { left, top, width, height } = launcher.getBoundingClientRect();
    const above = () => document.elementFromPoint(left + width / 2, top + height / 2);
    expect(above()).to.equal(hub);
    bar.style.zIndex = '1000';
    expect(above()).to.equal(bar);
    hub.style.setProperty('--taskchat-hub-layer', '2000');
    expect(above()).to.equal(hub);
  });

  for (const [held, style] of [
    ['moved', 'transform: translate(40px, 30px); height: 200px; width: 300px'],
    ['clipped', 'contain: paint; overflow: hidden; height: 80px; width: 200px'],
    ['filtered and long', 'filter: blur(0px); height: 3000px'],
  ] as const) {
    it(`stands at its place in an ancestor that is ${held}`, async () => {
      const around = await fixture(html`<div></div>`);
      around.setAttribute('style', style);
      const hub = document.createElement('task-hub');
      around.append(hub);
      const isAtEdge = () => near(page().height - boxOf(hub, 'launcher').bottom, 20);
      await seen(isAtEdge, 'the launcher at the edge of the window');
      around.append(hub);
      await seen(isAtEdge, 'the same when it is moved');
      expect(near(page().width - boxOf(hub, 'launcher').right, 20)).to.equal(true);
      const inside = await open(hub);
      await sees(inside, 'Write endpoint=');
      const { bottom, right, top } = boxOf(hub, 'panel');
      expect(right)
        .to.be.at.most(page().width)
        .and.above(page().width / 2);
      expect(bottom)
        .to.be.below(page().height)
        .and.above(page().height / 2);
      expect(top).to.be.at.least(0);
    });
  }

  it('stays in its layer where nothing holds it', async () => {
    const hub = await hubFor(site, mia);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(partOf(hub, 'launcher').matches(':popover-open')).to.equal(false);
  });
});
