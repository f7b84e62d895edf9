import { expect, test } from 'vitest';
import { DatabaseError } from '../../../bot/store/database-error.ts';
import { isDiskFull } from '../../../bot/store/is-disk-full.ts';

const coded = (codes: object, cause?: unknown) => Object.assign(new Error('It failed.', { cause }), codes);

test.each([
  ['the file system', coded({ code: 'ENOSPC' }), true],
  ['PostgreSQL', coded({ code: '53100' }), true],
  ['SQLite', coded({ code: 'ERR_SQLITE_ERROR', errcode: 13 }), true],
  ['a cause', new DatabaseError('migration-failed', '001', { cause: coded({ code: '53100' }) }), true],
  ['the data folder', new DatabaseError('disk-full', '/data'), true],
  ['nobody: a busy database', coded({ code: 'ERR_SQLITE_ERROR', errcode: 5 }), false],
  ['nobody: a folder one may not read', coded({ code: 'EACCES' }), false],
  ['nobody: a text', 'ENOSPC', false],
])('that the disk is full is said by %s', (_, error, isFull) => {
  expect(isDiskFull(error)).toBe(isFull);
});
