import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { DigestList, DigestListAbout } from '../../../core/digest/digest-list.ts';
import type { DigestNumber } from '../../../core/digest/digest-number.ts';
import { digestListText } from '../../../core/text/digest-list-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { FULL_DIGEST } from '../../support/digests.ts';

const [ANNA = ''] = Object.keys(FULL_DIGEST.members);
const day = (text: string) => text as CalendarDate;

function listOf(number: DigestNumber, about: DigestListAbout): DigestList {
  const { date, asOf, since, timeZone, schemes, currencies, members } = FULL_DIGEST;
  const acme = {
    customerId: 'acme',
    name: 'ACME',
    ownerId: ANNA,
    stage: 'customer',
    tier: 'A',
    status: 'graded',
  } as const;
  return {
    date,
    asOf,
    since,
    timeZone,
    schemes,
    currencies,
    members,
    number,
    total: 12,
    entries: [{ ...acme, about }],
  };
}

function told(number: DigestNumber, about: DigestListAbout, language: Language = 'en'): [string, string] {
  const { lines, title } = digestListText(listOf(number, about), language);
  return [title, `${lines[0]?.lead}${lines[0]?.text}`];
}

describe('the list behind a number', () => {
  test('says of each customer what the number is about, its tier and its owner', () => {
    const overdue = { kind: 'overdue', owedOn: day('2026-11-20'), days: 6, contacts: 1 } as const;
    expect(told({ part: 'overdue', stage: 'customer', tier: 'A' }, overdue)).toEqual([
      'Overdue follow-ups, Tier A: 12',
      'ACME: 6 days overdue · Tier A · Anna',
    ]);
    expect(told({ part: 'dormant' }, { kind: 'dormant', since: null })[1]).toBe(
      'ACME: never contacted, and no purchase · Tier A · Anna',
    );
    expect(
      told({ part: 'signings', month: '2026-11' }, { kind: 'signing', expectedOn: day('2026-11-30'), amount: 4e5 }),
    ).toEqual(['Expected signings in Nov 2026: 12', 'ACME: 30 Nov 2026 · ¥400,000 · Tier A · Anna']);
    const complaint = {
      kind: 'complaint',
      complaintId: '1',
      openedAt: '',
      answerBy: '2026-11-25T09:00:00Z',
      cause: 'delivery',
    } as const;
    expect(told({ part: 'complaints' }, { ...complaint, isLate: true })[1]).toBe(
      'ACME: answer was due Wed 25 Nov, 17:00 · Delivery · Tier A · Anna',
    );
    expect(told({ part: 'causes', cause: null }, { ...complaint, isLate: null })).toEqual([
      'New complaints, No cause given: 12',
      'ACME: answered · Delivery · Tier A · Anna',
    ]);
  });

  test('names the rep once, in its title, where it is one rep’s', () => {
    const place = { kind: 'place', score: 81.25, lastContactOn: day('2026-11-01') } as const;
    expect(told({ part: 'capacity', repId: ANNA }, place)).toEqual([
      'Whole book: 12 customers · Anna',
      'ACME: last contact 1 Nov 2026 · 81.3 points · Tier A',
    ]);
  });

  test('speaks Chinese', () => {
    const overdue = { kind: 'overdue', owedOn: day('2026-11-12'), days: 14, contacts: 2 } as const;
    expect(told({ part: 'overdue' }, overdue, 'zh-CN')).toEqual([
      '逾期未联系：12 个',
      'ACME：逾期 14 天，欠 2 次联系 · 等级 A · Anna',
    ]);
    expect(told({ part: 'overdue' }, overdue, 'zh-TW')).toEqual([
      '逾期未聯絡：12 位',
      'ACME：逾期 14 天，欠 2 次聯絡 · 等級 A · Anna',
    ]);
  });

  test('says so where nobody is in it', () => {
    const list = { ...listOf({ part: 'dormant' }, { kind: 'problem' }), total: 0, entries: [] };
    expect(digestListText(list, 'en')).toMatchObject({ nobody: 'Nobody is on this list.', lines: [] });
  });

  test.each([
    [{ direction: 'down', from: 'A' }, 'Fell out of Tier A: 12', '跌出等级 A：12 个', '跌出等級 A：12 位'],
    [{ direction: 'up', to: 'A' }, 'Rose to Tier A: 12', '升入等级 A：12 个', '升入等級 A：12 位'],
    [
      { from: 'A', to: 'C' },
      'Moved out of Tier A to Tier C: 12',
      '变动（等级 A → 等级 C）：12 个',
      '變動（等級 A → 等級 C）：12 位',
    ],
    [{ from: 'B' }, 'Moved out of Tier B: 12', '变动，原为等级 B：12 个', '變動，原為等級 B：12 位'],
    [{ direction: 'down', either: 'B' }, 'Fell, Tier B: 12', '降级，等级 B：12 个', '降級，等級 B：12 位'],
  ] as const)('names the tiers that were left and come to: %j', (tiers, en, zhCn, zhTw) => {
    const number = { part: 'tier-moves', ...tiers } as const;
    const titles = (['en', 'zh-CN', 'zh-TW'] as const).map(
      (language) => told(number, { kind: 'problem' }, language)[0],
    );
    expect(titles).toEqual([en, zhCn, zhTw]);
  });
});
