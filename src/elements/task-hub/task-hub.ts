import { ApiError } from '../../api/api-error.js';
import { define } from '../../base/define.js';
import { TaskchatErrorEvent } from '../../base/error-event.js';
import { tokenRules } from '../../base/token-rules.js';
import { whenIdle } from '../../base/when-idle.js';
import { hubWords } from '../../locales/en/task-hub.js';
import type { Furniture } from './inside/furniture.js';
import { Panel } from './panel.js';
import { attributes, reflect, upgrade } from './properties.js';
import { drawShell, makeShell, type Shell } from './shell.js';
import { hubRules } from './task-hub.styles.js';
import { letStand } from './unheld.js';

/** Somebody is about to open or close the hub. `preventDefault()` leaves it as it is. */
export class HubToggleEvent extends Event {
  static readonly eventName = 'hub-toggle';

  /** `open` tells what the hub is about to be. */
  constructor(readonly open: boolean) {
    super(HubToggleEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'hub-toggle': HubToggleEvent;
  }
}

/** On a server there are no elements; importing does nothing there. */
const Ground = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

const fetchInside = () => import('./inside/furniture.js');

/** `96` is `96px`; what has a unit stays as it is. */
const length = (value: string): string => (/^\d+$/.test(value) ? `${value}px` : value);

/** What does not come now is asked for again when it is needed. */
const prefetch = (): void => {
  fetchInside().then(
    ({ prepare }) => prepare(),
    () => {},
  );
};

let sheet: CSSStyleSheet | undefined;

/** One for all hubs: the rules never change. */
function sharedSheet(): CSSStyleSheet {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(tokenRules + hubRules);
  return sheet;
}

/**
 * @summary All of it behind one launcher: tasks, my reports, their dialogues, points; the queue for
 *   reviewers, tasks and figures for owners. What it opens is fetched when somebody is about to.
 * @attr [endpoint] - The backend's address, as `https://example.org/api/v1`.
 * @attr [token-url] - Where the host's own site gives out this visitor's token.
 * @attr [site] - The site whose published tasks a visitor without a token sees.
 * @attr [sign-in-url] - Where a visitor signs in.
 * @attr [locale] - The language, as `en-GB`.
 * @attr [label] - What stands on the launcher.
 * @attr [placement] - `bottom-end`, `bottom-start`, `top-end` or `top-start`.
 * @attr [offset] - The distance from the edges of the window.
 * @attr [open] - Whether it is open.
 * @attr [unread] - The number on the launcher.
 * @attr [live-badge] - Keeps that number right from the start.
 * @fires {HubToggleEvent} hub-toggle - A person is about to open or close it; can be cancelled.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart launcher - The button.
 * @csspart label - The words on it.
 * @csspart badge - The number on it.
 * @csspart panel - What it opens.
 * @csspart close - The button that closes it.
 * @csspart tabs - The line of tabs in it.
 * @csspart tab - One of them.
 * @csspart room - What a tab shows.
 * @cssprop [--taskchat-hub-layer] - The `z-index` of the launcher. Default `100`: above what a page
 *   holds, below what it floats over itself, as its notice of cookies. What is open lies in the top
 *   layer, above all of it.
 * @cssprop [--taskchat-hub-offset] - As the first length of `offset`. Default `20px`.
 * @cssprop [--taskchat-hub-offset-inline] - As the second one. Default `20px`.
 */
export class TaskHub extends Ground {
  static readonly tag = 'task-hub';
  static readonly observedAttributes = attributes;

  /** The backend's address, as `https://example.org/api/v1`. Default: that of a provider around. */
  declare endpoint: string;

  /** Where the host's own site gives out this visitor's token, asked with the site's cookies. */
  declare tokenUrl: string;

  /** The site whose published tasks a visitor without a token sees. */
  declare site: string;

  /** Where a visitor signs in. */
  declare signInUrl: string;

  /** The language of what is inside, as `ar` or `en-GB`. Default: the page's. */
  declare locale: string;

  /** `bottom-end`, `bottom-start`, `top-end` or `top-start`, as the words run. Default: the first. */
  declare placement: string;

  /**
   * How far from the top or the bottom of the window, and after a space, how far from its side: CSS
   * lengths, or numbers of pixels. Where the page has a bar of its own, as a notice of cookies, it
   * tells here how much room that takes. Default: `20 20`.
   */
  declare offset: string;

  /** Whether it is open. One that a page opens as it loads leaves the focus where it is. */
  declare open: boolean;

  /**
   * Whether the number on the launcher is kept right from the start. It then has its session as soon
   * as the page is idle. Otherwise there is none before somebody is about to open it. Default: no.
   */
  declare liveBadge: boolean;

