/** A file that the page has handed to the person. */
interface Saved {
  readonly name: string;
  readonly text: string;
}

/** What a person finds in the downloads: the page's own link is followed by the test instead. */
export function downloads(): { readonly files: Saved[]; leave(): void } {
  const files: Saved[] = [];
  const take = (event: Event): void => {
    const [link] = event.composedPath();
    if (!(link instanceof HTMLAnchorElement) || !link.download) return;
    event.preventDefault();
    const { href, download: name } = link;
    void fetch(href).then(async (answer) => {
      // As bytes, so that the byte order mark is seen.
      const bytes = new Uint8Array(await answer.arrayBuffer());
      files.push({ name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) });
    });
  };
  document.addEventListener('click', take, true);
  return { files, leave: () => document.removeEventListener('click', take, true) };
}
