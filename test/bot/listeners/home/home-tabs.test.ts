import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTION } from '../../../../bot/blocks/action-ids.ts';
import { homeTabs } from '../../../../bot/listeners/home/home-tabs.ts';
import type { Services } from '../../../../bot/listeners/services.ts';
import { checkView } from '../../../../bot/local/block-kit-rules.ts';
import type { Role } from '../../../../bot/use-cases/context.ts';
import type { RepDay } from '../../../../bot/use-cases/rep-day.ts';
import type { WorkspaceOverview } from '../../../../bot/use-cases/workspace-overview.ts';
import { anyCard } from '../../../support/cards.ts';
import { IDLE_USE_CASES } from '../../../support/idle-use-cases.ts';
import { contactOf, QUIET_DAY } from '../../../support/rep-days.ts';
import { type SlackAppHarness, startSlackApp } from '../../../support/slack-app-harness.ts';

const ANNA = '01890000-0000-7000-8000-00000000000a';
const TO_DAY = `${ACTION.homePage}_day`;
const TO_WORKSPACE = `${ACTION.homePage}_workspace`;

const QUIET_WORKSPACE: WorkspaceOverview = {
  language: 'en',
  customers: 0,
  samples: 0,
  gradedAt: undefined,
  parked: { count: 0, latest: [] },
  lastImport: null,
  digests: [],
  digestTroubles: [],
};

