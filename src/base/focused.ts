/** What has the focus, however deep; null where that is the page itself. */
export function focused(): HTMLElement | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) {
    ({ activeElement } = activeElement.shadowRoot);
  }
  return activeElement instanceof HTMLElement && activeElement !== document.body
    ? activeElement
    : null;
}
