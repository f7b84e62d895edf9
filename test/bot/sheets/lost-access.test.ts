import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SheetsFault } from '../../../bot/local/sheets-api/planned-faults.ts';
import { openDatabase, type TestDatabase } from '../../support/databases.ts';
import { openSharedBook, type SharedBook, sentencesOf, undisturbedRun } from '../../support/shared-book.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase('pglite');
});
afterAll(() => database.close());

/** Longer than requests are tried again. */
const times = 1_000;

/** Time-outs that nobody waits for: they have passed once Google has taken a request that it will not answer. */
let pending: AbortController[] = [];

beforeEach(() => {
  pending = [];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const controller = new AbortController();
    pending.push(controller);
    return controller.signal;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function openBook(isKnown: boolean): Promise<SharedBook> {
  const book = await openSharedBook(database.db, { isKnown });
  const { traffic } = book.shared.google.api;
  const add = traffic.add.bind(traffic);
  vi.spyOn(traffic, 'add').mockImplementation((entry) => {
    add(entry);
    if (entry.status !== null) return;
    for (const controller of pending.splice(0)) controller.abort(new DOMException('Too late.', 'TimeoutError'));
  });
  return book;
}

/** What befalls the n-th request of a run, those for tokens included: what was asked may have been done and may not. */
const SILENCES: readonly SheetsFault[] = [
  { hang: true },
  { hang: true, applied: true },
  { hang: true, times },
  { hang: true, applied: true, times },
];

/** When the person takes back their consent: during a request, while a token is got anew, before the answer to what was done is lost. */
const REVOKED: readonly ((takeBack: () => void) => SheetsFault)[] = [
  (before) => ({ before }),
  (before) => ({ before, status: 401 }),
  (after) => ({ after, cut: true, applied: true }),
];

/** They take turns, so that each meets reads and writes; `npm run test:kills` lets each befall every request. */
function turnsOf<T>(all: readonly T[], nth: number): readonly T[] {
  return process.env['TIERBOOK_KILLS'] === undefined ? all.slice(nth % all.length, (nth % all.length) + 1) : all;
}

describe.each([
  ['a sheet that is new', false],
  ['a sheet in which everybody has changed something', true],
])('%s', (_, isKnown) => {
  let undisturbed: unknown;
  let requests = 0;

  beforeAll(async () => {
    const run = await undisturbedRun(database.db, { isKnown });
    expect(run.errors).toEqual([]);
    ({ requests, state: undisturbed } = run);
  });

  test('an answer that never comes, to any request, leaves nothing twice, lost or half done', async () => {
    for (let nth = 1; nth <= requests; nth += 1) {
      for (const fault of turnsOf(SILENCES, nth + Number(isKnown))) {
        const book = await openBook(isKnown);
        const { faults } = book.shared.google.api;
        faults.plan('any', { ...fault, nth });
        const errors = await book.sync();
        if (fault.times !== undefined) expect(errors, `request ${nth}`).not.toEqual([]);
        for (const error of errors) {
          expect(['timed-out', 'unreachable']).toContain((error as { code: string }).code);
          for (const sentence of sentencesOf(error)) expect(sentence).not.toBe('');
        }
        faults.clear();
        expect(await book.sync(), `request ${nth}`).toEqual([]);
        expect(await book.state(), `request ${nth}`).toEqual(undisturbed);
        await book.close();
      }
    }
  });

  test('consent that is taken back at any request: the sentence says to sign in, and then all is as it should be', async () => {
    for (let nth = 1; nth < requests; nth += 1) {
      for (const faultOf of turnsOf(REVOKED, nth + Number(isKnown))) {
        const book = await openBook(isKnown);
        const { shared } = book;
        shared.google.api.faults.plan('any', { ...faultOf(() => shared.takeBackConsent()), nth });
        const errors = await book.sync();
        shared.google.api.faults.clear();
        if (nth < requests - 1) expect(errors, `request ${nth}`).not.toEqual([]);
        for (const sentence of errors.flatMap(sentencesOf)) expect(sentence).toContain('sheets login');
        await shared.signIn();
        expect(await book.sync(), `request ${nth}`).toEqual([]);
        expect(await book.state(), `request ${nth}`).toEqual(undisturbed);
        await book.close();
      }
    }
  });
});
