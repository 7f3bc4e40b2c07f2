import { html, render, type LitElement, type TemplateResult } from 'lit';
import { keysWords } from '../locales/en/keys.js';
import { crossIcon } from './icons.js';
import { keyListStyles } from './key-list.styles.js';
import { addStyles } from './later.js';
import { speak, type Locale } from './locale.js';

/** Keys, with a space between those that go together or stand for one another, and what they do. */
export type KeyMeaning = readonly [keys: string, meaning: string];

interface KeyListHost extends LitElement {
  readonly locale: Locale;
}

const styled = new WeakSet<LitElement>();

const line = ([keys, meaning]: KeyMeaning): TemplateResult => html`
  <dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd>`)}</dt>
  <dd>${meaning}</dd>
`;

const content = (list: readonly KeyMeaning[], locale: Locale): TemplateResult => html`
  <form method="dialog">
    <header>
      <h3>${locale.term('keys')}</h3>
      <button class="button quiet square" aria-label=${locale.term('closeKeys')}>
        ${crossIcon()}
      </button>
    </header>
    <dl>${list.map(line)}</dl>
  </form>
`;

/** Shows which keys a tag knows. Escape closes the list; the focus goes back to where it was. */
export function showKeys(host: KeyListHost, list: readonly KeyMeaning[]): void {
  if (!styled.has(host)) addStyles(host, keyListStyles);
  styled.add(host);
  const { activeElement } = host.shadowRoot!;
  const dialog = document.createElement('dialog');
  dialog.className = 'key-list';
  dialog.part = 'key-list';
  dialog.ariaLabel = host.locale.term('keys');
  dialog.setAttribute('closedby', 'any');
  // The keys of what lies beneath, and of the page, do not work from here.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => {
    dialog.remove();
    (activeElement as HTMLElement | null)?.focus({ preventScroll: true });
  });
  render(content(list, host.locale), dialog);
  // In the frame words run as they should.
  host.renderRoot.querySelector('.frame')?.append(dialog);
  dialog.showModal();
}

speak(keysWords);
