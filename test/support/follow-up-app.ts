import { checkMessage, checkView } from '../../bot/local/block-kit-rules.ts';
import { LOCAL_TEAM } from '../../bot/local/local-members.ts';
import type { StoredMessage, StoredView } from '../../bot/local/workspace-state.ts';
import { productUseCases } from '../../bot/product-use-cases.ts';
import { saveOwner } from '../../bot/store/customer-owners.ts';
import { findMemberBySlackId } from '../../bot/store/members.ts';
import { importTable } from '../../bot/use-cases/import-table.ts';
import { ensureMember } from '../../bot/use-cases/members.ts';
import { refreshFollowUps } from '../../bot/use-cases/refresh-follow-ups.ts';
import { openDatabase, type TestDatabase } from './databases.ts';
import { IDLE_USE_CASES } from './idle-use-cases.ts';
import { type SlackAppHarness, startSlackApp } from './slack-app-harness.ts';
import { tableOf } from './table-reading.ts';
import { contentsOf, newContext, type TestContext } from './workspace.ts';

/** The running app with the product behind it: ACME and Prolog Ltd are Anna's, Log Cabin Homes is Lei's, Sam is an admin. */
export interface FollowUpApp {
  readonly harness: SlackAppHarness;
  /** The command line's, in the workspace of the app. */
  readonly context: TestContext;
  /** Types a command in #sales; the one answer, as Slack takes it. */
  ask(text: string, name?: string): Promise<StoredMessage>;
  press(place: StoredMessage | 'modal', action: string, name?: string): Promise<void>;
  submit(inputs?: Readonly<Record<string, string>>, name?: string): Promise<unknown>;
  /** The open window, as Slack takes it. */
  window(name?: string): StoredView;
  /** Rows of a table, as stored. */
  rows(table: string): Promise<Record<string, unknown>[]>;
  /** Makes everything as it was at the start. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on a PGlite of its own, on Thursday, 5 March 2026, 08:00 UTC; over HTTP now, since requests are signed with the time. */
export async function startFollowUpApp(mode: 'socket' | 'http' = 'socket'): Promise<FollowUpApp> {
  const database: TestDatabase = await openDatabase('pglite');
  const { db } = database;
  const start = () => (mode === 'http' ? new Date(Date.now() + 1000).toISOString() : '2026-03-05T08:00:00Z');
  const context = await newContext(db, LOCAL_TEAM.id);
  context.clock.set(start());
  const harness = await startSlackApp(mode, IDLE_USE_CASES, { db, clock: { now: () => context.clock.now() } });
  await fill(context);
  await reset();
  const settle = () => harness.settled();
  async function reset(): Promise<void> {
    for (const name of ['anna', 'lei', 'yijun', 'sam']) {
      const person = harness.slack.person(name);
      if (person.currentView() !== undefined) await person.closeView('all');
    }
    Object.assign(harness.useCases, productUseCases(db, context.clock, []));
    context.clock.set(start());
    for (const table of ['interaction', 'survey_result', 'member_action', 'follow_up'] as const)
      await db.deleteFrom(table).execute();
    await db.updateTable('customer').set({ last_contact_on: null, next_contact_on: null }).execute();
    await giveOwners(context);
  }
  return {
    harness,
    context,
    async ask(text, name = 'anna') {
      harness.seenBy(name);
      await harness.slack.person(name).command('/customer', text, { channel: 'C0SALES' });
      await settle();
      const [answer, ...more] = harness.seenBy(name);
      if (answer === undefined || more.length > 0) throw new Error(`${more.length + (answer ? 1 : 0)} answers.`);
      taken(checkMessage(answer));
      return answer;
    },
    async press(place, action, name = 'anna') {
      await harness.slack.person(name).clickButton(place, action);
      await settle();
    },
    async submit(inputs = {}, name = 'anna') {
      const outcome = await harness.slack.person(name).submitView(inputs);
      await settle();
      return outcome;
    },
    window(name = 'anna') {
      const view = harness.slack.person(name).currentView();
      if (view === undefined) throw new Error('No window is open.');
      taken(checkView(view.content));
      return view;
    },
    rows: async (table) => (await contentsOf(context, [table]))[table] as Record<string, unknown>[],
    reset,
    async stop() {
      await harness.stop();
      await database.close();
    },
  };
}

function taken(problems: readonly unknown[]): void {
  if (problems.length > 0) throw new Error(`Slack would refuse it: ${JSON.stringify(problems)}`);
}

async function fill(context: TestContext): Promise<void> {
  const { actor } = context;
  for (const [slackUserId, displayName] of [
    ['U0ANNA', 'Anna'],
    ['U0LEI', 'Lei'],
    ['U0SAM', 'Sam'],
  ] as const)
    await ensureMember(context, actor.workspaceId, { slackUserId, displayName, timeZone: 'UTC' }, []);
  await importTable(
    context,
    tableOf(
      { key: 'A-1', name: 'ACME', salesAmount: 900, paymentCollection: 0.9 },
      { key: 'P-1', name: 'Prolog Ltd', salesAmount: 500, paymentCollection: 0.9 },
      { key: 'L-1', name: 'Log Cabin Homes', salesAmount: 100, paymentCollection: 0.8 },
      { key: 'C-1', name: '春晖电子', salesAmount: 300, paymentCollection: 0.8 },
    ),
  );
}

/** Gives everybody their customers. */
async function giveOwners(context: TestContext): Promise<void> {
  const { db, actor } = context;
  await db.updateTable('member').set({ role: 'rep' }).where('slack_user_id', '<>', 'U0SAM').execute();
  const { customer = [] } = await contentsOf(context, ['customer']);
  for (const [slackUserId, keys] of [
    ['U0ANNA', ['A-1', 'P-1', 'C-1']],
    ['U0LEI', ['L-1']],
  ] as const) {
    const ownerId = (await findMemberBySlackId(db, actor.workspaceId, slackUserId))?.id ?? null;
    const ids = (customer as { id: string; key: string }[])
      .filter(({ key }) => (keys as readonly string[]).includes(key))
      .map(({ id }) => id);
    await saveOwner(db, actor.workspaceId, ids, { ownerId, ownerText: null }, context.clock.now());
  }
  await refreshFollowUps(context, 'all');
}

/** All text of a message or a window, a line each. */
export function wordsOf(content: object): string {
  const parts: string[] = [];
  JSON.stringify('content' in content ? content.content : content, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') parts.push(value);
    return value;
  });
  return parts.join('\n');
}
