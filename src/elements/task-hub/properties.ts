type Tag = CustomElementConstructor & { readonly prototype: HTMLElement };

/** The attributes that are texts, by their properties. */
const texts = {
  endpoint: 'endpoint',
  tokenUrl: 'token-url',
  site: 'site',
  signInUrl: 'sign-in-url',
  locale: 'locale',
  placement: 'placement',
  offset: 'offset',
};

const switches = { open: 'open', liveBadge: 'live-badge' };

export const attributes = [...Object.values({ ...texts, ...switches }), 'label', 'unread'];

const property = (tag: Tag, name: string, get: Getter, set: Setter): unknown =>
  Object.defineProperty(tag.prototype, name, { configurable: true, enumerable: true, get, set });

type Getter = (this: HTMLElement) => unknown;
type Setter = (this: HTMLElement, value: never) => void;

/** Gives a class the properties that reflect its attributes, as `declare` has told of them. */
export function reflect(tag: Tag): void {
  for (const [name, attribute] of Object.entries(texts)) {
    property(
      tag,
      name,
      function () {
        return this.getAttribute(attribute) ?? '';
      },
      function (value: string) {
        this.setAttribute(attribute, value);
      },
    );
  }
  for (const [name, attribute] of Object.entries(switches)) {
    property(
      tag,
      name,
      function () {
        return this.hasAttribute(attribute);
      },
      function (value: boolean) {
        this.toggleAttribute(attribute, value);
      },
    );
  }
}

/** What a page has set before the tag was known stands in the way of its properties. */
export function upgrade(element: HTMLElement): void {
  for (const [name, value] of Object.entries(element)) {
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}
