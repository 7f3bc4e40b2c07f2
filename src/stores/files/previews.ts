import type { Session } from '../session.js';
import { uploadsOf } from './uploads.js';

/** Pixels of the longer side: twice what is shown, for fine screens. */
const longest = 640;
/** Pictures that are held; the oldest goes. */
const most = 24;

/** Small pictures of files that were picked in this page, also when they have been sent. */
export class Previews {
  readonly #session: Session;
  readonly #pictures = new Map<string, Promise<ImageBitmap | null>>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Whether there is one, or one is on its way. */
  has(id: string): boolean {
    return this.#pictures.has(id);
  }

  /** Null for what is no picture that this browser can read. */
  get(id: string): Promise<ImageBitmap | null> {
    const known = this.#pictures.get(id);
    if (known) return known;
    const made = this.#make(id).catch(() => null);
    this.#pictures.set(id, made);
    for (const [oldest] of this.#pictures) {
      if (this.#pictures.size > most) this.#pictures.delete(oldest);
    }
    return made;
  }

  async #make(id: string): Promise<ImageBitmap | null> {
    const bytes = await uploadsOf(this.#session).bytes(id);
    if (!bytes) return null;
    const whole = await createImageBitmap(bytes, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longest / Math.max(whole.width, whole.height));
    const resizeWidth = Math.max(1, Math.round(whole.width * scale));
    const resizeHeight = Math.max(1, Math.round(whole.height * scale));
    const options = { resizeWidth, resizeHeight, resizeQuality: 'high' } as const;
    return createImageBitmap(whole, options).finally(() => whole.close());
  }
}

export const previewsOf = (session: Session): Previews =>
  session.store('previews', () => new Previews(session));
