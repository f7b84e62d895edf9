import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { type CopiedDatabase, newDatabase, withDatabase } from '../../support/copied-databases.ts';
import { openDatabase, type TestDatabase } from '../../support/databases.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { bookState, changeBook, typeBook } from '../../support/shared-book.ts';
import { openSharedSheet, type SharedSheet } from '../../support/shared-sheet.ts';
import type { SheetProcess } from '../../support/sheet-process.ts';
import { type WatchedProcess, watchProcess } from '../../support/watched-process.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

/** How often PostgreSQL sees two processes killed, PGlite half as often; `npm run test:kills` makes it many. */
const KILLS = Number(process.env['TIERBOOK_KILLS'] ?? 2);
const SEED = 20_261_126;
const PATIENCE_MS = 300_000;
/** Customers beside the book's own: enough for several requests of one push. */
const MORE = 60;
const LIMITS = { rows: 12, bytes: 2_000_000 };
const WORKSPACE = 'TKILLED';
const [FIRST, FIRST_AGAIN, SECOND, SECOND_AGAIN] = [
  '2026-03-05T09:00:00.000Z',
  '2026-03-05T09:20:00.000Z',
  '2026-03-05T10:00:00.000Z',
  '2026-03-05T10:20:00.000Z',
] as const;

/** Where a process is killed: before a statement, or when Google has done what a request asks and not answered yet; a part of the way. */
interface Point {
  readonly at: 'statement' | 'request';
  readonly part: number;
}

const random = seededRandom(SEED);
const point = (): Point => ({ at: random() < 0.5 ? 'statement' : 'request', part: random() });
const POINTS = Array.from({ length: KILLS }, (_, number) => ({ number, first: point(), second: point() }));

/** How many statements and requests a process makes. */
interface Length {
  readonly statement: number;
  readonly request: number;
}

describe.each(['pglite', 'postgres'] as const)('a pull and push whose process is killed (%s)', (kind) => {
  let template: CopiedDatabase;
  let quota: TestDatabase;
  let undisturbed: unknown;
  let lengths: readonly [Length, Length];

  beforeAll(async () => {
    template = await newDatabase(kind);
    await withDatabase(template.where, migrate);
    quota = await openDatabase('pglite');
    const book = await openBook();
    lengths = [await book.sync(FIRST), (await book.change(), await book.sync(SECOND))];
    undisturbed = await book.state();
    await book.close();
  }, PATIENCE_MS);
  afterAll(async () => {
    await quota.close();
    await template.drop();
  });

  test('would write in several requests, the first time and the second', () => {
    for (const { statement, request } of lengths) {
      expect(statement).toBeGreaterThan(20);
      expect(request).toBeGreaterThan(8);
    }
  });

  test.each(POINTS.slice(0, kind === 'pglite' ? Math.ceil(KILLS / 2) : KILLS))(
    'ends, with the next process, as if nothing had happened: kill $number, at a $first.at, then at a $second.at',
    async ({ first, second }) => {
      const book = await openBook();
      await book.killed(FIRST, first, lengths[0]);
      await book.sync(FIRST_AGAIN);
      await book.change();
      await book.killed(SECOND, second, lengths[1]);
      await book.sync(SECOND_AGAIN);
      expect(await book.state()).toEqual(undisturbed);
      const { changeCount } = book.shared.workbook;
      await book.sync('2026-03-05T10:30:00.000Z');
      expect(book.shared.workbook.changeCount).toBe(changeCount);
      await book.close();
    },
    PATIENCE_MS,
  );

  async function openBook() {
    const database = await template.copy();
    const shared: SharedSheet = await openSharedSheet(quota.db);
    typeBook(shared, MORE);
    const within = <T>(work: (context: TestContext) => Promise<T>) =>
      withDatabase(database.where, (db) => work(contextOn(db)));
    const sheetId = await withDatabase(database.where, async (db) => {
      const context = await newContext(db, WORKSPACE);
      return (await shared.connect(context)).id;
    });
    const start = (now: string, freezeAt: number | null): WatchedProcess => {
      const { dataDir, google } = shared;
      // the minute of the requests before is over
      google.advance(20 * 60_000);
      const given: SheetProcess = {
        where: database.where,
        now,
        workspaceId: WORKSPACE,
        sheetId,
        googleUrl: `${google.api.url}/`,
        dataDir,
        limits: LIMITS,
        freezeAt,
      };
      return watchProcess('sheet-process.ts', [JSON.stringify(given)]);
    };
    return {
      shared,
      change: () => within((context) => changeBook(context, shared, MORE)),
      state: () => within((context) => bookState(context, shared)),
      /** Runs to its end. */
      async sync(now: string): Promise<Length> {
        const { traffic } = shared.google.api;
        const before = traffic.count();
        const running = start(now, null);
        expect(await running.ended).toBe(0);
        expect(running.lines.at(-1)).toBe('pushed');
        const statement = running.lines.filter((line) => line.startsWith('statement')).length;
        return { statement, request: traffic.count() - before };
      },
      /** Is killed on its way. */
      async killed(now: string, { at, part }: Point, length: Length): Promise<void> {
        const nth = 1 + Math.floor(part * length[at]);
        const victim = start(now, at === 'statement' ? nth : null);
        const { faults, traffic } = shared.google.api;
        if (at === 'request') {
          faults.plan('any', { nth, hang: true, applied: true, times: 1_000 });
          const [add, last] = [traffic.add.bind(traffic), traffic.count() + nth];
          vi.spyOn(traffic, 'add').mockImplementation((entry) => {
            add(entry);
            if (traffic.count() === last) victim.kill();
          });
        } else {
          expect(await victim.reached((line) => line === 'frozen')).toBe('frozen');
          victim.kill();
        }
        expect(await victim.ended).toBeNull();
        faults.clear();
        vi.restoreAllMocks();
      },
      async close() {
        await shared.close();
        await database.drop();
      },
    };
  }
});

function contextOn(db: Database): TestContext {
  let now = new Date(SECOND);
  const clock = {
    now: () => now,
    set(iso: string) {
      now = new Date(iso);
    },
  };
  return { db, clock, actor: { workspaceId: WORKSPACE, memberId: null, role: 'admin' } };
}