  readonly #shell: Shell = makeShell({
    toggle: () => this.ask(!this.open),
    close: () => this.ask(false),
    retry: () => this.#retry(),
  });
  readonly #panel = new Panel(this.#shell.panel, this.#shell.launcher);
  #furniture: Furniture | undefined;
  #coming: Promise<void> | undefined;
  #getToken: (() => Promise<string>) | undefined;
  #fetch: typeof globalThis.fetch | undefined;
  #leave: (() => void) | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const { launcher, said, panel } = this.#shell;
    root.adoptedStyleSheets = [sharedSheet()];
    root.append(launcher, said, panel);
    root.addEventListener('keydown', (event) => this.#key(event as KeyboardEvent));
    for (const name of ['pointerenter', 'focus']) launcher.addEventListener(name, prefetch);
    panel.addEventListener('cancel', (event) => this.#cancel(event));
    panel.addEventListener('close', () => this.#closed());
    upgrade(this);
  }

  connectedCallback(): void {
    this.#leave = letStand(this.#shell.launcher);
    this.#draw();
    this.#follow(false);
    if (this.liveBadge) whenIdle(() => void this.#load());
  }

  disconnectedCallback(): void {
    this.#leave?.();
    this.#leave = undefined;
    this.#furniture?.leave();
    this.#panel.hide();
  }

  attributeChangedCallback(): void {
    // Before it is in the page, there is nothing to change.
    if (!this.#leave) return;
    this.#draw();
    this.#follow(true);
    this.#furniture?.arrange();
    if (this.liveBadge) void this.#load();
  }

  /** What stands on the launcher; without words it shows its picture alone. Default: `Tasks and points`. */
  get label(): string {
    return this.getAttribute('label') ?? hubWords.hubLabel;
  }
  set label(words: string) {
    this.setAttribute('label', words);
  }

  /**
   * How many dialogues have something unread. A page that knows may write it; the hub does once it
   * has a session. It is remembered nowhere: before there is a session, nobody knows who looks.
   */
  get unread(): number {
    return Number(this.getAttribute('unread')) || 0;
  }
  set unread(count: number) {
    this.setAttribute('unread', String(count));
  }

  /** Gives the token, in place of `token-url`. Asked again before the token ends. */
  get getToken(): (() => Promise<string>) | undefined {
    return this.#getToken;
  }
  set getToken(getToken: (() => Promise<string>) | undefined) {
    this.#getToken = getToken;
    this.#furniture?.arrange();
  }

  /** Takes the place of the page's `fetch` for requests to the endpoint. */
  get fetch(): typeof globalThis.fetch | undefined {
    return this.#fetch;
  }
  set fetch(fetch: typeof globalThis.fetch | undefined) {
    this.#fetch = fetch;
    this.#furniture?.arrange();
  }

  /** Opens or closes it as a person would: with the event that a page can cancel. */
  ask(open: boolean): void {
    if (open !== this.open && this.dispatchEvent(new HubToggleEvent(open))) this.open = open;
  }

  /** Makes the panel what the attribute says. */
  #follow(takesFocus: boolean): void {
    if (this.open === this.#panel.isShown) return;
    if (this.open) {
      this.#panel.show(takesFocus);
      this.#furniture?.enter();
      void this.#load();
    } else {
      this.#furniture?.leave();
      this.#panel.hide();
    }
  }

  #draw(): void {
    const { launcher, panel } = this.#shell;
    drawShell(this.#shell, this);
    const [block = '', inline = ''] = this.offset.split(' ').map(length);
    for (const { style } of [launcher, panel]) {
      style.setProperty('--block', block);
      style.setProperty('--inline', inline);
    }
  }

  #retry(): void {
    // What had the focus goes away.
    this.#shell.panel.focus();
    void this.#load();
  }

  #load(): Promise<void> {
    return (this.#coming ??= this.#furnish());
  }

  async #furnish(): Promise<void> {
    const { panel, wait, trouble } = this.#shell;
    wait.hidden = false;
    trouble.hidden = true;
    try {
      const { Furniture } = await fetchInside();
      this.#furniture = new Furniture(this, panel, ({ unread, isWide }) => {
        if (unread !== undefined && unread !== this.unread) this.unread = unread;
        panel.classList.toggle('wide', isWide);
      });
      if (this.open) this.#furniture.enter();
    } catch (cause) {
      this.#coming = undefined;
      trouble.hidden = false;
      this.dispatchEvent(new TaskchatErrorEvent(new ApiError('network', { cause })));
    }
    wait.hidden = true;
  }

  /** Where the browser does not close by itself, which it does with a modal dialog alone. */
  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !this.open) return;
    const path = event.composedPath();
    const inside = path.slice(0, Math.max(0, path.indexOf(this.#shell.panel)));
    // A dialog within goes first.
    if (inside.some((node) => node instanceof HTMLDialogElement && node.open)) return;
    event.preventDefault();
    event.stopPropagation();
    this.ask(false);
  }

  /** By the browser's own way back. */
  #cancel(event: Event): void {
    if (event.target !== this.#shell.panel) return;
    event.preventDefault();
    this.ask(false);
  }

  /** A browser closes at the second wish, whatever the page says of it. */
  #closed(): void {
    if (this.open && this.isConnected && !this.#panel.isShown) this.open = false;
  }
}

reflect(TaskHub);
define(TaskHub);

declare global {
  interface HTMLElementTagNameMap {
    'task-hub': TaskHub;
  }
}
