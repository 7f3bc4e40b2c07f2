import { LocalizeController, registerTranslation } from '@shoelace-style/localize';
import type { ReactiveControllerHost } from 'lit';
import { common, language } from '../locales/en.js';
import type { Words } from '../locales/en.js';

const english = { ...language };

/**
 * Adds a tag's own words. English fills the gaps of all other languages: the library of words falls
 * back to the very object that was registered first, so every tag's words go into that one.
 */
export const speak = (words: object): void => registerTranslation(Object.assign(english, words));

speak(common);

type LocaleHost = ReactiveControllerHost &
  HTMLElement & { readonly providedLocale?: string | undefined };

/** The words of an element: in its own `lang`, else the provider's `locale`, else the page's. */
export class Locale extends LocalizeController<Words> {
  override lang(): string {
    return this.host.lang || (this.host as LocaleHost).providedLocale || super.lang();
  }

  /** `rtl` when the words run so; the page's own direction is inherited without us. */
  wordsDirection(): 'rtl' | undefined {
    return this.term('$dir') === 'rtl' ? 'rtl' : undefined;
  }
}
