const growsItself = globalThis.CSS?.supports('field-sizing', 'content');

/** Gives a field the height of what is in it, with the next frame, where it does not grow itself. */
export function grow(field: HTMLTextAreaElement): void {
  if (growsItself) return;
  requestAnimationFrame(() => {
    field.style.setProperty('height', 'auto');
    const edges = field.offsetHeight - field.clientHeight;
    field.style.setProperty('height', `${field.scrollHeight + edges}px`);
  });
}
