import { render, type LitElement } from 'lit';
import { whenIdle } from './when-idle.js';

/** It changes nothing in the page, and nobody sees, hears or finds it. */
const unseen = `
  position: absolute;
  inset: 0 0 auto;
  display: flex;
  flex-direction: column;
  height: 600px;
  overflow: auto;
  visibility: hidden;
  contain: strict;
`;

/** What is drawn out of sight. */
export interface OutOfSight {
  /** What it is drawn for; once is enough for each. */
  readonly kind: object;
  /** Whether the thing itself has been drawn meanwhile. */
  readonly isLate: () => boolean;
  /** It may hold no element that stands elsewhere: that would leave its place. */
  readonly stage: () => unknown;
  readonly play: (root: ShadowRoot) => void;
}

const played = new WeakSet<object>();

/**
 * Draws something in a tag where nobody sees it, as the browser has time, and takes it away again.
 * The browser is slow to read a template, a font and a function at their first use; what is drawn
 * in earnest waits for none of them.
 */
export function drawOutOfSight({ shadowRoot }: LitElement, scene: OutOfSight): void {
  const { kind, isLate, stage, play } = scene;
  if (played.has(kind)) return;
  played.add(kind);
  whenIdle(() => {
    if (isLate()) return;
    const place = document.createElement('div');
    place.style.cssText = unseen;
    const root = place.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = shadowRoot!.adoptedStyleSheets;
    render(stage(), root);
    shadowRoot!.append(place);
    try {
      play(root);
    } finally {
      place.remove();
    }
  });
}
