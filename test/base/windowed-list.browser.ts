import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { WindowedList, type WindowedListOptions } from '../../src/base/list/windowed-list.js';

interface Line {
  readonly id: string;
  readonly text: string;
}

type Kind = 'ol' | 'ul' | 'div' | 'table';

const words = 'half past flour the bakery has no name yet and nobody in town knows one'.split(' ');

/** Lines of many lengths, the same ones in every run. */
const lines = (count: number, first = 0): Line[] =>
  Array.from({ length: count }, (_, offset) => {
    const number = first + offset;
    const text = Array.from(
      { length: 3 + ((number * number * 31 + number) % 47) },
      (_, word) => words[(number + word * 7) % words.length],
    );
    return { id: `line ${number}`, text: `${number} ${text.join(' ')}` };
  });

const sheet = `
  .scroller { height: 400px; width: 320px; overflow: hidden auto; font: 14px/20px sans-serif; }
  ol, ul { margin: 0; padding: 0; list-style: none; }
  .row { padding: 4px 8px; contain: content; }
  tr.row { contain: none; }
  table { table-layout: fixed; width: 100%; border-collapse: collapse; }
  .after { height: 12px; }
`;

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Every frame's work is done, its sizes told of, and what followed from them drawn. */
async function settled(): Promise<void> {
  for (let count = 0; count < 4; count += 1) await frame();
  await new Promise((resolve) => setTimeout(resolve));
}

/** A list in a shadow tree, as in a tag. */
class Stage {
  readonly host = document.createElement('div');
  readonly root = this.host.attachShadow({ mode: 'open' });
  readonly scroller = document.createElement('div');
  readonly list: HTMLElement;
  readonly shown: WindowedList<Line>;
  drawn = 0;

  constructor(options: Partial<WindowedListOptions<Line>> = {}, kind: Kind = 'ol') {
    this.scroller.className = 'scroller';
    this.scroller.innerHTML =
      kind === 'table'
        ? '<table><thead><tr><th>Message</th></tr></thead><tbody></tbody></table>'
        : `<${kind}></${kind}><div class="after"></div>`;
    this.list = this.scroller.querySelector<HTMLElement>('ol, ul, div, tbody')!;
    const style = document.createElement('style');
    style.textContent = sheet;
    this.root.append(style, this.scroller);
    document.body.append(this.host);
    const row = ({ id, text }: Line) => {
      this.drawn += 1;
      if (kind === 'table')
        return html`<tr class="row" data-id=${id}>
          <td>${text}</td>
        </tr>`;
      if (kind === 'div') return html`<div class="row" data-id=${id}>${text}</div>`;
      return html`<li class="row" data-id=${id}>${text} <input aria-label="Answer" /></li>`;
    };
    const estimate = ({ text }: Line) => 28 + 20 * Math.floor(text.length / 44);
    const { scroller, list } = this;
    this.shown = new WindowedList({
      scroller,
      list,
      keyOf: ({ id }) => id,
      row,
      estimate,
      ...options,
    });
    this.shown.connect();
  }

  async show(items: readonly Line[]): Promise<void> {
    this.shown.show(items);
    await settled();
  }

  /** Scrolls as a reader does, and waits until it has been told of. */
  async scroll(top: number): Promise<void> {
    this.scroller.scrollTop = top;
    await settled();
  }

