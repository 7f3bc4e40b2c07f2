import { LocalizeController, registerTranslation } from '@shoelace-style/localize';
import type { ReactiveControllerHost } from 'lit';
import en from '../locales/en.js';
import type { Words } from '../locales/en.js';

// The first language registered is the one that fills the gaps of all others.
registerTranslation(en);

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
