import { noChange, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { Upload, Uploads } from '../../../stores/files/uploads.js';

type Draw = (files: readonly Upload[]) => TemplateResult;

/** Draws the files of a message that waits, as they go; nothing around them is drawn again. */
class WaitingFiles extends AsyncDirective {
  #uploads: Uploads | undefined;
  #ids: readonly string[] = [];
  #draw: Draw | undefined;
  #leave: (() => void) | undefined;

  override render(uploads: Uploads, ids: readonly string[], draw: Draw): unknown {
    this.#ids = ids;
    this.#draw = draw;
    if (uploads !== this.#uploads) this.#leave?.();
    this.#uploads = uploads;
    if (this.isConnected) this.#follow();
    return this.#drawn();
  }

  protected override disconnected(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  protected override reconnected(): void {
    this.#follow();
    this.setValue(this.#drawn());
  }

  #follow(): void {
    this.#leave ??= this.#uploads?.subscribe(() => this.setValue(this.#drawn()));
  }

  /** Once they are sent they are forgotten here, a moment before the server's copy comes. */
  #drawn(): unknown {
    const files = this.#ids.map((id) => this.#uploads?.find(id));
    const known = files.filter((file) => file !== undefined);
    return known.length === files.length ? this.#draw?.(known) : noChange;
  }
}

export const waitingFiles = directive(WaitingFiles);
