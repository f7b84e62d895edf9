import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SheetsFault } from '../../../bot/local/sheets-api/planned-faults.ts';
import { openDatabase, type TestDatabase } from '../../support/databases.ts';
import { openSharedBook, sentencesOf, undisturbedRun } from '../../support/shared-book.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase('pglite');
});
afterAll(() => database.close());

/** Longer than requests are tried again. */
const times = 1_000;

/** What befalls the n-th request of a run; several faults take turns, so that each meets reads and writes. */
const FAULTS: Readonly<Record<string, readonly SheetsFault[]>> = {
  'a refusal': [{ status: 403 }, { status: 404 }, { status: 400 }],
  'a failure for good': [
    { status: 429, times },
    { status: 503, times },
  ],
  'an answer that is lost after it was done, and silence from then on': [{ cut: true, applied: true, times }],
  'a sign-in that holds no longer': [{ status: 401, times }],
  'a passing failure': [{ status: 429 }, { cut: true }, { status: 503 }, { status: 500, applied: true }],
};

describe.each([
  ['a sheet that is new', false, 20_000],
  ['a sheet that is new and long', false, 2],
  ['a sheet in which everybody has changed something', true, 20_000],
])('%s', (_, isKnown, rows) => {
  const how = { isKnown, limits: { rows, bytes: 2_000_000 } };

  let undisturbed: unknown;
  let requests = 0;

  beforeAll(async () => {
    const run = await undisturbedRun(database.db, how);
    expect(run.errors).toEqual([]);
    ({ requests, state: undisturbed } = run);
  });

  test('is left alone by a second run', async () => {
    const book = await openSharedBook(database.db, how);
    await book.sync();
    const { changeCount } = book.shared.workbook;
    expect(await book.sync()).toEqual([]);
    expect(book.shared.workbook.changeCount).toBe(changeCount);
    expect(await book.state()).toEqual(undisturbed);
    await book.close();
  });

  test.each(Object.entries(FAULTS))(
    '%s at any request leaves nothing twice, lost or half done',
    async (_name, turns) => {
      for (let nth = 1; nth <= requests; nth += 1) {
        const fault = turns[(nth + Number(isKnown)) % turns.length] ?? {};
        const book = await openSharedBook(database.db, how);
        const { faults } = book.shared.google.api;
        faults.plan('any', { ...fault, nth });
        const errors = await book.sync();
        if (fault.times !== undefined) expect(errors, `request ${nth}`).not.toEqual([]);
        for (const sentence of errors.flatMap(sentencesOf)) expect(sentence).not.toBe('');
        faults.clear();
        expect(await book.sync(), `request ${nth}`).toEqual([]);
        expect(await book.state(), `request ${nth}`).toEqual(undisturbed);
        await book.close();
      }
    },
  );
});
