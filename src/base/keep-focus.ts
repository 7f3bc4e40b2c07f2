import type { LitElement } from 'lit';

/** Updates a tag; the focus never falls to the page: `land` takes it when what had it is gone. */
export function keepFocus(host: LitElement, land: () => void, update: () => void): void {
  const held = host.shadowRoot?.activeElement as HTMLElement | null | undefined;
  update();
  const { activeElement, body } = host.ownerDocument;
  if (!held || activeElement !== body) return;
  // A row that was put elsewhere in its list is still there, and has lost the focus.
  if (held.isConnected) held.focus({ preventScroll: true });
  else land();
}
