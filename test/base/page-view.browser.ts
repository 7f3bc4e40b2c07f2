import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { PageView } from '../../src/base/list/page-view.js';
import type { WindowedRowsOptions } from '../../src/base/list/windowed-rows-options.js';
import { WindowedRows } from '../../src/base/list/windowed-rows.js';

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

async function settled(): Promise<void> {
  for (let count = 0; count < 4; count += 1) await frame();
  await new Promise((resolve) => setTimeout(resolve));
}

const numbers = (count: number, first = 0): string[] =>
  Array.from({ length: count }, (_, offset) => `${first + offset}`);

const sheet = `
  .above { height: 900px; }
  ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); margin: 0;
    padding: 0; list-style: none; font: 14px/20px sans-serif; }
  .row { contain: content; margin-bottom: 7.25px; }
`;

/** A list that moves with the page, or with a box of the page's that has a height. */
class Stage {
  readonly host = document.createElement('div');
  readonly root = this.host.attachShadow({ mode: 'open' });
  readonly above = document.createElement('div');
  readonly list = document.createElement('ul');
  readonly box = document.createElement('div');
  readonly shown: WindowedRows<string>;

  constructor(width: number, boxHeight = 0) {
    const style = document.createElement('style');
    style.textContent = sheet;
    this.above.className = 'above';
    this.list.style.setProperty('width', `${width}px`);
    this.root.append(style, this.list);
    this.box.append(this.above, this.host);
    if (boxHeight) this.box.style.cssText = `height:${boxHeight}px;overflow:auto`;
    document.body.append(this.box);
    const columns = () => getComputedStyle(this.list).gridTemplateColumns.split(' ').length;
    const options: WindowedRowsOptions<string> = {
      list: this.list,
      keyOf: (item) => item,
      row: (item) =>
        html`<li class="row" data-id=${item} style="height: ${30 + ((Number(item) * 31) % 47)}px">
          ${item} <button>Choose</button>
        </li>`,
      estimate: () => 50 / columns(),
      columns,
    };
    this.shown = new WindowedRows(options, new PageView(this.list));
    this.shown.connect();
  }

  get scroller(): Element {
    return this.box.style.height ? this.box : document.scrollingElement!;
  }

  async show(items: readonly string[]): Promise<void> {
    this.shown.show(items);
    await settled();
  }

  async scroll(top: number): Promise<void> {
    this.scroller.scrollTop = top;
    await settled();
  }

  get rows(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('.row')];
  }

  /** Where the view begins on the screen, and where it ends. */
  get view(): readonly [number, number] {
    if (this.scroller !== this.box) return [0, document.documentElement.clientHeight];
    const { top, bottom } = this.box.getBoundingClientRect();
    return [top, bottom];
  }

  /** A row in the middle of the view. */
  get eye(): HTMLElement {
    const middle = (this.view[0] + this.view[1]) / 2;
    return this.rows.find((row) => row.getBoundingClientRect().bottom > middle)!;
  }

  /** Whether rows stand wherever the list is in view. */
  get isFilled(): boolean {
    const [top, bottom] = this.view;
    const list = this.list.getBoundingClientRect();
    const boxes = this.rows.map((row) => row.getBoundingClientRect());
    const first = Math.min(...boxes.map((box) => box.top));
    const last = Math.max(...boxes.map((box) => box.bottom));
    return first <= Math.max(top, list.top) + 1 && last + 8 >= Math.min(bottom, list.bottom);
  }

  remove(): void {
    this.shown.disconnect();
    this.box.remove();
    scrollTo(0, 0);
  }
}

for (const { where, width, boxHeight } of [
  { where: 'the page', width: 160, boxHeight: 0 },
  { where: 'the page, in three columns', width: 480, boxHeight: 0 },
  { where: 'a box of the page', width: 160, boxHeight: 400 },
  { where: 'a box of the page, in three columns', width: 480, boxHeight: 400 },
]) {
  describe(`a windowed list that scrolls with ${where}`, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = new Stage(width, boxHeight);
      await stage.show(numbers(10_000));
    });
    afterEach(() => stage.remove());

    /** Makes a change and expects what is read to stay where it is. */
    async function stays(change: () => unknown): Promise<void> {
      const { eye } = stage;
      const before = eye.getBoundingClientRect().top;
      await change();
      await settled();
      expect(eye.isConnected).to.equal(true);
      expect(Math.abs(eye.getBoundingClientRect().top - before)).to.be.at.most(1);
    }

    it('has few rows in the page, wherever one reads', async () => {
      const most = (width / 160) * 50;
      for (const part of [0, 0.02, 0.5, 1, 0.3, 0]) {
        await stage.scroll(stage.scroller.scrollHeight * part);
        expect(stage.rows.length).to.be.below(most);
        expect(stage.isFilled, `at ${part}`).to.equal(true);
      }
      expect(stage.scroller.scrollTop).to.equal(0);
    });

    it('keeps each row in its column, and what has the focus in the page', async () => {
      const columns = Math.round(width / 160);
      await stage.scroll(20_000);
      const focused = stage.eye.querySelector('button')!;
      focused.focus({ preventScroll: true });
      await stage.scroll(60_000);
      expect(stage.root.activeElement === focused).to.equal(true);
      const left = stage.list.getBoundingClientRect().left;
      for (const row of stage.rows) {
        const column = Math.round((row.getBoundingClientRect().left - left) / 160);
        expect(column).to.equal(Number(row.dataset['id']) % columns);
      }
    });

    it('keeps what is read in its place while rows above change', async () => {
      await stage.scroll(30_000);
      const line = Math.round(width / 160);
      await stays(() => stage.show(numbers(10_000 + 7 * line, -7 * line)));
      await stays(() => stage.rows[0]!.style.setProperty('height', '190px'));
    });

    it('leaves the page alone where it begins in view, and when the page changes', async () => {
      const former = stage.above.offsetHeight;
      await stage.show(numbers(10_050, -50));
      expect(stage.scroller.scrollTop).to.equal(0);
      // As before any of it was scrolled: the page's own growth moves the list, and nothing else.
      stage.above.style.setProperty('height', `${former - 700}px`);
      await settled();
      expect(stage.scroller.scrollTop).to.equal(0);
      expect(stage.isFilled).to.equal(true);
    });

    it('takes the rows along when they stand in other columns', async () => {
      await stage.scroll(30_000);
      stage.list.style.setProperty('width', width > 200 ? '320px' : '480px');
      await settled();
      expect(stage.isFilled).to.equal(true);
      expect(stage.rows.length).to.be.below(150);
    });
  });
}
