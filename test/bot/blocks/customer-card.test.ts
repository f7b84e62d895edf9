import { describe, expect, test } from 'vitest';
import { customerCard } from '../../../bot/blocks/customer-card.ts';
import { localDay, localTime } from '../../../bot/clock.ts';
import { messageAsText } from '../../../bot/local/block-text.ts';
import { jsonObjects } from '../../../bot/local/json-object.ts';
import type { CustomerCard } from '../../../bot/use-cases/customer-card.ts';
import { addDays, dateOfDayNumber } from '../../../core/calendar-date.ts';
import { lifecycle } from '../../../core/schemes/lifecycle.ts';
import { LANGUAGES, type Language } from '../../../core/text/language.ts';
import { gradingOf } from '../../support/cards.ts';

/** 2026-03-05 */
const TODAY = dateOfDayNumber(20_517);
const NOW = new Date('2026-03-05T01:00:00Z');

const GRADING = gradingOf(
  [
    { values: { salesAmount: 500_000, paymentCollection: 0.91, complaintRate: 0.2, satisfaction: 0.4 } },
    { values: { salesAmount: 90_000, paymentCollection: 0.7, complaintRate: 0.01, satisfaction: 0.9 } },
  ],
  TODAY,
);

const CARD: CustomerCard = {
  id: '01890000-0000-7000-8000-000000000001',
  key: 'K-1',
  name: 'ACME Ltd',
  industry: null,
  region: null,
  owner: null,
  lastContactOn: null,
  nextContactOn: null,
  contacts: { next: null, latest: [], may: { decide: true, reassign: true } },
  givenTier: null,
  override: null,
  changes: [],
  segments: [],
  service: { complaints: [], survey: null, asksSatisfaction: false, signing: null },
  closed: null,
  grading: GRADING,
};

function read(card: Partial<CustomerCard>, language: Language = 'en'): string {
  const message = customerCard(
    { ...CARD, ...card },
    {
      language,
      now: NOW,
      today: TODAY,
      dayOf: (moment) => localDay(moment, 'Asia/Shanghai'),
      timeOf: (moment) => localTime(moment, 'Asia/Shanghai'),
    },
  );
  const names = { userName: () => 'lei', channelName: () => undefined };
  return messageAsText({ text: message.text, blocks: jsonObjects(message.blocks) }, names).text;
}

describe('contacts are told with how far away they are', () => {
  test.each([
    [0, 'Next contact: Thu 5 Mar · today', '下次联系：3月5日（周四） · 今天'],
    [1, 'Next contact: Fri 6 Mar · tomorrow', '下次联系：3月6日（周五） · 明天'],
    [12, 'Next contact: Tue 17 Mar · in 12 days', '下次联系：3月17日（周二） · 12 天后'],
    [-1, 'Next contact: Wed 4 Mar · 1 day overdue', '下次联系：3月4日（周三） · 已逾期 1 天'],
    [-9, 'Next contact: Tue 24 Feb · 9 days overdue', '下次联系：2月24日（周二） · 已逾期 9 天'],
  ])('next in %i days', (days, english, chinese) => {
    expect(read({ nextContactOn: addDays(TODAY, days) })).toContain(english);
    expect(read({ nextContactOn: addDays(TODAY, days) }, 'zh-CN')).toContain(chinese);
  });

  test.each([
    [0, 'Last contact: 5 Mar 2026 · today'],
    [-1, 'Last contact: 4 Mar 2026 · yesterday'],
    [-400, 'Last contact: 29 Jan 2025 · 400 days ago'],
  ])('last %i days ago', (days, english) => {
    expect(read({ lastContactOn: addDays(TODAY, days) })).toContain(english);
  });

  test('none is said to be none', () => {
    expect(read({})).toContain('Next contact: not planned\nLast contact: none on record');
  });
});

test('a customer that was never graded says so and offers no reasons', () => {
  const words = read({ grading: null });
  expect(words).toContain('Not graded yet');
  expect(words).not.toContain('Why?');
});

test('a grade in review shows no tier, and first what to check', () => {
  const grade = {
    ...GRADING.grade,
    status: 'review',
    tier: null,
    score: null,
    review: [{ code: 'too-little-known' }],
  } as const;
  const standing = { status: 'review', tier: null, held: null } as const;
  const words = read({ grading: { ...GRADING, grade, standing, nextTier: null } });
  expect(words).toContain('No tier yet');
  expect(words).not.toMatch(/Tier [A-D]/);
  expect(words.indexOf('Please check')).toBeLessThan(words.indexOf('In its favour'));
});

test('warnings are on the card, and the tier asks to be confirmed', () => {
  const grade = { ...GRADING.grade, warnings: [{ code: 'unreadable', criterion: 'salesAmount' }] };
  const words = read({ grading: { ...GRADING, grade } });
  expect(words).toMatch(/^Tier [A-D] · [\d.]+ of 100 points · please confirm$/m);
  expect(words).toContain('Good to know\n• Sales amount');
});

test.each([
  ['A', 'A', false],
  ['A级', 'A', false],
  ['Tier a', 'A', false],
  ['Ｂ类客户', 'B', false],
  ['A', 'B', true],
  ['Gold', 'A', true],
])('the table’s own tier %j beside our %s is shown: %s', (givenTier, tier, isShown) => {
  const grade = { ...GRADING.grade, tier };
  const standing = { ...GRADING.standing, tier };
  expect(read({ givenTier, grading: { ...GRADING, grade, standing } }).includes('Tier in your own table')).toBe(
    isShown,
  );
});

