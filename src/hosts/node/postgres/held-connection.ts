/**
 * A connection of the pool as one request holds it. One that broke while nobody used it (the server was started again, a firewall forgot
 * it) says so at the first word, and another one takes its place: that first word is always one that may be said twice (the beginning of
 * a transaction, a read, or an empty statement before a write that stands alone). Nothing after it is ever repeated here, least of all a
 * commit: whether it was done is found out by whoever asks again with the same key.
 */
import { CompiledQuery, type DatabaseConnection, type Driver, type TransactionSettings } from 'kysely';
import { DatabaseError } from 'pg';

import { connections } from '#hosts/node/postgres/open-pool.ts';

/** What the server says of a connection that it gives up; what is not from the server is about the connection, too. */
const lost = /^(08|57P0)/;
const isLost = (error: unknown): boolean => !(error instanceof DatabaseError) || lost.test(error.code ?? '');

/** Milliseconds: a connection that broke says so at once, and a network that swallows everything is not asked again. */
const atOnce = 1_000;

export class HeldConnection {
  readonly #driver: Driver;
  /** Null once it was given back. */
  #own: DatabaseConnection | null;
  #isProven = false;

  private constructor(driver: Driver, own: DatabaseConnection) {
    this.#driver = driver;
    this.#own = own;
  }

  static async take(driver: Driver): Promise<HeldConnection> {
    return new HeldConnection(driver, await driver.acquireConnection());
  }

  get current(): DatabaseConnection {
    if (!this.#own) throw new Error('Failed to use a connection: there is none any more.');
    return this.#own;
  }

  begin(settings: TransactionSettings): Promise<void> {
    return this.#prove((own) => this.#driver.beginTransaction(own, settings));
  }

  async execute<Row>(query: CompiledQuery) {
    const ask = (own: DatabaseConnection) => own.executeQuery<Row>(query);
    if (this.#isProven) return ask(this.current);
    if (query.query.kind === 'SelectQueryNode') return this.#prove(ask);
    await this.#prove((own) => own.executeQuery(CompiledQuery.raw('')));
    return ask(this.current);
  }

  async release(): Promise<void> {
    const own = this.#own;
    this.#own = null;
    if (own) await this.#driver.releaseConnection(own);
  }

  /** Note: where one broke, all that were idle did, so as many are passed over as the pool may hold. */
  async #prove<Result>(say: (own: DatabaseConnection) => Promise<Result>): Promise<Result> {
    for (let others = connections; ; others -= 1) {
      const askedAt = performance.now();
      try {
        const result = await say(this.current);
        this.#isProven = true;
        return result;
      } catch (error) {
        if (others === 0 || !isLost(error) || performance.now() - askedAt > atOnce) throw error;
      }
      await this.#replace();
    }
  }

  async #replace(): Promise<void> {
    // Note: what cannot even be rolled back is not given to anybody again; the pool would not notice by itself.
    await this.#driver.rollbackTransaction(this.current).catch(() => undefined);
    await this.release();
    this.#own = await this.#driver.acquireConnection();
  }
}
