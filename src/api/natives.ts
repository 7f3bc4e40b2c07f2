/** Taken at load, before a page's other scripts can put something in their place. */
export const { Headers, Request, Response, URL, XMLHttpRequest } = globalThis;

export const nativeFetch = globalThis.fetch?.bind(globalThis);

/** What a token passes through. None of it is there on a server. */
const { open, send, setRequestHeader } = XMLHttpRequest?.prototype ?? {};
export const nativeXhr = { open, send, setRequestHeader };