describe('the Home tab', () => {
  let harness: SlackAppHarness;
  let day: RepDay = QUIET_DAY;
  let role: Role = 'rep';
  beforeAll(async () => {
    harness = await startSlackApp(
      'socket',
      { ...IDLE_USE_CASES, recogniseMember: async (workspaceId) => ({ workspaceId, memberId: ANNA, role }) },
      { clock: { now: () => new Date('2026-03-05T08:30:00Z') } },
    );
  });
  afterAll(() => harness.stop());
  beforeEach(() => {
    role = 'rep';
    day = { ...QUIET_DAY, customers: 3, today: [contactOf('ACME & <!here>')] };
    harness.useCases.planRepDay = async () => day;
    harness.useCases.workspaceOverview = async () => ({ ...QUIET_WORKSPACE, samples: 300 });
  });

  function contentOf(name: string) {
    const { content } = harness.slack.person(name).home() ?? {};
    if (content !== undefined) expect(checkView(content)).toEqual([]);
    return content;
  }

  async function homeOf(name: string): Promise<string> {
    await harness.settled();
    return JSON.stringify(contentOf(name)?.['blocks'] ?? '');
  }

  async function open(name: string): Promise<string> {
    await harness.slack.person(name).openHome();
    return homeOf(name);
  }

  async function press(name: string, action: string): Promise<string> {
    await harness.slack.person(name).clickButton('home', action);
    return homeOf(name);
  }

  test('has the day of who opens it, and one quiet line when nothing is to be done', async () => {
    expect(await open('anna')).toContain('ACME & <!here>');
    day = { ...QUIET_DAY, customers: 3 };
    expect(await open('anna')).toContain('Nothing is due today.');
  });

  test('says to somebody without a book that there is nobody to contact, in the reader’s language', async () => {
    day = { ...QUIET_DAY, customers: 0, today: [], done: [] };
    expect(await open('lei')).toContain('您名下没有客户');
  });

  test('follows what its reader does, and leaves who has not opened it alone', async () => {
    await open('anna');
    day = { ...QUIET_DAY, customers: 3, today: [contactOf('After')] };
    await harness.slack.person('anna').command('/followups', '', { channel: 'C0SALES' });
    expect(await homeOf('anna')).toContain('After');
    await harness.slack.person('yijun').command('/followups', '', { channel: 'C0SALES' });
    expect(await homeOf('yijun')).toBe('""');
  });

  test('has buttons for the pages that the reader’s role may see', async () => {
    expect(await open('anna')).not.toContain(TO_WORKSPACE);
    role = 'admin';
    expect(await open('anna')).toContain(TO_WORKSPACE);
  });

  test('goes to the page of the button that was pressed, and stays there when something was done elsewhere', async () => {
    role = 'admin';
    await open('anna');
    expect(await press('anna', TO_WORKSPACE)).toContain('300 sample customers');
    harness.useCases.workspaceOverview = async () => QUIET_WORKSPACE;
    await harness.slack.person('anna').command('/followups', '', { channel: 'C0SALES' });
    expect(await homeOf('anna')).toContain('No sample customers');
    expect(await open('anna')).toContain('No sample customers');
    expect(await press('anna', TO_DAY)).toContain('ACME');
  });

  test('shows their day to who may no longer see the page', async () => {
    role = 'admin';
    await open('anna');
    await press('anna', TO_WORKSPACE);
    role = 'manager';
    expect(await press('anna', TO_WORKSPACE)).toContain('ACME');
    expect(await homeOf('anna')).not.toContain('sample customers');
    expect(contentOf('anna')?.['private_metadata']).toBe('{"kind":"day"}');
  });

  test('shows the page that was asked for although something else stood there by then', async () => {
    role = 'admin';
    await open('anna');
    harness.slack.failNext('views.publish', { error: 'hash_conflict' });
    expect(await press('anna', TO_WORKSPACE)).toContain('300 sample customers');
    expect(harness.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('stands still while its reader types into a menu of it', async () => {
    await open('anna');
    const before = harness.slack.person('anna').home()?.hash;
    await harness.slack.person('anna').suggestions('home', ACTION.findCustomer, 'ac');
    await harness.settled();
    expect(harness.slack.person('anna').home()?.hash).toBe(before);
  });

  test('tells Slack which view a page was asked for in, and which it brings up to date', async () => {
    role = 'admin';
    await open('anna');
    const shown = () => harness.slack.person('anna').home()?.hash;
    const sent = () =>
      harness.slack.traffic.entries.flatMap((entry) =>
        entry.kind === 'call' && entry.method === 'views.publish' ? [entry.arguments['hash']] : [],
      );
    const first = shown();
    await press('anna', TO_WORKSPACE);
    expect(sent().at(-1)).toBe(first);
    const second = shown();
    await harness.slack.person('anna').command('/followups', '', { channel: 'C0SALES' });
    await harness.settled();
    expect(sent().at(-1)).toBe(second);
  });

  test('leaves alone what another process has shown since', async () => {
    await open('anna');
    harness.slack.failNext('views.publish', { error: 'hash_conflict' });
    day = { ...QUIET_DAY, customers: 3, today: [contactOf('After')] };
    await harness.slack.person('anna').command('/followups', '', { channel: 'C0SALES' });
    expect(await homeOf('anna')).not.toContain('After');
  });

  test('opens windows from the list of the day', async () => {
    await open('anna');
    const [card] = fc.sample(anyCard, { numRuns: 1, seed: 1 });
    harness.useCases.showCustomer = async () => card && { ...card, name: 'ACME' };
    harness.useCases.proposeContact = async () => null;
    await press('anna', `${ACTION.logContact}_1`);
    expect(JSON.stringify(harness.slack.person('anna').currentView()?.content)).toContain('ACME');
    await harness.slack.person('anna').closeView();
    harness.useCases.showCustomer = async () => undefined;
    await press('anna', `${ACTION.logContact}_1`);
    expect(JSON.stringify(harness.slack.person('anna').currentView()?.content)).toContain('is no longer');
    await harness.slack.person('anna').closeView();
    expect(harness.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('says so when a page cannot be put together, and keeps its buttons', async () => {
    role = 'admin';
    await open('anna');
    harness.useCases.workspaceOverview = () => Promise.reject(new Error('no database'));
    const failed = await press('anna', TO_WORKSPACE);
    expect(failed).toContain('This page could not be shown. Open it again in a moment.');
    expect(harness.log.splice(0).map(({ msg }) => msg)).toContain('a page of the Home tab failed');
    harness.useCases.workspaceOverview = async () => ({ ...QUIET_WORKSPACE, samples: 300 });
    expect(await press('anna', TO_WORKSPACE)).toContain('300 sample customers');
  });

  test('says so when it is not known who looks', async () => {
    const { recogniseMember } = harness.useCases;
    harness.useCases.recogniseMember = () => Promise.reject(new Error('no database'));
    expect(await open('anna')).toContain('could not be shown');
    harness.useCases.recogniseMember = recogniseMember;
    expect(await open('anna')).toContain('ACME');
  });
});

test('a Home tab is shown as whom its reader asked last: from another workspace of a company, then from this one', async () => {
  const services = {
    workspace: { id: 'T1', enterpriseId: null },
    clock: { now: () => new Date('2026-03-05T08:30:00Z') },
    people: { find: async () => ({ language: 'en', timeZone: 'UTC', profile: { slackUserId: 'U1' } }) },
    useCases: {
      ...IDLE_USE_CASES,
      recogniseMember: async (workspaceId: string) => ({ workspaceId, memberId: ANNA, role: 'rep' }),
      planRepDay: async () => ({ ...QUIET_DAY, customers: 3, today: [contactOf('Acme')] }),
    },
  } as unknown as Services;
  const shown: string[] = [];
  const tabs = homeTabs(services, async (_, view) => {
    shown.push(JSON.stringify(view.blocks));
    return undefined;
  });
  for (const teamId of ['T2', 'T1', 'T2']) {
    await tabs.show({ userId: 'U1', teamId, enterpriseId: null }, { kind: 'day' });
  }
  expect(shown.map((blocks) => blocks.includes('Acme'))).toEqual([false, true, false]);
});
