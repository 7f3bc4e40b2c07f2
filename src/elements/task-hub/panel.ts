import { focused } from '../../base/focused.js';

/** Below this there is no room for a panel beside the page: it becomes a sheet over all of it. */
const phone = '(max-width: 600px), (max-height: 480px)';

/**
 * Shows the dialog in the top layer, where no ancestor clips or moves it: beside the page, which
 * stays in use, or on a phone over all of it, as a modal one. The browser's own way back closes a
 * modal dialog where there is such a way (CloseWatcher), and touches no history.
 */
export class Panel {
  readonly #panel: HTMLDialogElement;
  /** Gets the focus when what had it before is gone. */
  readonly #launcher: HTMLElement;
  #before: HTMLElement | null = null;
  #media: MediaQueryList | undefined;

  constructor(panel: HTMLDialogElement, launcher: HTMLElement) {
    this.#panel = panel;
    this.#launcher = launcher;
  }

  get isShown(): boolean {
    return this.#panel.matches(':popover-open, :modal');
  }

  get holdsFocus(): boolean {
    return this.#panel.matches(':focus-within');
  }

  /** Leaves the focus where it is unless it `takesFocus`, as far as the browser lets it. */
  show(takesFocus: boolean): void {
    this.#before = takesFocus ? focused() : null;
    this.#media ??= matchMedia(phone);
    this.#media.addEventListener('change', this.#change);
    this.#place(takesFocus);
  }

  hide(): void {
    const { holdsFocus } = this;
    const before = this.#before;
    this.#media?.removeEventListener('change', this.#change);
    this.#remove();
    if (!holdsFocus) return;
    (before?.isConnected ? before : this.#launcher).focus();
  }

  readonly #change = (): void => {
    const held = this.holdsFocus ? focused() : null;
    this.#remove();
    this.#place(held !== null);
    held?.focus();
  };

  #place(takesFocus: boolean): void {
    const panel = this.#panel;
    if (this.#media?.matches) {
      panel.showModal();
    } else {
      panel.popover = 'manual';
      // The focus goes to nothing in a dialog that is inert.
      panel.inert = !takesFocus;
      panel.showPopover();
      panel.inert = false;
    }
    if (takesFocus) panel.focus();
  }

  #remove(): void {
    const panel = this.#panel;
    if (panel.open) panel.close();
    else if (this.isShown) panel.hidePopover();
    panel.removeAttribute('popover');
  }
}
