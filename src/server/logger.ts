/** What the server needs of a logger; pino fits. Neither tokens nor bodies are ever passed. */
export interface Logger {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * An error without what hangs on it: the database's errors carry the values of the query, and
 * with them what people wrote.
 */
export const describeError = (error: unknown): object =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack, code: codeOf(error) }
    : { message: String(error) };

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

export const silentLogger: Logger = { warn: () => {}, error: () => {} };
