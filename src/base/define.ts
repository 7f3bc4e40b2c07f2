/** A custom element class that knows the name it is published under, without any prefix. */
export interface TagClass extends CustomElementConstructor {
  readonly tag: string;
}

/**
 * Registers `tag` under its own name, or under `<prefix>-<its name>`. A name that is taken is
 * left alone, so that a second copy of this library, or the host's own element, breaks nothing.
 * On a server, where there is no registry, it does nothing.
 */
export function define(tag: TagClass, prefix = ''): void {
  if (typeof customElements === 'undefined') return;
  const name = prefix ? `${prefix}-${tag.tag}` : tag.tag;
  if (customElements.get(name)) return;
  // A class can be registered once only; another prefix needs a class of its own.
  customElements.define(name, prefix ? class extends tag {} : tag);
}

/** The name under which a sibling of `host` is registered: the same prefix, another tag. */
export function siblingName(host: Element, { tag }: { readonly tag: string }): string {
  const own = (host.constructor as TagClass).tag;
  return host.localName.slice(0, -own.length) + tag;
}
