import { describe, expect, test } from 'vitest';
import { calendarBlocks, calendarDaysWindow, editCalendarWindow } from '../../../../bot/blocks/home/calendar-blocks.ts';
import { HOME_TABS, homeView } from '../../../../bot/blocks/home/home-frame.ts';
import type { HomePage } from '../../../../bot/blocks/home/home-page.ts';
import { memberBlocks, membersBlocks, ownersBlocks } from '../../../../bot/blocks/home/member-blocks.ts';
import {
  awayWindow,
  balanceWindow,
  editMemberWindow,
  handOverWindow,
  leaveWindow,
  linkOwnerWindow,
  readHandOver,
} from '../../../../bot/blocks/home/member-windows.ts';
import {
  choosePublishWindow,
  documentText,
  documentWindow,
  stabilityWindow,
} from '../../../../bot/blocks/home/publish-windows.ts';
import { schemesBlocks } from '../../../../bot/blocks/home/schemes-blocks.ts';
import { notPublishedWindow, readToPublish, simulationWindow } from '../../../../bot/blocks/home/simulation-window.ts';
import { workspaceBlocks, workspaceLanguageWindow } from '../../../../bot/blocks/home/workspace-blocks.ts';
import type { Block } from '../../../../bot/blocks/rich-text.ts';
import type { Viewer } from '../../../../bot/blocks/viewer.ts';
import { checkView } from '../../../../bot/local/block-kit-rules.ts';
import type { ListedMember } from '../../../../bot/use-cases/list-members.ts';
import type { SchemeToPublish } from '../../../../bot/use-cases/publish-scheme.ts';
import type { CalendarDate } from '../../../../core/calendar-date.ts';
import { compileScheme } from '../../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../../../core/grading/scheme.ts';
import { simulatePopulation } from '../../../../core/grading/simulate-population.ts';
import { accountValue } from '../../../../core/schemes/account-value.ts';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../../../core/schemes/built-in-schemes.ts';
import { medal } from '../../../../core/schemes/medal.ts';
import { LANGUAGES, type Language } from '../../../../core/text/language.ts';
import { believableCustomers } from '../../../support/believable-customers.ts';
import { HOSTILE_NAMES } from '../../../support/cards.ts';

const DAY = '2026-03-05' as CalendarDate;
const AT = new Date('2026-03-05T08:00:00Z');

function viewerOf(language: Language): Viewer {
  return { language, now: AT, today: DAY, dayOf: () => DAY, timeOf: () => '12:00' };
}

function nameAt(index: number): string {
  return HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? '';
}

function idAt(index: number): string {
  return `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`;
}

const MEMBERS = Array.from(
  { length: 200 },
  (_, index): ListedMember => ({
    id: idAt(index),
    slackUserId: `U0MEMBER${index}`,
    displayName: nameAt(index),
    realName: null,
    email: null,
    role: index % 3 === 0 ? 'admin' : 'rep',
    managerId: idAt((index + 1) % 200),
    timeZone: 'Asia/Shanghai',
    locale: 'zh-TW',
    listAt: 'off',
    dayMinutes: 480,
    country: 'DE-BY',
    setByHand: ['locale'],
    deactivatedAt: index % 7 === 0 ? AT : null,
    customers: 123_456,
    absences: [{ id: idAt(900), memberId: idAt(index), fromOn: DAY, toOn: DAY, coverId: idAt(1) }],
  }),
);
const OWNERS = Array.from({ length: 300 }, (_, index) => ({ text: `${nameAt(index)} ${index}`, customers: index }));
const LONG_SCHEME: Scheme = { ...accountValue, id: 'own', titles: { en: 'x'.repeat(500) } };
const TO_PUBLISH: SchemeToPublish = {
  use: 'customers',
  digest: 'a'.repeat(64),
  simulatedAt: AT,
  inUse: 'account-value 1',
};

function expectHome(page: HomePage, tab: (typeof HOME_TABS)[number], language: Language, blocks: Block[]): void {
  const frame = { language, page, tab, tabs: HOME_TABS };
  expect(blocks.length).toBeLessThan(99);
  expect(checkView(homeView(blocks, frame))).toEqual([]);
}