test('the best tier is called that, and a tier that no single change lifts too', () => {
  const best = { ...GRADING, nextTier: null, grade: { ...GRADING.grade, tier: 'A' } };
  expect(read({ grading: best })).toContain('This is the best tier.');
  const stuck = { ...best, grade: { ...best.grade, tier: 'D' } };
  expect(read({ grading: stuck })).toContain('No single change reaches the next tier.');
});

test('the score keeps its tenth, so that 79.6 never reads like 80', () => {
  const grade = { ...GRADING.grade, score: 79.6 };
  expect(read({ grading: { ...GRADING, grade } })).toContain('79.6 of 100 points');
});

test('the owner is mentioned only by a Slack id, and stands literally otherwise', () => {
  expect(read({ owner: { text: 'Lei', slackUserId: 'U0LEI' } })).toContain('Owner: @lei');
  expect(read({ owner: { text: '<@U0LEI>', slackUserId: null } })).toContain('Owner: <@U0LEI>');
  expect(read({ owner: { text: 'Lei', slackUserId: '!channel' } })).toContain('Owner: Lei');
  expect(read({})).toContain('Owner: nobody yet');
});

test('a tier that is held is shown with the reason and with the tier that the figures give', () => {
  const tier = GRADING.grade.tier === 'A' ? 'B' : 'A';
  const words = read({ grading: { ...GRADING, standing: { status: 'graded', tier, held: 'downgrade-waits' } } });
  expect(words).toContain(`Tier ${tier}`);
  expect(words).toContain(
    `Kept until the next grading confirms the fall; the figures alone give: Tier ${GRADING.grade.tier}`,
  );
});

test('segments stand beside the tier, and the latest changes say what moved it', () => {
  const { scheme } = GRADING.fitted;
  const driver = { criterion: 'paymentCollection', from: 0.91, to: 0.96 };
  const words = read({
    segments: [{ segment: { en: 'Loyalty' }, label: { en: 'loyal' } }],
    changes: [
      { at: new Date('2026-03-05T08:00:00Z'), from: 'B', to: 'A', cause: 'facts', scheme, driver },
      { at: new Date('2026-02-05T08:00:00Z'), from: null, to: 'B', cause: 'first', scheme, driver: null },
    ],
  });
  expect(words).toContain('Segments: Loyalty: loyal');
  expect(words).toContain('Tier B → Tier A · Payment collection 91 % → 96 %');
  expect(words).toContain('Tier B · first grading');
});

test('the scores stand behind the RFM label, and the line is short enough for a phone', () => {
  const titles = (id: string) => ({ en: id, 'zh-CN': id, 'zh-TW': id });
  const details = ['R5', 'F4', 'M5'].map(titles);
  const parts = lifecycle.segments.map((segment) =>
    segment.labels.map((label) => ({
      segment: segment.titles,
      label: label.titles,
      ...(segment.details !== undefined && { details }),
    })),
  );
  const lengthOf = (words: string) => words.replace(/\p{Script=Han}|[：（）]/gu, 'xx').length;
  for (const language of LANGUAGES) {
    const lines = parts.map((ofSegment) =>
      ofSegment.map(
        (part) =>
          read({ segments: [part] }, language)
            .split('\n')
            .find((line) => line.includes(part.label[language] ?? '?')) ?? '',
      ),
    );
    const longest = lines.map((ofSegment) => Math.max(...ofSegment.map(lengthOf)));
    // a phone shows about 42 letters in a line
    expect(Math.max(...longest)).toBeLessThanOrEqual(46);
    const all = read(
      { segments: parts.map((ofSegment) => ofSegment.at(2) ?? ofSegment[0] ?? expect.fail()) },
      language,
    );
    const line = all.split('\n').find((one) => one.includes('R5 F4 M5')) ?? '';
    expect(lengthOf(line)).toBeLessThanOrEqual(100);
  }
  const champion = { segment: { en: 'RFM' }, label: { en: 'Champion' }, details };
  expect(read({ segments: [champion] })).toContain('RFM: Champion (R5 F4 M5)');
});

describe('contacts are told with how and why', () => {
  const may = { decide: true, reassign: true };
  const latest = [
    { on: addDays(TODAY, -1), method: 'phone', outcome: 'no-answer', note: null, by: 'Lei' },
    { on: addDays(TODAY, -8), method: 'visit', outcome: 'next-step', note: 'wants a quote', by: null },
  ] as const;
  const next = { dueOn: TODAY, reasons: [], method: 'phone', pause: null } as const;

  test('the next one by its follow-up, whatever day a table gave', () => {
    const promised = [{ code: 'promised', on: TODAY, promise: 'the quote' }] as const;
    const card = { nextContactOn: addDays(TODAY, 9), contacts: { next: { ...next, reasons: promised }, latest, may } };
    expect(read(card)).toContain('Next contact: Thu 5 Mar · today · Phone call · promised for today: the quote');
    const overdue = { ...next, dueOn: addDays(TODAY, -2), reasons: [{ code: 'overdue', days: 2 }] as const };
    expect(read({ contacts: { next: overdue, latest, may } })).toContain('Tue 3 Mar · 2 days overdue · Phone call\n');
    const paused = { ...next, pause: { until: addDays(TODAY, 5) } };
    expect(read({ contacts: { next: paused, latest, may } })).toContain('Next contact: paused until 10 Mar 2026');
  });

  test('the last one with how and who, and the latest in a list', () => {
    const card = read({ lastContactOn: addDays(TODAY, -8), contacts: { next, latest, may } });
    expect(card).toContain('Last contact: 25 Feb 2026 · 8 days ago · Personal visit');
    expect(card).toContain('Latest contacts');
    expect(card).toContain('4 Mar 2026 · Phone call · No answer · Lei');
    expect(card).toContain('25 Feb 2026 · Personal visit · Agreed on a next step · command line · wants a quote');
  });
});
