import { describe, expect, test } from 'vitest';
import { localDay, localTime } from '../../../bot/clock.ts';
import { bookLoad } from '../../../core/follow-ups/book-load.ts';
import { contactSum } from '../../../core/follow-ups/contact-share.ts';
import type { DueReason } from '../../../core/follow-ups/day-plan.ts';
import type { ServiceLevel } from '../../../core/follow-ups/service-levels.ts';
import {
  bookLoadText,
  comesOnText,
  contactSumText,
  dueReasonText,
  effortText,
  levelLoadText,
  type ReadAt,
  untieredText,
} from '../../../core/text/day-plan-text.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { day, LEVELS, TODAY } from '../../support/follow-ups.ts';

/** Thursday, 26 November 2026, 16:30 in Shanghai. */
const READ_AT: ReadAt = {
  now: new Date('2026-11-26T08:30:00Z'),
  today: TODAY,
  dayOf: (moment) => localDay(moment, 'Asia/Shanghai'),
  timeOf: (moment) => localTime(moment, 'Asia/Shanghai'),
};

/** A complaint to be answered by a moment, told by somebody whose day may be another. */
function complaint(answerAt: string): DueReason {
  return { code: 'complaint', answerBy: TODAY, answerAt: new Date(answerAt) };
}

/** Seen at {@link READ_AT}. */
const REASONS: readonly (readonly [DueReason, en: string, simplified: string, traditional: string])[] = [
  [
    { code: 'complaint', answerBy: TODAY, answerAt: null },
    'complaint: answer by today',
    '投诉待答复，期限为今天',
    '客訴待回覆，期限為今天',
  ],
  [
    { code: 'complaint', answerBy: day('2026-11-30'), answerAt: null },
    'complaint: answer by Mon 30 Nov',
    '投诉待答复，期限为11月30日（周一）',
    '客訴待回覆，期限為11月30日（週一）',
  ],
  [
    { code: 'complaint', answerBy: day('2026-11-25'), answerAt: null },
    'complaint: should have been answered yesterday',
    '投诉答复已逾期，期限为昨天',
    '客訴回覆已逾期，期限為昨天',
  ],
  [
    complaint('2026-11-26T08:45:00Z'),
    'complaint: answer by 16:45',
    '投诉待答复，期限为今天 16:45',
    '客訴待回覆，期限為今天 16:45',
  ],
  [
    complaint('2026-11-26T07:27:00Z'),
    'complaint: late since 15:27',
    '投诉答复已超时，期限为今天 15:27',
    '客訴回覆已逾時，期限為今天 15:27',
  ],
  [
    complaint('2026-11-26T16:10:00Z'),
    'complaint: answer by tomorrow',
    '投诉待答复，期限为明天',
    '客訴待回覆，期限為明天',
  ],
  [
    complaint('2026-11-25T09:00:00Z'),
    'complaint: should have been answered yesterday',
    '投诉答复已逾期，期限为昨天',
    '客訴回覆已逾期，期限為昨天',
  ],
  [
    { code: 'promised', on: TODAY, promise: 'quote' },
    'promised for today: quote',
    '约定今天联系：quote',
    '約定今天聯絡：quote',
  ],
  [
    { code: 'promised', on: day('2026-11-23'), promise: null },
    'promised for Mon 23 Nov',
    '约定11月23日（周一）联系',
    '約定11月23日（週一）聯絡',
  ],
  [
    { code: 'promised', on: day('2026-11-27'), promise: 'call back' },
    'promised for tomorrow: call back',
    '约定明天联系：call back',
    '約定明天聯絡：call back',
  ],
  [{ code: 'rose', on: TODAY }, 'tier rose today', '等级于今天上升', '等級於今天上升'],
  [
    { code: 'rose', on: day('2026-11-22') },
    'tier rose on Sun 22 Nov',
    '等级于11月22日（周日）上升',
    '等級於11月22日（週日）上升',
  ],
  [
    { code: 'expected-signing', on: day('2026-12-02') },
    'expected to sign on Wed 2 Dec',
    '预计12月2日（周三）签约',
    '預計12月2日（週三）簽約',
  ],
  [
    { code: 'expected-signing', on: day('2025-12-31') },
    'was expected to sign on Wed 31 Dec 2025',
    '原预计2025年12月31日（周三）签约',
    '原預計2025年12月31日（週三）簽約',
  ],
  [
    { code: 'birthday', on: day('2026-11-28') },
    'a contact’s birthday on Sat 28 Nov',
    '联系人生日：11月28日（周六）',
    '聯絡人生日：11月28日（週六）',
  ],
  [{ code: 'first-contact' }, 'first contact', '首次联系', '首次聯絡'],
  [{ code: 'overdue', days: 1 }, 'overdue by 1 day', '已逾期 1 天', '已逾期 1 天'],
  [{ code: 'overdue', days: 3 }, 'overdue by 3 days', '已逾期 3 天', '已逾期 3 天'],
  [{ code: 'due' }, 'due', '到了联系时间', '到了聯絡時間'],
];

