import { isDeepStrictEqual } from 'node:util';
import type { Connection } from '../../bot/store/connect.ts';
import type { Database } from '../../bot/store/database.ts';
import { DatabaseError } from '../../bot/store/database-error.ts';

/** What can be read, and what it was and is to become. */
export interface Reading {
  readonly read: (db: Database) => Promise<unknown>;
  readonly before: unknown;
  readonly after: unknown;
}

/** Reads without pause through one connection, until it has seen what is to come. */
export class RestlessReader {
  /** Whatever was neither as before nor as after. */
  readonly mixtures: unknown[] = [];
  private readonly readings: readonly Reading[];
  private connection: Connection;
  private goOn: () => void = () => undefined;
  private readonly seenBefore = Promise.withResolvers<void>();
  private readonly reading: Promise<void>;

  constructor(connection: Connection, readings: readonly Reading[]) {
    this.connection = connection;
    this.readings = readings;
    this.reading = this.readOn();
  }

  /** Resolves when everything was seen as it was before. */
  seesBefore(): Promise<void> {
    return this.seenBefore.promise;
  }

  /** Reads through another connection from now on, if the old one is lost. */
  async moveTo(connection: Connection): Promise<void> {
    const old = this.connection;
    this.connection = connection;
    await old.close();
    this.goOn();
  }

  /** Resolves when everything was seen as it is to be; nobody reads any more then. */
  async seesAll(): Promise<void> {
    await this.reading;
    await this.connection.close();
  }

  private async readOn(): Promise<void> {
    for (let isDone = false; !isDone; ) {
      const connection = this.connection;
      try {
        isDone = await this.look(connection.db);
      } catch (error) {
        // The killed process was the way to the data folder.
        if (!(error instanceof DatabaseError && error.code === 'connection-lost')) throw error;
        if (this.connection === connection) await new Promise<void>((resolve) => (this.goOn = resolve));
      }
    }
  }

  private async look(db: Database): Promise<boolean> {
    let isAllOld = true;
    let isAllNew = true;
    for (const { read, before, after } of this.readings) {
      const seen = await read(db);
      const isOld = isDeepStrictEqual(seen, before);
      const isNew = isDeepStrictEqual(seen, after);
      if (!isOld && !isNew) this.mixtures.push(seen);
      isAllOld &&= isOld;
      isAllNew &&= isNew;
    }
    if (isAllOld) this.seenBefore.resolve();
    return isAllNew;
  }
}