function simulationOf(before: Scheme, after: Scheme) {
  const rows = believableCustomers(accountValue, 60);
  const compiled = [before, after].map((scheme) =>
    compileScheme(
      fitScheme(
        scheme,
        rows.map((values) => ({ values })),
        { asOf: DAY, currency: null },
      ),
    ),
  );
  const [one, other] = compiled;
  if (one === undefined || other === undefined) throw new Error('There are two schemes.');
  const population = rows.map((values, index) => ({
    customer: { id: idAt(index), key: null, name: nameAt(index), owner: null },
    owner: { memberId: idAt(index), name: nameAt(index) },
    facts: { values },
  }));
  const { importance, simulation } = simulatePopulation(one, other, population, ({ memberId }) => memberId);
  return { before: one.fitted, after: other.fitted, importance, simulation };
}

describe.each(LANGUAGES)('pages for admins in %s', (language) => {
  const viewer = viewerOf(language);

  test.each([1, 10, 99])('two hundred members with any names fit, page %i', (page) => {
    expectHome({ kind: 'members', page }, 'members', language, membersBlocks(MEMBERS, 12_345, page, viewer));
    expectHome({ kind: 'owners', page }, 'members', language, ownersBlocks(OWNERS, page, viewer));
  });

  test('every member fits', () => {
    for (const member of MEMBERS.slice(0, 30)) {
      expectHome({ kind: 'member', id: member.id }, 'members', language, memberBlocks(member, MEMBERS, viewer));
      for (const window of [
        editMemberWindow(member, MEMBERS[1], 'zh-TW', language),
        awayWindow(member, language),
        leaveWindow({ member, customers: 5, shares: [] }, language),
        handOverWindow(
          { member, customers: 5, shares: MEMBERS.slice(0, 20).map((heir) => ({ heir, customers: 9, days: 1.5 })) },
          MEMBERS.slice(0, 20).map(({ id }) => id),
          language,
        ),
        linkOwnerWindow(nameAt(MEMBERS.indexOf(member)).slice(0, 2000), 3, language),
      ])
        expect(checkView(window)).toEqual([]);
    }
  });

  test('schemes with long titles and many segments fit', () => {
    const stage = {
      use: 'customers' as const,
      scheme: LONG_SCHEME,
      since: AT,
      gradedAt: AT,
      customers: new Map([
        ['A', 1_000_000],
        ['', 3],
      ]),
      before: { id: 'x', version: 9, titles: { en: 'y'.repeat(300) } },
    };
    const segments = Array.from({ length: 40 }, () => BUILT_IN_SEGMENT_SCHEMES).flat();
    expectHome(
      { kind: 'schemes' },
      'schemes',
      language,
      schemesBlocks({ stages: [stage, { ...stage, use: 'prospects', scheme: undefined }], segments }, viewer),
    );
    const own = Array.from({ length: 150 }, (_, index): Scheme => ({ ...LONG_SCHEME, id: `own-${index}` }));
    expect(checkView(choosePublishWindow(own, BUILT_IN_SCHEMES, 'customers', language))).toEqual([]);
    expect(checkView(choosePublishWindow([], BUILT_IN_SEGMENT_SCHEMES, 'segments', language))).toEqual([]);
    expect(checkView(stabilityWindow({ buffer: 0.125 }, 'customers', language))).toEqual([]);
  });

  test('a simulation fits, whoever moves', () => {
    const tiers = simulationOf(LONG_SCHEME, medal);
    expect(tiers.simulation.moverCount).toBeGreaterThan(10);
    const shown = { ...tiers, simulation: { ...tiers.simulation, movers: tiers.simulation.movers.slice(0, 10) } };
    const simulated = { toPublish: TO_PUBLISH, scheme: LONG_SCHEME, tiers: shown, segments: [] };
    expect(checkView(simulationWindow(simulated, language, { rollsBack: true }))).toEqual([]);
    expect(checkView(notPublishedWindow('Why.', TO_PUBLISH, language, { mayInsist: true }))).toEqual([]);
  });

  test('calendar and workspace fit', () => {
    const own = Array.from({ length: 20 }, () => ({ day: DAY, kind: 'off' as const, title: nameAt(12) }));
    const calendar = {
      country: 'DE',
      hasHolidays: true,
      weekend: [1, 2, 3, 4, 5, 6],
      dayMinutes: 480,
      ownDays: own,
      ownDayCount: 366,
      holidays: Array.from({ length: 8 }, (_, index) => ({ day: DAY, title: nameAt(index) })),
    };
    expectHome({ kind: 'calendar' }, 'calendar', language, calendarBlocks(calendar, viewer));
    expect(checkView(editCalendarWindow({ ...calendar, weekend: [] }, language))).toEqual([]);
    expect(checkView(calendarDaysWindow(language))).toEqual([]);
    const workspace = {
      language,
      customers: 1_000_000,
      samples: 300,
      gradedAt: AT,
      parked: {
        count: 12_345,
        latest: Array.from({ length: 10 }, (_, index) => ({
          id: idAt(index),
          kind: 'daily-list',
          target: 'U0ANNA',
          problem: nameAt(index) || 'x',
          name: nameAt(index + 3),
          on: DAY,
        })),
      },
      lastImport: { id: idAt(1), at: AT, added: 5000, canBeUndone: true },
      digests: MEMBERS.map((member) => ({ member, at: '08:00', channel: null })),
      digestTroubles: MEMBERS.map((member, index) => ({
        member,
        memberId: member.id,
        on: DAY,
        problem: nameAt(index) || 'x',
      })),
    };
    const service = { health: { database: true, slack: false }, version: '1.2.3', takesFiles: true };
    expectHome({ kind: 'workspace' }, 'workspace', language, workspaceBlocks(workspace, service, viewer));
    expect(checkView(workspaceLanguageWindow('zh-TW', language))).toEqual([]);
    const moves = MEMBERS.slice(2, 60).map((to, index) => ({
      customerId: to.id,
      name: nameAt(index),
      level: { stage: 'customer', tier: 'A' } as never,
      from: to,
      to,
    }));
    const stillOver = MEMBERS.slice(0, 50).map((member) => ({ member, days: 3.5 }));
    expect(checkView(balanceWindow({ moves, isFewest: false, stillOver }, language))).toEqual([]);
  });
});

