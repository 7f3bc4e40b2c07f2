import { writeFile } from 'node:fs/promises';
import { committedDocument, generatedDocument } from './openapi-document.js';

/** Writes the OpenAPI document: `npm run contract`, after every change of the contract. */
await writeFile(committedDocument, await generatedDocument());
