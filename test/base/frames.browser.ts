import { expect } from '@open-wc/testing';
import { Frames } from '../../src/base/frames.js';

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('what is done once a frame', () => {
  it('is done at once, and what is asked for meanwhile once more', async () => {
    const done: number[] = [];
    let asked = 1;
    const frames = new Frames(() => done.push(asked));
    frames.ask();
    expect(done).to.deep.equal([1]);
    for (asked = 2; asked < 10; asked += 1) frames.ask();
    expect(done).to.deep.equal([1]);
    await pause(200);
    expect(done).to.deep.equal([1, 10]);
  });

  it('leaves out frames in a burst, but never the last that was asked for', async () => {
    const times: number[] = [];
    let asked = 0;
    let last = 0;
    const frames = new Frames(() => {
      times.push(performance.now());
      last = asked;
    });
    for (const end = performance.now() + 300; performance.now() < end; await pause(0)) {
      asked += 1;
      frames.ask();
    }
    await pause(200);
    expect(last).to.equal(asked);
    expect(times.length).to.be.above(3);
    const pauses = times.slice(4).map((time, index) => time - times[index + 3]!);
    // A timer may come a little early by the clock of another.
    for (const length of pauses) expect(length).to.be.above(10);
  });
});
