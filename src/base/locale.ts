import {
  LocalizeController,
  registerTranslation,
  type FunctionParams,
} from '@shoelace-style/localize';
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
  readonly #terms = new Map<string, string>();

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

  /** A row has the words of the one above it: each is looked up once an update. */
  override term<Key extends keyof Words>(key: Key, ...args: FunctionParams<Words[Key]>): string {
    const asked = [this.lang(), key, ...args].join('\n');
    const known = this.#terms.get(asked);
    if (known !== undefined) return known;
    const words = super.term(key, ...args);
    this.#terms.set(asked, words);
    return words;
  }

  /** The page may have another language, or a language words. */
  hostUpdate(): void {
    this.#asked = undefined;
    this.#terms.clear();
  }

  /** `rtl` when the words run so; the page's own direction is inherited without us. */
  wordsDirection(): 'rtl' | undefined {
    return this.term('$dir') === 'rtl' ? 'rtl' : undefined;
  }
}
