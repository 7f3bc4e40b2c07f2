/** A difference in pixels that is no rounding. */
const off = 2;

/**
 * An ancestor with a transform, a filter or containment holds what is fixed: the launcher would move
 * with it, and be clipped. It then goes to the top layer, which lies above every `z-index`. What the
 * observer measures costs the page no layout.
 */
export function letStand(launcher: HTMLElement): () => void {
  const look: IntersectionObserverCallback = ([entry]) => {
    const { boundingClientRect: box, rootBounds: page } = entry ?? {};
    if (!box?.width || !page) return;
    const { bottom, right } = getComputedStyle(launcher);
    const isHeld = (gap: number, wanted: string): boolean =>
      Math.abs(gap - Number.parseFloat(wanted)) > off;
    if (isHeld(page.bottom - box.bottom, bottom) || isHeld(page.right - box.right, right)) {
      launcher.popover = 'manual';
      // Not shown for a moment: WebKit leaves with its ancestor what it does not draw anew.
      void getComputedStyle(launcher).display;
      launcher.showPopover();
      sight.disconnect();
    }
  };
  // Of the document, so that its edges are told also in a frame of another site.
  const sight = new IntersectionObserver(look, { root: document });
  sight.observe(launcher);
  return () => {
    sight.disconnect();
    launcher.removeAttribute('popover');
  };
}
