const focusable =
  'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable], audio[controls], video[controls]';

/** What the Tab key reaches, in its order, through every shadow. */
function* reached(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const isMeant =
      element.matches(focusable) && element.tabIndex >= 0 && !element.matches(':disabled');
    if (isMeant && element.checkVisibility({ visibilityProperty: true })) yield element;
    if (element.shadowRoot) yield* reached(element.shadowRoot);
  }
}

/** Keeps the Tab key within the panel: from its last stop it goes on to the first, and back. */
export function keepTabWithin(panel: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab' || event.defaultPrevented) return;
  const from = event.composedPath()[0];
  const stops = [...reached(panel)];
  const [first] = stops;
  const last = stops.at(-1);
  const isAtEnd = from === (event.shiftKey ? first : last) || (event.shiftKey && from === panel);
  if (!isAtEnd) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