test.each(REASONS)('%j is told in three languages', (reason, ...texts) => {
  expect(LANGUAGES.map((language) => dueReasonText(reason, READ_AT, language))).toEqual(texts);
});

test.each([
  [0, ['0 min', '0 分钟', '0 分鐘']],
  [45, ['45 min', '45 分钟', '45 分鐘']],
  [120, ['2 h', '2 小时', '2 小時']],
  [150, ['2 h 30 min', '2 小时 30 分钟', '2 小時 30 分鐘']],
])('an effort of %i minutes', (minutes, texts) => {
  expect(LANGUAGES.map((language) => effortText(minutes, language))).toEqual(texts);
});

test.each([
  ['2026-11-27', ['comes tomorrow', '排到明天', '排到明天']],
  ['2026-12-04', ['comes on Fri 4 Dec', '排到12月4日（周五）', '排到12月4日（週五）']],
  ['2027-01-04', ['comes on Mon 4 Jan 2027', '排到2027年1月4日（周一）', '排到2027年1月4日（週一）']],
  [null, ['does not fit into the next 60 working days', '60 个工作日内排不上', '60 個工作日內排不進']],
])('a contact that comes on %s', (date, texts) => {
  const comesOn = date === null ? null : day(date);
  expect(LANGUAGES.map((language) => comesOnText(comesOn, TODAY, language))).toEqual(texts);
});

test('the sums of S2 read as they are written', () => {
  const sums = LEVELS.flatMap((level) => contactSum(level) ?? []);
  expect(sums.map((sum) => contactSumText(sum, 'en'))).toEqual([
    '8 customers × 6⅔ contacts × 90 min = 10 days a month',
    '12 customers × 2⅔ contacts × 60 min = 4 days a month',
    '24 customers × 2⅔ contacts × 30 min = 4 days a month',
    '40 customers × 1.2 contacts × 20 min = 2 days a month',
  ]);
  expect(contactSumText(sums[0] ?? expect.fail(), 'zh-CN')).toBe('8 个客户 × 每月 6⅔ 次 × 90 分钟 = 每月 10 天');
  expect(contactSumText(sums[0] ?? expect.fail(), 'zh-TW')).toBe('8 位客戶 × 每月 6⅔ 次 × 90 分鐘 = 每月 10 天');
});

describe('the load of a book', () => {
  const isTierA = ({ stage, tier }: ServiceLevel): boolean => stage === 'prospect' && tier === 'A';

  test.each([
    [
      9,
      [
        '11.3 of 20 days a month, 8.7 free',
        '每月需 11.3 天，可用 20 天，还有 8.7 天余量',
        '每月需 11.3 天，可用 20 天，尚餘 8.7 天',
      ],
    ],
    [16, ['20 of 20 days a month', '每月需 20 天，可用 20 天', '每月需 20 天，可用 20 天']],
    [
      20,
      ['25 of 20 days a month, 5 over', '每月需 25 天，可用 20 天，超出 5 天', '每月需 25 天，可用 20 天，超出 5 天'],
    ],
  ])('with %i prospects of tier A', (count, texts) => {
    const load = bookLoad(LEVELS, (level) => (isTierA(level) ? count : 0));
    expect(LANGUAGES.map((language) => bookLoadText(load, language))).toEqual(texts);
  });

  test('level by level', () => {
    const { levels } = bookLoad(LEVELS, (level) => (isTierA(level) ? 9 : 1));
    const [best] = levels;
    expect(LANGUAGES.map((language) => levelLoadText(best ?? expect.fail(), language))).toEqual([
      '9 customers, 11.3 days a month; room for 8, 1 too many',
      '9 个客户，每月需 11.3 天；可负责 8 个，超出 1 个',
      '9 位客戶，每月需 11.3 天；可負責 8 位，超出 1 位',
    ]);
    const small = levels.find(({ level }) => level.stage === 'customer' && level.tier === 'D') ?? expect.fail();
    expect(levelLoadText(small, 'en')).toBe('1 customer, 0 days a month');
  });

  test('names those without a tier', () => {
    expect(LANGUAGES.map((language) => untieredText('prospect', language))).toEqual([
      'New prospects',
      '新的潜在客户',
      '新的潛在客戶',
    ]);
    expect(LANGUAGES.map((language) => untieredText('customer', language))).toEqual([
      'Customers without a tier',
      '未定级客户',
      '未定級客戶',
    ]);
  });
});
