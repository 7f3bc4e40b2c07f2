import { define, siblingName } from '../../../base/define.js';
import { TaskProvider } from '../../task-provider/task-provider.js';
import { HubInside, type HubFacts } from './hub-inside.js';
import { firstPiece } from './rooms.js';
import { keepTabWithin } from './tab-order.js';

/** The hub that is furnished, with what its provider is told. */
interface Hub extends HTMLElement {
  /** Opens or closes it, unless the page is against that. */
  ask(open: boolean): void;
  readonly endpoint: string;
  readonly tokenUrl: string;
  readonly site: string;
  readonly signInUrl: string;
  readonly locale: string;
  readonly getToken: (() => Promise<string>) | undefined;
  readonly fetch: typeof globalThis.fetch | undefined;
}

/** Has come before somebody opens the hub what most of them see first. */
export const prepare = (): void => void firstPiece.load().catch(() => {});

/** Puts the rooms into the panel, with a provider around them where the hub has an endpoint. */
export class Furniture {
  readonly #hub: Hub;
  readonly #panel: HTMLElement;
  readonly #inside: HubInside;
  #provider: TaskProvider | undefined;

  constructor(hub: Hub, panel: HTMLElement, tell: (facts: HubFacts) => void) {
    this.#hub = hub;
    this.#panel = panel;
    const prefix = siblingName(hub, { tag: '' }).slice(0, -1);
    for (const tag of [TaskProvider, HubInside]) define(tag, prefix);
    this.#inside = this.#make(HubInside);
    const open = (): void => hub.ask(true);
    Object.assign(this.#inside, { tell, open, tagPrefix: prefix, hubName: hub.localName });
    panel.addEventListener('keydown', (event) => keepTabWithin(panel, event));
    this.arrange();
  }

  /** Follows the hub's attributes. */
  arrange(): void {
    const { endpoint, tokenUrl, site, signInUrl, getToken, fetch, lang } = this.#hub;
    const locale = this.#hub.locale || lang;
    const facts = { endpoint, tokenUrl, site, signInUrl, getToken, fetch, locale };
    const parent = endpoint ? Object.assign(this.#provided(), facts) : this.#panel;
    if (this.#inside.parentNode !== parent) parent.append(this.#inside);
    if (!endpoint) this.#provider?.remove();
  }

  enter(): void {
    this.#inside.enter();
  }

  leave(): void {
    this.#inside.leave();
  }

  #provided(): TaskProvider {
    this.#provider ??= this.#make(TaskProvider);
    if (!this.#provider.isConnected) this.#panel.append(this.#provider);
    return this.#provider;
  }

  #make<Made extends HTMLElement>(tag: { readonly tag: string; new (): Made }): Made {
    return document.createElement(siblingName(this.#hub, tag)) as Made;
  }
}
