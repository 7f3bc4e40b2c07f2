const growsItself = globalThis.CSS?.supports('field-sizing', 'content');

/** Gives a field the height of what is in it, with the next frame, where it does not grow itself. */
export function grow(field: HTMLTextAreaElement): void {
  if (growsItself) return;
  requestAnimationFrame(() => {
    const place = field.parentElement!;
    // What stands above it keeps its room: with more of it, a browser cuts off how far it is scrolled.
    place.style.setProperty('min-height', `${place.offsetHeight}px`);
    field.style.setProperty('height', 'auto');
    const edges = field.offsetHeight - field.clientHeight;
    field.style.setProperty('height', `${field.scrollHeight + edges}px`);
    place.style.removeProperty('min-height');
  });
}
