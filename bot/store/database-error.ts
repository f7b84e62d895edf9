/** What is wrong with the database, for the sentence that a person is told. */
export type DatabaseErrorCode =
  /** No server answers, or it is starting or stopping: worth another try. */
  | 'unreachable'
  /** The server refuses the user, the password or the database's name: trying again does not help. */
  | 'refused'
  /** PostgreSQL before 15. */
  | 'too-old'
  /** The database cannot hold every character, as UTF-8 can. */
  | 'wrong-encoding'
  /** The data folder is in use by another process that does not answer. */
  | 'folder-in-use'
  /** The data folder cannot be made, read or written. */
  | 'folder-unusable'
  /** There is no room left where the data folder is. */
  | 'disk-full'
  /** The process that has the data folder open went away, or took the connection back. */
  | 'connection-lost'
  /** A migration failed; nothing of it was kept. */
  | 'migration-failed'
  /** The database was migrated by a newer Tierbook. */
  | 'newer-database';

/** The database cannot be used; `detail` names the server, the folder or the migration, never a password. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  readonly detail: string;

  constructor(code: DatabaseErrorCode, detail: string, options?: ErrorOptions) {
    super(`${MESSAGES[code]} (${detail})`, options);
    this.name = 'DatabaseError';
    this.code = code;
    this.detail = detail;
  }
}

const MESSAGES: Readonly<Record<DatabaseErrorCode, string>> = {
  unreachable: 'The database does not answer.',
  refused: 'The database refuses the connection: check user, password and database name in DATABASE_URL.',
  'too-old': 'PostgreSQL 15 or later is needed.',
  'wrong-encoding': 'The database cannot hold Chinese beside other text: create it with encoding UTF8.',
  'folder-in-use': 'Another process uses the data folder and does not answer: stop it, then try again.',
  'folder-unusable': 'The data folder cannot be used: check TIERBOOK_DATA_DIR and its permissions.',
  'disk-full': 'The disk is full: make room where the data folder is, then try again.',
  'connection-lost': 'The running Tierbook that has the data folder open closed the connection: try again.',
  'migration-failed': 'The database could not be migrated; nothing was changed.',
  'newer-database': 'The database was made by a newer version of Tierbook: update Tierbook.',
};