describe('what buttons carry', () => {
  test('is read as it was written, and nothing else', () => {
    const [button] =
      JSON.stringify(simulationWindow({ toPublish: TO_PUBLISH, scheme: medal, tiers: null, segments: [] }, 'en')).match(
        /\{\\"use.*?\}/,
      ) ?? [];
    expect(readToPublish(JSON.parse(`"${button ?? ''}"`) as string)).toEqual(TO_PUBLISH);
    for (const other of ['', '{}', '{"use":"customers","digest":"x","at":1,"inUse":""}', 'null'])
      expect(readToPublish(other)).toBeUndefined();
    expect(readHandOver([idAt(1), idAt(2)].join(' '))).toEqual({ memberId: idAt(1), heirIds: [idAt(2)] });
    for (const other of ['', 'x', `${idAt(1)} x`]) expect(readHandOver(other)).toBeUndefined();
  });

  test.each(BUILT_IN_SCHEMES.map((scheme) => [scheme.id, scheme] as const))(
    'the document of %s comes back from its fields as it was',
    (_, scheme) => {
      const window = documentWindow(scheme, 'customers', 'en') ?? expect.fail();
      expect(checkView(window)).toEqual([]);
      const fields = window.blocks.flatMap((block) =>
        block.type === 'input' && 'element' in block && block.element.type === 'plain_text_input'
          ? [[block.block_id ?? '', (block.element.initial_value ?? '').trim()] as const]
          : [],
      );
      expect(JSON.parse(documentText(new Map(fields)))).toEqual(JSON.parse(JSON.stringify(scheme)));
    },
  );
});
