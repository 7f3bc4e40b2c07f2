import { readFile } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import type { Auth } from '../authentication.js';
import type { S3Options } from '../files/s3-files.js';

/** What stops the start. Its message is one sentence for the person who started the server. */
export class StartRefusal extends Error {}

export interface Settings {
  port: number;
  host: string;
  /** The directory of the embedded database, of its lock, and of what the demo keeps. */
  directory: string;
  /** PostgreSQL in place of the embedded database. */
  postgres?: { url: string; migrationUrl?: string };
  /** A bucket for attachments in place of the database. */
  s3?: S3Options;
  /** Undefined if neither a secret nor keys are given. */
  auth?: Auth;
  sites: string[];
  publishedSites: string[];
  boardSites: string[];
  origins: string[];
}

type Environment = Record<string, string | undefined>;

/** Reads the environment; the page "Run the backend" says what each variable means. */
export async function readSettings(environment: Environment, demo: boolean): Promise<Settings> {
  const { DATABASE_URL: url, MIGRATION_DATABASE_URL: migrationUrl } = environment;
  const auth = await readAuth(environment);
  const s3 = readS3(environment);
  return {
    port: readPort(environment.PORT || '8787'),
    host: environment.HOST || '127.0.0.1',
    directory: environment.TASKCHAT_DATA || (demo ? '.taskchat/demo' : '.taskchat/data'),
    ...(url && { postgres: { url, ...(migrationUrl && { migrationUrl }) } }),
    ...(s3 && { s3 }),
    ...(auth && { auth }),
    sites: list(environment.TASKCHAT_SITES),
    publishedSites: list(environment.TASKCHAT_PUBLISHED_SITES),
    boardSites: list(environment.TASKCHAT_BOARD_SITES),
    origins: list(environment.TASKCHAT_ORIGINS),
  };
}

const list = (text = ''): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new StartRefusal('PORT must be a whole number from 0 to 65535.');
}

/** All of the bucket or nothing: a part of it is a mistake. */
function readS3(environment: Environment): S3Options | undefined {
  const { TASKCHAT_S3_ENDPOINT: endpoint = '', TASKCHAT_S3_BUCKET: bucket = '' } = environment;
  const { TASKCHAT_S3_KEY_ID: accessKeyId = '', TASKCHAT_S3_SECRET: secretAccessKey = '' } =
    environment;
  const given = [endpoint, bucket, accessKeyId, secretAccessKey].filter((value) => value !== '');
  if (given.length === 0) return undefined;
  if (given.length < 4 || !/^https?:\/\/[^/]/.test(endpoint)) {
    throw new StartRefusal(
      'For a bucket, set TASKCHAT_S3_ENDPOINT to its URL, and TASKCHAT_S3_BUCKET, ' +
        'TASKCHAT_S3_KEY_ID and TASKCHAT_S3_SECRET.',
    );
  }
  const region = environment.TASKCHAT_S3_REGION || 'us-east-1';
  return { endpoint, bucket, region, accessKeyId, secretAccessKey };
}

async function readAuth(environment: Environment): Promise<Auth | undefined> {
  const { TASKCHAT_SECRET: secret, TASKCHAT_JWKS: jwks } = environment;
  if (secret && jwks) throw new StartRefusal('Set TASKCHAT_SECRET or TASKCHAT_JWKS, not both.');
  if (jwks) return { jwks: /^https?:\/\//.test(jwks) ? new URL(jwks) : await readKeys(jwks) };
  if (!secret) return undefined;
  if (Buffer.byteLength(secret) < 32) {
    throw new StartRefusal('TASKCHAT_SECRET is too short: a secret must have at least 32 bytes.');
  }
  return { secret };
}

async function readKeys(file: string): Promise<JSONWebKeySet> {
  try {
    const keys: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (isKeySet(keys)) return keys;
  } catch {
    // Missing, unreadable or no JSON: for the reader of the sentence below it is the same.
  }
  throw new StartRefusal('TASKCHAT_JWKS must be the URL or the file of a JSON Web Key Set.');
}

const isKeySet = (value: unknown): value is JSONWebKeySet =>
  typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys);
