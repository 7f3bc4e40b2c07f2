import { hubWords } from '../../locales/en/task-hub.js';

/** What is drawn of a hub before it is opened, and around what it opens. */
export interface Shell {
  readonly launcher: HTMLButtonElement;
  readonly label: HTMLElement;
  readonly badge: HTMLElement;
  /** What is said of the badge, to those who do not see it. */
  readonly said: HTMLElement;
  readonly panel: HTMLDialogElement;
  /** Stands where the rooms will be, as long as they are on their way. */
  readonly wait: HTMLElement;
  readonly trouble: HTMLElement;
}

/** What the shell's buttons do. */
interface Ways {
  readonly toggle: () => void;
  readonly close: () => void;
  readonly retry: () => void;
}

const svg = 'http://www.w3.org/2000/svg';

const strokes = {
  launcher:
    'M7.5 4.5h9a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-9a3 3 0 0 1-3-3v-9a3 3 0 0 1 3-3zM8.5 12l2.5 2.5 4.5-5',
  opened: 'm6 9.5 6 6 6-6',
  close: 'm7 7 10 10M17 7 7 17',
};

/** An element by its nodes alone: a page under Trusted Types takes no HTML. */
function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  part: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = part;
  made.setAttribute('part', part);
  made.append(...inside);
  return made;
}

function makeIcon(stroke: string): SVGElement {
  const icon = document.createElementNS(svg, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  icon.append(document.createElementNS(svg, 'path'));
  icon.firstElementChild?.setAttribute('d', stroke);
  return icon;
}

function makeButton(part: string, press: () => void, ...inside: Node[]): HTMLButtonElement {
  const button = make('button', part, ...inside);
  button.type = 'button';
  button.addEventListener('click', press);
  return button;
}

export function makeShell(ways: Ways): Shell {
  const label = make('span', 'label');
  const badge = make('span', 'badge');
  badge.ariaHidden = 'true';
  const launcher = makeButton('launcher', ways.toggle, makeIcon(strokes.launcher), label, badge);
  launcher.setAttribute('aria-haspopup', 'dialog');
  const said = make('span', 'said');
  said.setAttribute('role', 'status');
  said.id = 'said';
  launcher.setAttribute('aria-describedby', said.id);

  const close = makeButton('close', ways.close, makeIcon(strokes.close));
  close.ariaLabel = hubWords.hubClose;
  const wait = make('div', 'wait');
  const retry = makeButton('retry', ways.retry);
  retry.textContent = hubWords.hubRetry;
  const trouble = make('div', 'trouble', make('p', 'words', hubWords.hubTrouble), retry);
  trouble.setAttribute('role', 'alert');
  trouble.hidden = true;
  const panel = make('dialog', 'panel', close, wait, trouble);
  panel.tabIndex = -1;
  return { launcher, label, badge, said, panel, wait, trouble };
}

/** What the hub says of itself. */
export interface Told {
  readonly open: boolean;
  readonly label: string;
  /** How many dialogues have something unread. */
  readonly unread: number;
}

export function drawShell(shell: Shell, { open, label, unread }: Told): void {
  const { launcher, badge, said, panel } = shell;
  // Without words of the page, ours are for the ear alone.
  const name = label || hubWords.hubLabel;
  const count = unread > 99 ? '99+' : String(unread);
  const words = unread > 0 ? hubWords.hubUnread(count) : '';
  shell.label.textContent = name;
  launcher.classList.toggle('bare', !label);
  badge.textContent = count;
  badge.hidden = !words;
  if (said.textContent !== words) said.textContent = words;
  launcher.ariaExpanded = String(open);
  const icon = open ? strokes.opened : strokes.launcher;
  launcher.querySelector('path')?.setAttribute('d', icon);
  panel.ariaLabel = name;
}
