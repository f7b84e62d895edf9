import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSpreadsheets } from '../../bot/sheets/open-spreadsheets.ts';
import { saveSignIn } from '../../bot/sheets/token-file.ts';
import { connect } from '../../bot/store/connect.ts';
import { saveConnectedSheet } from '../../bot/store/connected-sheets.ts';
import type { Database } from '../../bot/store/database.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { newId } from '../../bot/store/new-id.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import { logContact } from '../../bot/use-cases/log-contact.ts';
import { pullSheet } from '../../bot/use-cases/pull-sheet.ts';
import { pushChanges, pushSheet } from '../../bot/use-cases/push-sheet.ts';
import type { Spreadsheets } from '../../bot/use-cases/spreadsheets.ts';
import { SPREADSHEET_ID, WRITER } from '../support/local-google.ts';
import { median } from '../support/median.ts';
import { keyed } from '../support/service-workspace.ts';
import { virtualClock } from '../support/virtual-clock.ts';
import { newContext } from '../support/workspace.ts';
import { withPostgres } from './bench-postgres.ts';
import { addBareTabs, type BareCalls, bareCalls } from './shared-sheet/bare-calls.ts';
import { CUSTOMERS } from './shared-sheet/customer-rows.ts';
import { type GoogleMachine, startGoogleMachine } from './shared-sheet/google-machine.ts';
import { type Measured, type Meter, meter, PUSH_PARTS, type PushPart } from './shared-sheet/measure.ts';

const OWN_COLUMNS = 7;

/** How often a push and the bare calls beside it are measured, by turns. */
const ROUNDS = 3;

/**
 * Prints what pulling and pushing a sheet of 100,000 customers asks of Google and takes, beside bare calls of googleapis that read the
 * same cells and write the same ones. The local Google runs in a process of its own, so that memory and the event loop are ours alone.
 */
export async function benchSharedSheet(): Promise<void> {
  await withPostgres(async (url) => {
    const database = await connect({ databaseUrl: url, dataDir: '' });
    await migrate(database.db);
    const machine = await startGoogleMachine();
    const { watched, measure } = meter(machine);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'tierbook-bench-'));
    const spreadsheets = watched(await open(machine, database.db, dataDir));
    const context = await newContext(database.db);
    const sheetId = await connectTab(context, machine);
    const pull = () => pullSheet(context, spreadsheets, sheetId);
    const push = () => pushSheet(context, spreadsheets, sheetId);
    const told = new Map<string, Measured[]>();
    const tell = async (name: string, run: () => Promise<unknown>): Promise<Measured> => {
      const measured = await measure(run);
      told.set(name, [...(told.get(name) ?? []), measured]);
      return measured;
    };
    await tell('first pull (import, grading)', pull);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await machine.ask({ kind: 'reset' });
      const ours = await tell('push of all', push);
      await addBareTabs(machine);
      rounds.push({ ours, bare: await measureBare(await bareCalls(machine), measure) });
    }
    await tell('push that finds nothing', push);
    await tell('push, nothing new', () => pushChanges(context, spreadsheets, sheetId));
    await tell('pull', pull);
    const bare = await bareCalls(machine);
    for (let round = 0; round < ROUNDS; round += 1) {
      await tell('pull, nothing new', pull);
      await tell('push, nothing new', () => pushChanges(context, spreadsheets, sheetId));
      await tell('bare read of all', () => bare.readAll());
    }
    await logContact(context, {
      customerId: await keyed(context, 'C-500'),
      method: 'phone',
      outcome: 'reached',
      source: 'cli',
    });
    await tell('push after one logged contact', () => pushChanges(context, spreadsheets, sheetId));
    printAll(told);
    printRounds(rounds);
    printPulls(told);
    await machine.close();
    await database.close();
    await rm(dataDir, { recursive: true });
  });
}

/** A push and the bare calls right after it. */
interface Round {
  readonly ours: Measured;
  readonly bare: Readonly<Record<PushPart, number>>;
}

