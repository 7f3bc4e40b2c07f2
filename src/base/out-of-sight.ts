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

/**
 * Draws something in a tag where nobody sees it, as the browser has time, and takes it away again,
 * unless it is late by then: the thing itself has been drawn. The browser is slow to read a
 * template, a font and a function at their first use; what is drawn in earnest waits for none of
 * them. The stage may hold no element that stands elsewhere: it would leave its place.
 */
export function drawOutOfSight(
  { shadowRoot }: LitElement,
  isLate: () => boolean,
  stage: () => unknown,
  play: (root: ShadowRoot) => void,
): void {
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
