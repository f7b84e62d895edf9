import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandUsage } from '../../../bot/blocks/command-usage.ts';
import { readFollowUpValue } from '../../../bot/blocks/follow-up-button.ts';
import { followUpList } from '../../../bot/blocks/follow-up-list.ts';
import type { Viewer } from '../../../bot/blocks/viewer.ts';
import { localDay, localTime } from '../../../bot/clock.ts';
import { blockCharacters, checkMessage } from '../../../bot/local/block-kit-rules.ts';
import { blocksAsText } from '../../../bot/local/block-text.ts';
import { jsonObjects } from '../../../bot/local/json-object.ts';
import { addDays } from '../../../core/calendar-date.ts';
import { FOLLOW_UP_LIST_TEXT } from '../../../core/text/follow-up-list-text.ts';
import { LANGUAGES, type Language } from '../../../core/text/language.ts';
import { markupTexts, mentions } from '../../support/cards.ts';
import { anyRepDay, contactOf, QUIET_DAY } from '../../support/rep-days.ts';

const NOW = new Date('2026-03-05T08:30:00Z');
const THURSDAY = QUIET_DAY.date;

/** What a person reads, without the buttons. */
function textOf(blocks: readonly object[]): string {
  const read = blocks.filter((block) => !('type' in block) || block.type !== 'actions');
  return blocksAsText(jsonObjects(read), { userName: (id) => id, channelName: (id) => id }).text;
}

function viewerIn(language: Language): Viewer {
  const dayOf = (moment: Date) => localDay(moment, 'UTC');
  const timeOf = (moment: Date) => localTime(moment, 'UTC');
  return { language, now: NOW, today: dayOf(NOW), dayOf, timeOf };
}

function linesOf(day: typeof QUIET_DAY, language: Language = 'en', isOwn = true): string {
  const message = followUpList(day, { viewer: viewerIn(language), isOwn, seenAt: NOW });
  expect(checkMessage(message)).toEqual([]);
  return textOf(message.blocks);
}

