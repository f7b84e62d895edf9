/**
 * A process that pulls and pushes a connected sheet of its test's, as if it were the moment it is told, and ends. Prints the number of each
 * statement that is about to be made, `pulled` and `pushed`; stands still for good before the statement that it is told. Its
 * one argument is JSON: see {@link SheetProcess}.
 */
import type { KyselyPlugin } from 'kysely';
import { openSpreadsheets } from '../../bot/sheets/open-spreadsheets.ts';
import { pullSheet } from '../../bot/use-cases/pull-sheet.ts';
import { pushSheet } from '../../bot/use-cases/push-sheet.ts';
import type { RequestLimits } from '../../bot/use-cases/sheet-changes.ts';
import { connectTo } from './copied-databases.ts';
import { virtualClock } from './virtual-clock.ts';

/** What the process is told. */
export interface SheetProcess {
  /** A PostgreSQL's address or a data folder. */
  readonly where: string;
  readonly now: string;
  readonly workspaceId: string;
  readonly sheetId: string;
  /** Of Google's stand-in, with a slash at its end. */
  readonly googleUrl: string;
  /** Where the sign-in is kept. */
  readonly dataDir: string;
  readonly limits: RequestLimits;
  /** Null: it stands still nowhere. */
  readonly freezeAt: number | null;
}

const given: SheetProcess = JSON.parse(process.argv[2] ?? '');
const { dataDir, freezeAt, googleUrl, limits, now, sheetId, where, workspaceId } = given;
const print = (line: string) => void process.stdout.write(`${line}\n`);
const connection = await connectTo(where);
let statements = 0;
const counting: KyselyPlugin = {
  transformQuery({ node }) {
    statements += 1;
    print(`statement ${statements}`);
    if (statements === freezeAt) {
      print('frozen');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }
    return node;
  },
  transformResult: async ({ result }) => result,
};
const db = connection.db.withPlugin(counting);
const clock = virtualClock(now);
const google = { sheetsApiUrl: googleUrl, oauthUrl: googleUrl, keyFile: null };
const spreadsheets = await openSpreadsheets({ google, dataDir, db, clock });
const context = { db, clock, actor: { workspaceId, memberId: null, role: 'admin' } } as const;
await pullSheet(context, spreadsheets, sheetId);
print('pulled');
await pushSheet(context, spreadsheets, sheetId, limits);
print('pushed');
await connection.close();
