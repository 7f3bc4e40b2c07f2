import { nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { filesWords } from '../../locales/en/files.js';
import { previewsOf } from '../../stores/files/previews.js';
import type { Session } from '../../stores/session.js';
import { uploadsOf, type Upload, type Uploads } from '../../stores/files/uploads.js';
import { receiveFiles, type FileReceiver } from './dropping.js';
import { attachButton, fileTray } from './file-tray.js';
import { speak, type Locale } from '../locale.js';

export { fileStyles } from './file.styles.js';
export { fileTrayStyles } from './file-tray.styles.js';

/** Where files are picked, by a key of the caller's choice. */
export interface PickingPlace {
  readonly session: Session;
  readonly place: string;
}

interface AttachingHost extends LitElement {
  readonly locale: Locale;
}

/**
 * Lets somebody pick, drop and paste files into a tag, and shows what becomes of them. The tag
 * says where to draw the button and the tray, and takes the files along when it sends.
 */
export class Attaching implements ReactiveController, FileReceiver {
  readonly #host: AttachingHost;
  readonly #changed: () => void;
  #place: PickingPlace | undefined;
  #uploads: Uploads | undefined;
  #leave = (): void => {};
  #end: AbortController | undefined;
  #isAbove = false;
  #leftOut = 0;

  /** `changed` draws anew what the host made of the button and the tray. */
  constructor(host: AttachingHost, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#end = new AbortController();
    receiveFiles(this.#host, this, this.#end.signal);
  }

  hostDisconnected(): void {
    this.#end?.abort();
    this.#leave();
    this.#uploads = undefined;
  }

  /** What is picked from here on, and shown, belongs to this place. */
  show(place: PickingPlace): void {
    if (place.place !== this.#place?.place) this.#leftOut = 0;
    this.#place = place;
    const uploads = uploadsOf(place.session);
    if (uploads === this.#uploads) return;
    this.#leave();
    this.#uploads = uploads;
    this.#leave = uploads.subscribe(this.#changed);
  }

  get takesFiles(): boolean {
    return Boolean(this.#uploads?.limits);
  }

  /** What is picked and not yet taken along. */
  get items(): readonly Upload[] {
    return this.#place && this.#uploads ? this.#uploads.of(this.#place.place) : [];
  }

  /** Whether there is a file that somebody has to decide about first. */
  get isBlocked(): boolean {
    return this.items.some(({ state }) => state === 'refused');
  }

  /** Brings the focus to the file that was not taken. */
  focusBlocked(): void {
    const tray = this.#host.renderRoot.querySelector('.tray');
    tray?.querySelector<HTMLElement>('.refused button')?.focus();
  }

  /** The files go along with what is sent. */
  take(): readonly string[] {
    const ids = this.items.map(({ id }) => id);
    this.#leftOut = 0;
    this.#uploads?.take(ids);
    return ids;
  }

  hover(isAbove: boolean): void {
    if (isAbove === this.#isAbove) return;
    this.#isAbove = isAbove;
    this.#changed();
  }

  receive(files: readonly File[]): void {
    if (!this.#uploads || !this.#place) return;
    this.#leftOut = this.#uploads.add(this.#place.place, files);
    this.#changed();
  }

  button(): TemplateResult | typeof nothing {
    return this.takesFiles
      ? attachButton(this.#host.locale, (files) => this.receive(files))
      : nothing;
  }

  /** Undefined while there is nothing to show in it. */
  tray(): TemplateResult | undefined {
    const uploads = this.#uploads;
    const { items } = this;
    if (!uploads || !this.#place) return undefined;
    if (items.length + this.#leftOut === 0 && !this.#isAbove) return undefined;
    return fileTray({
      items,
      durable: uploads.snapshot.durable,
      leftOut: this.#leftOut,
      isAbove: this.#isAbove,
      limits: uploads.limits,
      previews: previewsOf(this.#place.session),
      locale: this.#host.locale,
      retry: (id) => uploads.retry(id),
      remove: (id) => this.#remove(id),
    });
  }

  /** The focus goes to the file that follows, else to the button. */
  #remove(id: string): void {
    const index = this.items.findIndex((item) => item.id === id);
    this.#leftOut = 0;
    void this.#uploads?.forget([id]);
    const root = this.#host.renderRoot;
    const others = root.querySelectorAll<HTMLElement>('.tray .remove');
    const next = others[Math.min(index, others.length - 1)];
    (next ?? root.querySelector<HTMLElement>('.attach'))?.focus();
  }
}

speak(filesWords);