  get rows(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('.row')];
  }

  get ids(): string[] {
    return this.rows.map(({ dataset }) => dataset['id']!);
  }

  /** Where a row ends, from the beginning of the view. */
  bottomOf(id: string): number {
    const row = this.rows.find(({ dataset }) => dataset['id'] === id);
    if (!row) throw new Error(`“${id}” is not in the page.`);
    return row.getBoundingClientRect().bottom - this.scroller.getBoundingClientRect().top;
  }

  /** The first row that reaches into view. */
  get eye(): string {
    const { top } = this.scroller.getBoundingClientRect();
    const row = this.rows.find((one) => one.getBoundingClientRect().bottom > top + 1);
    return row!.dataset['id']!;
  }

  /** Pixels of the view that no row covers. */
  get blank(): number {
    const view = this.scroller.getBoundingClientRect();
    const boxes = this.rows.map((row) => row.getBoundingClientRect());
    const seen = boxes.map(({ top, bottom }) =>
      Math.max(0, Math.min(bottom, view.bottom) - Math.max(top, view.top)),
    );
    return view.height - seen.reduce((sum, one) => sum + one, 0);
  }

  /** Pixels that rows cover beyond the view, on the way down or up. */
  ahead(way: number): number {
    const view = this.scroller.getBoundingClientRect();
    const last = this.rows.at(-1)!.getBoundingClientRect();
    const first = this.rows[0]!.getBoundingClientRect();
    return way > 0 ? last.bottom - view.bottom : view.top - first.top;
  }

  get fromEnd(): number {
    const { scrollHeight, clientHeight, scrollTop } = this.scroller;
    return scrollHeight - clientHeight - scrollTop;
  }

  remove(): void {
    this.shown.disconnect();
    this.host.remove();
  }
}