async function measureBare(bare: BareCalls, measure: Meter['measure']): Promise<Round['bare']> {
  const msOf = async (run: () => Promise<void>): Promise<number> => (await measure(run)).ms;
  return {
    read: await msOf(bare.read),
    'read again': await msOf(bare.readAgain),
    write: await msOf(bare.write),
    'read back': await msOf(bare.readBack),
  };
}

function printAll(told: ReadonlyMap<string, readonly Measured[]>): void {
  console.log(`${CUSTOMERS} rows × 12 columns, ${OWN_COLUMNS} of Tierbook's, PostgreSQL; ms, medians`);
  console.log(
    `${''.padEnd(30)}${['all', 'Google', 'database', 'computing', 'block', 'busy'].map(column).join('')}  peak MB`,
  );
  for (const [name, runs] of told) {
    const keys = ['ms', 'googleMs', 'databaseMs', 'computingMs', 'blockMs', 'busyMs'] as const;
    const times = keys.map((key) => column(median(runs.map((one) => one[key])).toFixed(0))).join('');
    // the first: bare calls take memory too
    const { peakMb = 0, requests = '' } = runs[0] ?? {};
    console.log(`${name.padEnd(30)}${times}${String(peakMb).padStart(9)}  ${requests}`);
  }
}

function printRounds(rounds: readonly Round[]): void {
  console.log(`\npush of all, calls to Google; ms, medians of ${rounds.length} rounds, ours and bare ones by turns`);
  console.log(`${''.padEnd(30)}${['bare', 'ours', 'ratio'].map(column).join('')}`);
  const line = (name: string, bareOf: (round: Round) => number, oursOf: (round: Round) => number): void => {
    const [bare, ours] = [median(rounds.map(bareOf)), median(rounds.map(oursOf))];
    const ratio = median(rounds.map((round) => oursOf(round) / bareOf(round)));
    console.log(
      `${name.padEnd(30)}${[bare.toFixed(0), ours.toFixed(0), `${ratio.toFixed(2)} ×`].map(column).join('')}`,
    );
  };
  const same = ({ bare }: Round): number => PUSH_PARTS.reduce((sum, part) => sum + bare[part], 0);
  const once = ({ bare }: Round): number => bare.read + bare.write;
  for (const part of PUSH_PARTS)
    line(
      part,
      ({ bare }) => bare[part],
      ({ ours }) => ours.parts[part],
    );
  line('together (promised: 2 ×)', same, ({ ours }) => ours.googleMs);
  line('against read and write alone', once, ({ ours }) => ours.googleMs);
  line('all of the push', same, ({ ours }) => ours.ms);
}

function printPulls(told: ReadonlyMap<string, readonly Measured[]>): void {
  const bare = told.get('bare read of all') ?? [];
  for (const name of ['pull, nothing new', 'push, nothing new']) {
    const ratios = (told.get(name) ?? []).map(({ googleMs }, at) => googleMs / (bare[at]?.ms ?? googleMs));
    console.log(`${name}: calls to Google ${median(ratios).toFixed(2)} × a bare read of the same cells`);
  }
}

function column(text: string): string {
  return text.padStart(10);
}

async function open(machine: GoogleMachine, db: Database, dataDir: string): Promise<Spreadsheets> {
  const { url, signIn } = machine;
  await saveSignIn(dataDir, { account: WRITER, ...signIn, accessToken: null, expiresAtMs: null });
  const clock = virtualClock('2026-03-02T08:00:00Z');
  return openSpreadsheets({
    google: { sheetsApiUrl: `${url}/`, oauthUrl: `${url}/`, keyFile: null },
    dataDir,
    db,
    clock: {
      now: () => clock.now(),
      async wait(ms, signal) {
        await machine.ask({ kind: 'advance', ms });
        await clock.wait(ms, signal);
      },
    },
  });
}

async function connectTab({ db, actor, clock }: UseCaseContext, { tab }: GoogleMachine): Promise<string> {
  const id = newId(clock.now());
  await saveConnectedSheet(db, actor.workspaceId, {
    id,
    spreadsheetId: SPREADSHEET_ID,
    tabId: tab.id,
    spreadsheetTitle: 'Book',
    tabTitle: tab.title,
    language: 'en',
    hints: {},
    connectedBy: null,
    connectedAt: clock.now(),
  });
  return id;
}
