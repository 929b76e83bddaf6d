/** The server's end of an emulated connection: a stream that Node's TLS takes for a socket. */
import { Duplex } from 'node:stream';

import type { Sender } from '#tests/bench/link/downlink.ts';

export class ServerSocket extends Duplex {
  readonly remoteAddress = '127.0.0.1';
  readonly #sender: Sender;

  constructor(sender: Sender) {
    super();
    this.#sender = sender;
  }

  override _read(): void {
    // What the browser sends is pushed as it arrives.
  }

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#sender.write(bytes, done);
  }

  override _final(done: () => void): void {
    this.#sender.end();
    done();
  }

  // What HTTP/2 asks of a socket besides, and a stream need not answer.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  setTimeout(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}
