export function readThrough(chat?: Element): Promise<string>;
