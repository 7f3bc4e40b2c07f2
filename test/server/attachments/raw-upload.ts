import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { v7 as uuid } from 'uuid';
import type { Person } from '../../support/people.js';

/** Bytes written at once. */
const blockBytes = 65_536;

export interface RawHead {
  port: number;
  sender: Person;
  /** The lines that say how long the body is. */
  length: readonly string[];
}

/** An upload on a bare socket, which says of itself what it likes. */
export class RawUpload {
  /** Bytes of the body that the socket took. */
  sent = 0;
  #said = '';
  readonly #socket: Socket;
  readonly #answered: Promise<void>;
  readonly #closed: Promise<void>;

  private constructor(socket: Socket) {
    this.#socket = socket;
    // A server that has had enough may cut the line: that is an end like any other.
    socket.on('error', () => {});
    socket.on('data', (data) => (this.#said += data.toString('latin1')));
    this.#closed = new Promise((resolve) => socket.once('close', () => resolve()));
    const data = new Promise<void>((resolve) => socket.once('data', () => resolve()));
    this.#answered = Promise.race([data, this.#closed]);
  }

  /** Connects, and sends the head. */
  static async begin({ port, sender, length }: RawHead): Promise<RawUpload> {
    const socket = connect(port, '127.0.0.1');
    const upload = new RawUpload(socket);
    await once(socket, 'connect');
    const head = [
      `PUT /api/v1/attachments/${uuid()} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Authorization: ${sender.headers.authorization}`,
      'Content-Disposition: attachment; filename=raw.bin',
      ...length,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    return upload;
  }

  /**
   * Sends so many bytes of a body, or as many as the server bears.
   *
   * @param chunked in chunks, as RFC 9112, 7.1 has them
   */
  async pour(bytes: number, { chunked = false } = {}): Promise<void> {
    for (let left = bytes; left > 0 && this.#socket.writable; left -= blockBytes) {
      const block = Buffer.alloc(Math.min(left, blockBytes), 7);
      const size = `${block.byteLength.toString(16)}\r\n`;
      await this.#write(chunked ? Buffer.concat([latin(size), block, latin('\r\n')]) : block);
      this.sent += block.byteLength;
    }
  }

  async #write(block: Buffer): Promise<void> {
    if (this.#socket.write(block)) return;
    const drained = new Promise<void>((resolve) => this.#socket.once('drain', resolve));
    await Promise.race([drained, this.#closed]);
  }

  /** Resolves when the server has said something. */
  answered(): Promise<void> {
    return this.#answered;
  }

  /** The status of each answer, when the server has closed the line. */
  async closed(): Promise<number[]> {
    await this.#closed;
    return [...this.#said.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
  }

  /** Breaks the line. */
  async break(): Promise<void> {
    this.#socket.destroy();
    await this.#closed;
  }
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
