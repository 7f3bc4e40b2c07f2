import assert from 'node:assert/strict';
import { v7 as uuid } from 'uuid';
import type { Attachment, AttachmentLink } from '../../src/contract/attachment.js';
import type { Answer, Person } from './people.js';

const base64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

/** A picture of each type that may be shown, with its size in pixels. */
export const pictures: Record<string, { bytes: Uint8Array; width: number; height: number }> = {
  'image/png': {
    bytes: base64(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    ),
    ...{ width: 1, height: 1 },
  },
  'image/gif': {
    bytes: base64('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'),
    ...{ width: 1, height: 1 },
  },
  'image/jpeg': {
    bytes: base64(
      '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    ),
    ...{ width: 1, height: 1 },
  },
  'image/webp': {
    bytes: base64('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA='),
    ...{ width: 1, height: 1 },
  },
  'image/avif': {
    bytes: base64(
      'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAAB0AAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAAIAAAACAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQ0MAAAAABNjb2xybmNseAACAAIAAYAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAACVtZGF0EgAKCBgANogQEAwgMg8f8D///8WfhwB8+ErK42A=',
    ),
    ...{ width: 2, height: 2 },
  },
};

export const png = pictures['image/png']?.bytes ?? assert.fail('No PNG.');

export const textFile = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface Sending {
  id?: string;
  name?: string;
  /** `Content-Disposition` as it stands, in place of the name. */
  disposition?: string;
  headers?: Record<string, string>;
}

/** Uploads bytes as a browser would. */
export function send(
  sender: Person,
  bytes: Uint8Array<ArrayBufferLike> | ReadableStream<Uint8Array>,
  { id = uuid(), name = 'proof.png', disposition, headers = {} }: Sending = {},
): Promise<Answer<Attachment>> {
  const named = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return sender.putRaw<Attachment>(`/attachments/${id}`, bytes as BodyInit, {
    'content-type': 'application/octet-stream',
    'content-disposition': disposition ?? named,
    ...(bytes instanceof Uint8Array && { 'content-length': String(bytes.byteLength) }),
    ...headers,
  });
}

/** An upload that is taken. */
export const upload = async (
  sender: Person,
  bytes: Uint8Array<ArrayBufferLike> = png,
  sending: Sending = {},
): Promise<Attachment> => (await send(sender, bytes, sending)).body;

export const linkTo = async (reader: Person, id: string): Promise<AttachmentLink> =>
  (await reader.get<AttachmentLink>(`/attachments/${id}`)).body;

/** Follows a link as a tag in a page does: without a token. */
export const follow = (reader: Person, { url }: AttachmentLink): Promise<Response> =>
  reader.send(`/${url}`, { method: 'GET' });

/** A file as somebody gets it. */
export const download = async (reader: Person, id: string): Promise<Response> =>
  follow(reader, await linkTo(reader, id));

export const bytesOf = async (response: Response): Promise<Buffer> =>
  Buffer.from(await response.arrayBuffer());
