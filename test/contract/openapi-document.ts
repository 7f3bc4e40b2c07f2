import { format } from 'prettier';
import { openApiDocument } from '../../src/contract/openapi.js';

/** The document as it is committed. */
export const committedDocument = new URL('../../src/contract/openapi.json', import.meta.url);

/** The document as the contract says, in the form in which it is committed. */
export const generatedDocument = (): Promise<string> =>
  format(JSON.stringify(openApiDocument()), { parser: 'json', printWidth: 100 });
