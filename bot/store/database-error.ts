import { DATABASE_ERROR_TEXT, type DatabaseErrorCode } from '../../core/text/database-error-text.ts';

/** The database cannot be used; `detail` names the server, the folder or the migration, never a password. `core/text` has the sentence for a person. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  readonly detail: string;

  constructor(code: DatabaseErrorCode, detail: string, options?: ErrorOptions) {
    super(DATABASE_ERROR_TEXT.en[code](detail), options);
    this.name = 'DatabaseError';
    this.code = code;
    this.detail = detail;
  }
}
