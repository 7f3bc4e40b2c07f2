import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';
import type { AttachmentLinks } from '../../stores/files/attachment-links.js';

/** Pixels around the view within which a picture is fetched. */
const ahead = '200px';

/**
 * Fills an `<img>` with an attachment once it comes near the view. Its link lives for minutes:
 * when it does not lead there, another one is asked for, once.
 */
class LinkedPicture extends AsyncDirective {
  #image: HTMLImageElement | undefined;
  #links: AttachmentLinks | undefined;
  #id = '';
  #renewed = false;
  #sight: IntersectionObserver | undefined;

  override render(_links: AttachmentLinks, _id: string): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [links, id]: [AttachmentLinks, string]): unknown {
    if (id === this.#id && links === this.#links) return noChange;
    this.#image ??= this.#listen(element as HTMLImageElement);
    this.#image.removeAttribute('src');
    this.#image.hidden = false;
    this.#links = links;
    this.#id = id;
    this.#renewed = false;
    this.#watch();
    return noChange;
  }

  protected override disconnected(): void {
    this.#sight?.disconnect();
  }

  protected override reconnected(): void {
    if (!this.#image?.hasAttribute('src')) this.#watch();
  }

  #listen(image: HTMLImageElement): HTMLImageElement {
    image.addEventListener('error', () => void this.#failed());
    return image;
  }

  #watch(): void {
    this.#sight?.disconnect();
    this.#sight = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#sight?.disconnect();
        void this.#fill((links, id) => links.get(id));
      },
      { rootMargin: ahead },
    );
    if (this.#image) this.#sight.observe(this.#image);
  }

  async #fill(ask: (links: AttachmentLinks, id: string) => Promise<string>): Promise<void> {
    const id = this.#id;
    const address = await ask(this.#links!, id).catch(() => '');
    if (id !== this.#id || !this.#image) return;
    if (address) this.#image.src = address;
    else this.#image.hidden = true;
  }

  /** What lies under the picture shows that it cannot be had. */
  async #failed(): Promise<void> {
    if (this.#renewed) this.#image!.hidden = true;
    else await this.#fill((links, id) => links.renew(id));
    this.#renewed = true;
  }
}

export const linkedPicture = directive(LinkedPicture);
