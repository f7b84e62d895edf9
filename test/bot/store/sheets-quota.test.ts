import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeSheetsTurn } from '../../../bot/store/sheets-quota.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';

const START = Date.parse('2026-03-02T08:00:00Z');
const at = (ms: number) => new Date(START + ms);
const NEVER = at(1e10);
const newAccount = () => `${randomUUID()}@example.com`;

describeOnBothDatabases('the turns of a Google account', (open) => {
  test('are at once until the quota is used up, and then when the oldest has grown old', async () => {
    const db = await open();
    const account = newAccount();
    const quota = { requests: 3, perMs: 60_000 };
    const turns: number[] = [];
    for (const now of [0, 10, 20, 30, 40, 70_000, 70_001]) {
      const turn = await takeSheetsTurn(db, account, 'write', quota, { now: at(now), latest: NEVER });
      turns.push((turn?.getTime() ?? Number.NaN) - START);
    }
    expect(turns).toEqual([0, 10, 20, 60_000, 60_010, 70_000, 120_000]);
  });

  test('are counted apart for reads and writes and for each account', async () => {
    const db = await open();
    const account = newAccount();
    const quota = { requests: 1, perMs: 60_000 };
    const now = at(0);
    await takeSheetsTurn(db, account, 'write', quota, { now, latest: NEVER });
    expect(await takeSheetsTurn(db, account, 'read', quota, { now, latest: NEVER })).toEqual(now);
    expect(await takeSheetsTurn(db, newAccount(), 'write', quota, { now, latest: NEVER })).toEqual(now);
  });

  test('are not taken when they would come too late', async () => {
    const db = await open();
    const account = newAccount();
    const quota = { requests: 1, perMs: 60_000 };
    await takeSheetsTurn(db, account, 'read', quota, { now: at(0), latest: NEVER });
    for (let asked = 0; asked < 3; asked += 1) {
      expect(await takeSheetsTurn(db, account, 'read', quota, { now: at(1), latest: at(59_999) })).toBeUndefined();
    }
    const turn = await takeSheetsTurn(db, account, 'read', quota, { now: at(1), latest: at(60_000) });
    expect(turn).toEqual(at(60_000));
  });

  test('are never two for one place, however many processes ask at once', async () => {
    const db = await open();
    const account = newAccount();
    const quota = { requests: 4, perMs: 1_000 };
    const asked = Array.from({ length: 20 }, () =>
      takeSheetsTurn(db, account, 'write', quota, { now: at(0), latest: NEVER }),
    );
    const turns = (await Promise.all(asked)).map((turn) => (turn?.getTime() ?? 0) - START).toSorted((a, b) => a - b);
    expect(turns).toEqual(Array.from({ length: 20 }, (_, index) => 1_000 * Math.floor(index / 4)));
  });

  test('never exceed the quota in any stretch of time', async () => {
    const db = await open();
    const quota = { requests: 5, perMs: 1_000 };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(300), { maxLength: 30 }), async (pauses) => {
        const account = newAccount();
        const turns: number[] = [];
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          const turn = await takeSheetsTurn(db, account, 'read', quota, { now: at(now), latest: NEVER });
          turns.push((turn?.getTime() ?? 0) - START);
          expect(turns.at(-1)).toBeGreaterThanOrEqual(now);
        }
        for (const turn of turns) {
          expect(turns.filter((one) => one >= turn && one < turn + quota.perMs).length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 15 },
    );
  });
});
