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
 * Draws something in a tag where nobody sees it, as the browser has time, and takes it away again.
 * The browser is slow to read a template, a font and a function at their first use: what is drawn
 * in earnest then waits for none of them.
 */
export function drawOutOfSight(
  { shadowRoot }: LitElement,
  stage: () => unknown,
  play: (root: ShadowRoot) => void,
): void {
  whenIdle(() => {
    const place = document.createElement('div');
    place.style.cssText = unseen;
    const root = place.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = shadowRoot!.adoptedStyleSheets;
    render(stage(), root);
    shadowRoot!.append(place);
    play(root);
    place.remove();
  });
}
