/**
 * What a page of somebody else does with links: shows each of them as `tag`. Says for each that
 * ends by itself that it has, and whether it was shown; a download ends elsewhere.
 */
globalThis.embed = (tag, links) => {
  for (const link of links) {
    const element = document.createElement(tag);
    const end = (shown) =>
      globalThis.ended(link, shown ? [element.naturalWidth, element.naturalHeight] : null);
    element.addEventListener('load', () => end(true));
    element.addEventListener('error', () => end(false));
    element.src = link;
    document.body.append(element);
  }
};
