import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { Previews } from '../../stores/files/previews.js';

/**
 * Draws the picture of a file that was picked here. A canvas, since the policy of a host's page
 * may not let `blob:` addresses in.
 */
class Preview extends Directive {
  #drawn = '';

  override render(_previews: Previews, _id: string): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [previews, id]: [Previews, string]): unknown {
    if (id !== this.#drawn) void this.#draw(element as HTMLCanvasElement, previews, id);
    return noChange;
  }

  async #draw(canvas: HTMLCanvasElement, previews: Previews, id: string): Promise<void> {
    this.#drawn = id;
    const picture = await previews.get(id);
    if (this.#drawn !== id) return;
    canvas.hidden = !picture;
    if (!picture) return;
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
  }
}

export const preview = directive(Preview);