describe('a windowed list', () => {
  let stage: Stage;
  afterEach(() => stage.remove());

  for (const kind of ['ol', 'ul', 'div', 'table'] as const) {
    it(`has few rows in the page, without a hole, wherever one reads in a ${kind}`, async () => {
      stage = new Stage({}, kind);
      await stage.show(lines(10_000));
      for (const part of [0, 0.3, 0.5, 0.97, 1, 0.2, 0]) {
        const { scrollHeight, clientHeight } = stage.scroller;
        await stage.scroll((scrollHeight - clientHeight) * part);
        expect(stage.rows.length).to.be.within(6, 45);
        // The head of the table, and what is behind the list, may be seen too.
        expect(stage.blank, `blank at ${part}`).to.be.below(kind === 'table' ? 30 : 14);
      }
      expect(stage.ids[0]).to.equal('line 0');
      expect(stage.scroller.scrollTop).to.equal(0);
    });
  }

  it('renders a row once, and again only for another item', async () => {
    stage = new Stage();
    const items = lines(10_000);
    await stage.show(items);
    const { drawn, rows } = stage;
    expect(drawn).to.be.within(rows.length, rows.length + 3);
    const other = items.with(3, { id: 'line 3', text: 'Other words' });
    await stage.show(other);
    expect(stage.drawn).to.be.within(drawn + 1, drawn + 3);
    expect(stage.rows[3] === rows[3]).to.equal(true);
    expect(rows[3]!.textContent).to.contain('Other words');
    const before = stage.drawn;
    stage.shown.refresh();
    await settled();
    expect(stage.rows[0] === rows[0]).to.equal(true);
    expect(stage.drawn - before).to.equal(stage.rows.length);
  });

  it('draws rows ahead of a reader who scrolls, several at a time, either way', async () => {
    stage = new Stage();
    await stage.show(lines(10_000));
    await stage.scroll(5_000);
    for (const way of [1, -1]) {
      const before = stage.drawn;
      let drawings = 0;
      for (let step = 0; step < 20; step += 1) {
        const { drawn } = stage;
        await stage.scroll(stage.scroller.scrollTop + way * 40);
        if (stage.drawn > drawn) drawings += 1;
        expect(stage.ahead(way), `pixels ahead at step ${step}`).to.be.at.least(100);
        expect(stage.blank).to.be.below(1);
      }
      // Each adds at least 200 pixels of rows.
      expect(drawings).to.be.at.most(5);
      expect(stage.drawn).to.be.above(before);
    }
  });

  it('draws the changes of one frame together', async () => {
    stage = new Stage({ edge: 'end' });
    await stage.show(lines(1_000));
    const { drawn } = stage;
    for (let count = 1_001; count <= 1_500; count += 1) stage.shown.show(lines(count));
    expect(stage.drawn).to.equal(drawn);
    await settled();
    expect(stage.ids.at(-1)).to.equal('line 1499');
    expect(stage.drawn - drawn).to.be.below(45);
  });

  for (const edge of ['start', 'end'] as const) {
    describe(`that opens at its ${edge}`, () => {
      beforeEach(async () => {
        stage = new Stage({ edge });
        await stage.show(lines(10_000, 10_000));
      });

      /** Makes a change and expects what is read to stay where it is, to the pixel. */
      async function stays(change: () => unknown): Promise<void> {
        const { eye } = stage;
        const before = stage.bottomOf(eye);
        await change();
        await settled();
        expect(Math.abs(stage.bottomOf(eye) - before), `how far ${eye} moves`).to.be.at.most(1);
      }

      for (const part of [0.0003, 0.4, 0.999]) {
        const where = `${part * 100} % down`;

        it(`keeps the row under the eye when older ones come above it, ${where}`, async () => {
          await stage.scroll(stage.scroller.scrollHeight * part);
          for (let first = 9_950; first > 9_700; first -= 50) {
            await stays(() => stage.show(lines(20_000 - first, first)));
          }
        });

        it(`keeps it when rows above it change their height, ${where}`, async () => {
          await stage.scroll(stage.scroller.scrollHeight * part);
          const above = (): HTMLElement => stage.rows[stage.ids.indexOf(stage.eye) - 1]!;
          await stays(() => above().style.setProperty('padding-top', '57.5px'));
          await stays(() => above().style.setProperty('padding-top', '0'));
        });

        it(`keeps it when the list becomes narrower and wider, ${where}`, async () => {
          // Nearer to the end, a wider list leaves too little below to hold the place.
          await stage.scroll(stage.scroller.scrollHeight * Math.min(part, 0.99));
          for (const width of [250, 211, 480, 320]) {
            await stays(() => stage.scroller.style.setProperty('width', `${width}px`));
          }
        });

        it(`keeps it when rows go and come anywhere, ${where}`, async () => {
          await stage.scroll(stage.scroller.scrollHeight * part);
          const all = lines(10_000, 10_000);
          const { eye } = stage;
          const fewer = all.filter(({ id }, index) => index % 3 > 0 || id === eye);
          await stays(() => stage.show(fewer));
          await stays(() => stage.show(all));
        });
      }

      it('keeps a row that begins where the view does, whatever the sums of heights lose', async () => {
        stage.list.style.setProperty('line-height', '19.37px');
        await settled();
        for (let first = 9_950; first > 9_000; first -= 50) {
          await stage.scroll(edge === 'end' ? 0 : 1);
          await stays(() => stage.show(lines(20_000 - first, first)));
        }
      });

      it('keeps it below what stands above the rows, where older ones come into view', async () => {
        stage.list.style.setProperty('margin-top', '70px');
        await settled();
        for (let first = 9_950; first > 9_500; first -= 50) {
          await stage.scroll(edge === 'end' ? 0 : 1);
          await stays(() => stage.show(lines(20_000 - first, first)));
        }
      });

      it('keeps it while a reader scrolls up through rows that were never drawn', async () => {
        await stage.scroll(stage.scroller.scrollHeight * 0.5);
        for (let count = 0; count < 30; count += 1) {
          const { eye, scroller } = stage;
          const before = stage.bottomOf(eye);
          scroller.scrollTop -= 90;
          scroller.dispatchEvent(new Event('scroll'));
          expect(Math.abs(stage.bottomOf(eye) - before - 90)).to.be.at.most(1);
          await frame();
        }
      });

      it('does not undo what a reader has scrolled before it was told of', async () => {
        await stage.scroll(stage.scroller.scrollHeight * 0.5);
        const { eye, scroller } = stage;
        const before = stage.bottomOf(eye);
        scroller.scrollTop -= 120;
        stage.shown.show(lines(10_100, 9_900));
        await settled();
        expect(Math.abs(stage.bottomOf(eye) - before - 120)).to.be.at.most(1);
        expect(stage.shown.pinned).to.equal(false);
      });

      it('brings a row that is not in the page into its middle', async () => {
        for (const number of [14_000, 19_500, 10_300, 15_001]) {
          const row = stage.shown.reveal(`line ${number}`)!;
          await settled();
          expect(row.dataset['id']).to.equal(`line ${number}`);
          const view = stage.scroller.getBoundingClientRect();
          const box = row.getBoundingClientRect();
          const off = (box.top + box.bottom) / 2 - (view.top + view.bottom) / 2;
          expect(Math.abs(off)).to.be.at.most(1.5);
          expect(stage.shown.pinned).to.equal(false);
          expect(stage.blank).to.be.below(1);
        }
        expect(stage.shown.reveal('nothing')).to.equal(undefined);
      });

      it('finds its place again when it is taken out of the page and put back', async () => {
        await stage.scroll(stage.scroller.scrollHeight * 0.5);
        await stays(async () => {
          stage.shown.disconnect();
          stage.host.remove();
          await frame();
          document.body.append(stage.host);
          stage.shown.connect();
        });
        await stays(async () => {
          stage.host.style.setProperty('display', 'none');
          await settled();
          await stage.show(lines(10_010, 10_000));
          stage.host.style.removeProperty('display');
        });
      });
    });
  }

  describe('with a reader at its end', () => {
    beforeEach(async () => {
      stage = new Stage({ edge: 'end' });
      await stage.show(lines(1_000));
    });

    it('goes on with new rows, a row that grows, and a view that shrinks', async () => {
      expect(stage.fromEnd).to.be.below(1);
      await stage.show(lines(1_001));
      expect(stage.ids.at(-1)).to.equal('line 1000');
      expect(stage.fromEnd).to.be.below(1);
      stage.rows.at(-2)!.style.setProperty('padding-top', '90px');
      await settled();
      expect(stage.fromEnd).to.be.below(1);
      stage.scroller.style.setProperty('height', '180px');
      await settled();
      expect(stage.fromEnd).to.be.below(1);
      stage.scroller.style.setProperty('width', '240px');
      await settled();
      expect(stage.fromEnd).to.be.below(1);
      expect(stage.shown.pinned).to.equal(true);
    });

    it('stays there through a list that is emptied and another that follows', async () => {
      await stage.show([]);
      expect(stage.rows).to.deep.equal([]);
      await stage.show(lines(3));
      expect(stage.rows.length).to.equal(3);
      await stage.show(lines(5_000, 20_000));
      expect(stage.ids.at(-1)).to.equal('line 24999');
      expect(stage.fromEnd).to.be.below(1);
    });

    it('lets the reader go, and pins again when asked or when they come back', async () => {
      await stage.scroll(stage.scroller.scrollTop - 200);
      expect(stage.shown.pinned).to.equal(false);
      await stage.show(lines(1_010));
      expect(stage.fromEnd).to.be.above(200);
      // The reader is already elsewhere, and the event that tells of it is on its way.
      stage.scroller.scrollTop -= 50;
      stage.shown.pin();
      expect(stage.fromEnd).to.be.below(1);
      await settled();
      expect(stage.shown.pinned).to.equal(true);
      await stage.scroll(stage.scroller.scrollTop - 200);
      await stage.scroll(stage.scroller.scrollHeight);
      await stage.show(lines(1_020));
      expect(stage.ids.at(-1)).to.equal('line 1019');
      expect(stage.fromEnd).to.be.below(1);
    });
  });

  it('shows what comes first to a reader at its start', async () => {
    stage = new Stage();
    await stage.show(lines(1_000, 1_000));
    await stage.show(lines(1_005, 995));
    expect(stage.ids[0]).to.equal('line 995');
    expect(stage.scroller.scrollTop).to.equal(0);
  });

  describe('in which something is held', () => {
    beforeEach(async () => {
      stage = new Stage();
      await stage.show(lines(10_000));
      await stage.scroll(20_000);
    });

    it('keeps the focus, the caret and the neighbours of a row that scrolls away', async () => {
      const field = stage.rows[8]!.querySelector('input')!;
      const { ids } = stage;
      field.focus({ preventScroll: true });
      field.value = 'Half past';
      field.setSelectionRange(2, 5);
      for (const top of [200_000, 0, 90_000]) {
        await stage.scroll(top);
        expect(stage.root.activeElement === field).to.equal(true);
        expect(field.selectionStart).to.equal(2);
        expect(stage.ids).to.include.members([ids[7], ids[8], ids[9]]);
        expect(stage.ids).not.to.include(ids[2]);
        expect(stage.rows.length).to.be.below(50);
        expect(stage.blank).to.be.below(1);
      }
      // In its own place: going on by keyboard leads to what comes after it.
      const numbers = stage.ids.map((id) => Number(id.slice(5)));
      expect(numbers).to.deep.equal([...numbers].sort((one, other) => one - other));
      await stage.show(lines(10_050, -50));
      expect(stage.root.activeElement === field).to.equal(true);
      field.blur();
      document.getSelection()!.removeAllRanges();
      await stage.scroll(150_000);
      expect(stage.ids).not.to.include(ids[8]);
    });

    it('keeps the focus when the list is put in another order', async () => {
      const field = stage.rows[8]!.querySelector('input')!;
      field.focus({ preventScroll: true });
      await stage.show(lines(10_000).reverse());
      expect(stage.root.activeElement === field).to.equal(true);
    });

    it('keeps a selection with all that is in it', async () => {
      const { rows, ids } = stage;
      const selection = document.getSelection()!;
      selection.setBaseAndExtent(rows[4]!.firstChild!, 1, rows[7]!.firstChild!, 2);
      await stage.scroll(120_000);
      await stage.scroll(180_000);
      expect(stage.ids).to.include.members(ids.slice(4, 8));
      expect(rows[4]!.isConnected && rows[7]!.isConnected).to.equal(true);
      selection.removeAllRanges();
      await stage.scroll(90_000);
      expect(stage.ids).not.to.include(ids[4]);
    });
  });

  it('measures rows with margins and gaps, right to left, as narrow as at 400 %', async () => {
    stage = new Stage({ edge: 'end' });
    stage.host.dir = 'rtl';
    stage.scroller.style.setProperty('width', '80px');
    stage.list.style.setProperty('display', 'grid');
    stage.list.style.setProperty('gap', '7.25px');
    await stage.show(lines(2_000));
    expect(stage.fromEnd).to.be.below(1);
    await stage.scroll(stage.scroller.scrollHeight / 2);
    const { eye } = stage;
    const before = stage.bottomOf(eye);
    await stage.show(lines(2_050, -50));
    expect(Math.abs(stage.bottomOf(eye) - before)).to.be.at.most(1);
  });
});