describe('a rep’s day as a list', () => {
  test('whatever customers and colleagues are called, Slack takes it and nobody is pinged', () => {
    fc.assert(
      fc.property(anyRepDay, fc.constantFrom(...LANGUAGES), fc.boolean(), (day, language, isOwn) => {
        const message = followUpList(day, { viewer: viewerIn(language), isOwn, seenAt: NOW });
        expect(checkMessage(message)).toEqual([]);
        // room for a line or two that others add
        expect(message.blocks.length).toBeLessThanOrEqual(45);
        expect(blockCharacters(message.blocks)).toBeLessThan(11_500);
        for (const text of markupTexts(message)) expect(text).not.toMatch(/[<>]/);
        const doers = new Set(day.done.map(({ by }) => by));
        expect(mentions(message).every((id) => doers.has(id))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('says how much there is, and of each contact tier, effort, way and reason', () => {
    const day = {
      ...QUIET_DAY,
      plannedMinutes: 250,
      today: [contactOf('Acme'), contactOf('Bolt', { asksSatisfaction: true, coveredFor: 'Lei', method: 'visit' })],
      customers: 40,
      paused: 2,
      loadDays: 21.5,
    };
    const lines = linesOf(day);
    expect(lines).toContain('2 contacts today, 4 h 10 min of 8 h');
    expect(lines).toMatch(/1\. Acme · Tier A · 1 h 30 min\n.*Phone call · overdue by 3 days/);
    expect(lines).toMatch(
      /2\. Bolt · Tier A · 1 h 30 min · for Lei, who is away\n.*Personal visit · .* · ask how satisfied/,
    );
    expect(lines).toContain('Book: 40 customers, 2 paused · 21.5 of 20 days a month, 1.5 over');
    expect(linesOf(day, 'zh-CN')).toContain('今天要联系 2 个客户，预计 4 小时 10 分钟（全天 8 小时）');
    expect(linesOf(day, 'zh-TW')).toContain('今天要聯絡 2 位客戶，預計 4 小時 10 分鐘（全天 8 小時）');
    expect(linesOf(day, 'en', false)).toContain('Follow-ups of Anna');
  });

  test('each contact has its buttons, which know the customer and when the list was made', () => {
    const second = '01890000-0000-7000-8000-000000000002';
    const today = [contactOf('Acme'), contactOf('Bolt', { customerId: second })];
    const { blocks } = followUpList({ ...QUIET_DAY, today }, { viewer: viewerIn('en'), isOwn: true, seenAt: NOW });
    const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    expect(buttons.map((button) => ('action_id' in button ? button.action_id : ''))).toEqual([
      'follow_up_log_1',
      'follow_up_snooze_1',
      'follow_up_skip_1',
      'follow_up_log_2',
      'follow_up_snooze_2',
      'follow_up_skip_2',
    ]);
    const [, , , log] = buttons;
    expect(readFollowUpValue(log !== undefined && 'value' in log ? (log.value ?? '') : '')).toEqual({
      customerId: second,
      seenAt: NOW,
    });
  });

  test('a contact about a complaint has Answered in place of Skip, which names the complaint', () => {
    const complaintId = '01890000-0000-7000-8000-0000000000cc';
    const today = [contactOf('Acme', { complaintId })];
    const { blocks } = followUpList({ ...QUIET_DAY, today }, { viewer: viewerIn('en'), isOwn: true, seenAt: NOW });
    const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    const subjects = buttons.map((button) => {
      if (!('action_id' in button) || !('value' in button)) return expect.fail();
      return [button.action_id, readFollowUpValue(button.value ?? '')?.subject];
    });
    expect(subjects).toEqual([
      ['follow_up_log_1', undefined],
      ['follow_up_snooze_1', undefined],
      ['complaint_answered_1', complaintId],
    ]);
  });

  test('says until when a complaint is to be answered, and since when it is late', () => {
    const due = (at: string) => {
      const reasons = [{ code: 'complaint', answerBy: THURSDAY, answerAt: new Date(at) } as const];
      return linesOf({ ...QUIET_DAY, today: [contactOf('Acme', { reasons })] });
    };
    expect(due('2026-03-05T15:27:00Z')).toContain('complaint: answer by 15:27');
    expect(due('2026-03-05T08:27:00Z')).toContain('complaint: late since 08:27');
  });

  test('names what is carried over with the day it comes, and how many more there are', () => {
    const carriedOver = [
      { ...contactOf('Near'), comesOn: addDays(THURSDAY, 1) },
      { ...contactOf('Far'), comesOn: addDays(THURSDAY, 5) },
      { ...contactOf('Unknown'), comesOn: null },
    ];
    const lines = linesOf({ ...QUIET_DAY, carriedOver, carriedOverCount: 15 });
    expect(lines).toContain('Carried over, since the day is full (15)');
    expect(lines).toContain('Near · Tier A · overdue by 3 days · comes tomorrow');
    expect(lines).toContain('Far · Tier A · overdue by 3 days · comes on Tue 10 Mar');
    expect(lines).toContain('Unknown · Tier A · overdue by 3 days · comes after Thu 19 Mar');
    expect(lines).toContain('and 12 more');
  });

  test('strikes out what was done, and says how and by whom', () => {
    const done = [
      {
        ...contactOf('Acme'),
        kind: 'contact',
        actionId: '01890000-0000-7000-8000-00000000000b',
        by: 'U0LEI',
        at: NOW,
      },
    ];
    const message = followUpList({ ...QUIET_DAY, done }, { viewer: viewerIn('en'), isOwn: true, seenAt: NOW });
    expect(textOf(message.blocks)).toContain('All done for today.');
    expect(JSON.stringify(message.blocks)).toContain('{"type":"text","text":"Acme","style":{"strike":true}}');
    expect(mentions(message)).toEqual(['U0LEI']);
  });

  test('does not say that all is done while something waits', () => {
    const done = {
      ...contactOf('Acme'),
      kind: 'contact',
      actionId: '01890000-0000-7000-8000-00000000000b',
      by: 'U0LEI',
    };
    const full = { ...QUIET_DAY, carriedOverCount: 12, done: [{ ...done, at: NOW }] };
    const [first] = linesOf(full).split('\n');
    expect(first).toBe('Nothing more fits into the 8 h of today: 12 contacts wait.');
    expect(linesOf({ ...full, carriedOverCount: 1 })).toContain('1 contact waits.');
    expect(linesOf({ ...full, done: [], date: addDays(THURSDAY, 1) })).toContain(
      'Nothing more fits into the 8 h of tomorrow: 12 contacts wait.',
    );
    expect(linesOf(full, 'zh-CN')).toContain('今天的 8 小时排不下更多联系，还有 12 个客户在等。');
    expect(linesOf(full, 'zh-TW')).toContain('今天的 8 小時排不進更多聯絡，還有 12 位客戶在等。');
  });

  test('is one quiet sentence when nothing is due, on a day off, and while the rep is away', () => {
    expect(linesOf(QUIET_DAY)).toBe('Nothing is due today.');
    expect(linesOf({ ...QUIET_DAY, date: addDays(THURSDAY, 1) })).toBe('Nothing is due tomorrow.');
    const sunday = { ...QUIET_DAY, date: addDays(THURSDAY, 3), isWorkingDay: false };
    expect(linesOf(sunday)).toBe('Sun 8 Mar is not a working day.');
    expect(linesOf({ ...QUIET_DAY, isAway: true, isWorkingDay: false })).toBe('You are away today.');
    expect(linesOf({ ...QUIET_DAY, isAway: true, isWorkingDay: false }, 'en', false)).toContain('Anna is away today.');
    expect(linesOf(QUIET_DAY, 'zh-CN')).toBe('今天没有要联系的客户。');
    expect(linesOf(sunday, 'zh-TW')).toBe('3月8日（週日）不是上班日。');
  });

  test('the help fits in every language', () => {
    for (const language of LANGUAGES) expect(checkMessage(commandUsage(FOLLOW_UP_LIST_TEXT[language]))).toEqual([]);
  });
});
