import { LocalizeController, registerTranslation } from '@shoelace-style/localize';
import type { ReactiveControllerHost } from 'lit';
import { common, language } from '../locales/en/common.js';
import type { Words } from '../locales/words.js';

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
  #asked: string | undefined;
  #lang = '';

  /** English for a language without words: its numbers and dates must fit the words around them. */
  override lang(): string {
    const { lang: own, providedLocale } = this.host as LocaleHost;
    const asked = own || providedLocale || '';
    // Each word asks for it, and to find it takes longer than to find the word.
    if (asked !== this.#asked) {
      const lang = (asked || super.lang()).replace(/_/g, '-');
      this.#asked = asked;
      this.#lang = this.exists('retry', { lang }) ? lang : language.$code;
    }
    return this.#lang;
  }

  /** The page may have another language, or a language words. */
  hostUpdate(): void {
    this.#asked = undefined;
  }

  /** `rtl` when the words run so; the page's own direction is inherited without us. */
  wordsDirection(): 'rtl' | undefined {
    return this.term('$dir') === 'rtl' ? 'rtl' : undefined;
  }
}
