import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { formatter, isolated } from '../../../base/format.js';
import { draw } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import { StoreController } from '../../../base/store-controller.js';
import { presenceOf, type Presence, type PresenceSnapshot } from '../../../stores/presence.js';
import type { Session } from '../../../stores/session.js';

export interface LookersHost extends LitElement {
  readonly session: Session | undefined;
  readonly locale: Locale;
}

const eyeIcon = () =>
  draw(
    'M3.5 12S6.5 6.5 12 6.5s8.5 5.5 8.5 5.5-3 5.5-8.5 5.5S3.5 12 3.5 12zM14.5 12a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z',
  );

/** Tells other reviewers which report is read here, and shows which they read. */
export class Lookers implements ReactiveController {
  readonly #host: LookersHost;
  readonly #opened: () => string | null;
  readonly #presence: StoreController<Presence>;
  readonly #say = (): void => this.#tell();

  constructor(host: LookersHost, opened: () => string | null) {
    this.#host = host;
    this.#opened = opened;
    this.#presence = new StoreController(host, presenceOf);
    host.addController(this);
  }

  /** The same as long as nobody has come or gone. */
  get turn(): PresenceSnapshot | undefined {
    return this.#presence.snapshot;
  }

  /** Who else looks at a report, in a row of the queue; nothing if nobody does. */
  mark(report: string): unknown {
    const names = this.#names(report);
    if (names.length === 0) return nothing;
    const words = this.#words(names);
    return html`<span class="looker" title=${words}
      >${eyeIcon()}<span class="sr-only">${words}</span><bdi aria-hidden="true">${names[0]}</bdi>${
        names.length > 1 ? html`<span aria-hidden="true">+${names.length - 1}</span>` : nothing
      }</span
    >`;
  }

  /** The same over a report that is read, for those who do not see it too. */
  line(report: string): unknown {
    const names = this.#names(report);
    return html`<span class="looker" role="status" part="lookers">
      ${names.length > 0 ? [eyeIcon(), this.#words(names)] : nothing}
    </span>`;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#say);
  }

  hostUpdated(): void {
    this.#tell();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#say);
  }

  /** Nobody reads what is in a hidden tab. */
  #tell(): void {
    const isSeen = document.visibilityState === 'visible';
    this.#presence.store?.look(isSeen ? this.#opened() : null);
  }

  #names(report: string): readonly string[] {
    const there = this.#presence.snapshot?.lookers.filter((looker) => looker.report === report);
    return there?.map(({ member }) => member.name) ?? [];
  }

  #words(names: readonly string[]): string {
    const { locale } = this.#host;
    const list = formatter(Intl.ListFormat, locale.lang()).format(names.map(isolated));
    return locale.term('looksToo', list, names.length);
  }
}