describe('a list whose rows are drawn anew for others', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = new Stage({ isReused: true });
    await stage.show(lines(500));
  });
  afterEach(() => stage.host.remove());

  const inOrder = (ids: string[]): boolean =>
    ids.every((id, at) => at === 0 || Number(id.slice(5)) === Number(ids[at - 1]!.slice(5)) + 1);

  it('takes rows that leave for those that come, in their order, up and down', async () => {
    const former = new Set(stage.rows);
    for (const top of [300, 900, 600, 5_000, 0]) {
      await stage.scroll(top);
      expect(inOrder(stage.ids), stage.ids.join()).to.equal(true);
      for (const row of stage.rows) expect(row.textContent).to.contain(row.dataset['id']!.slice(5));
      expect(stage.rows.some((row) => former.has(row))).to.equal(true);
    }
  });

  it('draws another list into the rows where they stand', async () => {
    const [first] = stage.rows;
    await stage.show(lines(3, 400));
    expect(stage.ids).to.deep.equal(['line 400', 'line 401', 'line 402']);
    expect(stage.rows[0] === first).to.equal(true);
    expect(stage.rows).to.have.length(3);
  });

  it('never leaves the focus in a row that has become another', async () => {
    const row = stage.rows[1]!;
    row.querySelector('input')!.focus();
    await stage.show(lines(20, 400));
    expect(row.isConnected).to.equal(false);
    expect(stage.rows.includes(row)).to.equal(false);
  });
});
