import { html } from 'lit';
import { WindowedList } from '../../../src/base/list/windowed-list.js';
import type { TaskCard } from '../data.js';
import type { MakeCards } from '../page/list-bench.js';

const row = ({ title, description, status, points }: TaskCard) => html`
  <li class="card">
    <h3 .textContent=${title}></h3>
    <p .textContent=${description}></p>
    <div>
      <span .textContent=${status}></span><span .textContent=${`${points} points`}></span
      ><button>Take</button>
    </div>
  </li>
`;

/** The windowed list by itself, with the baseline's cards. */
const make: MakeCards = async (host) => {
  const scroller = document.createElement('div');
  scroller.className = 'cards';
  const list = document.createElement('ul');
  list.className = 'rows';
  scroller.append(list);
  host.append(scroller);
  const shown = new WindowedList<TaskCard>({
    scroller,
    list,
    keyOf: ({ id }) => id,
    row,
    estimate: () => 150,
  });
  shown.connect();
  return {
    show: (cards) => shown.show(cards),
    update: (_, cards) => shown.show(cards),
    scroller: () => scroller,
    destroy: () => {
      shown.disconnect();
      scroller.remove();
    },
  };
};
export default make;
