/** Taken at load, before a page's other scripts can put something in their place. */
export const { Headers, Request, Response, URL } = globalThis;

export const nativeFetch = globalThis.fetch?.bind(globalThis);
