import type { FactValue } from '../../core/customer.ts';
import type { TableRecord } from '../../core/table/reading.ts';
import { seeded } from './seeded.ts';

/** How many days ago the samples came into the workspace: their customers, and later their prospects. */
export const CUSTOMERS_CAME = 150;
export const PROSPECTS_CAME = 96;

/** How many days ago figures changed and everybody was graded again, the last time since yesterday's morning. */
export const GRADED = [96, 61, 33, 12, 0.2] as const;
export type DaysAgo = (typeof GRADED)[number];

/** What a sample customer's table said before its figures changed to what they are, and how many days ago that was. */
export interface Former {
  readonly values: Readonly<Record<string, FactValue>>;
  readonly until: DaysAgo;
}

/**
 * The figures of a customer before they changed last; undefined for one whose figures have always been the same. A few by
 * name, so that somebody falls out of the best tier and somebody rises into it since yesterday; about one in five of the others
 * by its number.
 */
export function formerFigures({ facts }: TableRecord): Former | undefined {
  const { key, salesAmount, paymentCollection } = facts.values;
  if (typeof key !== 'string' || STEADY.has(key)) return undefined;
  const told = TOLD[key];
  if (told !== undefined) return { values: told, until: 0.2 };
  const random = seeded(`past ${key}`);
  const kind = random();
  const until = GRADED[Math.floor(random() * 4)] ?? 12;
  if (kind >= CHANGED_SHARE || typeof salesAmount !== 'number') return undefined;
  const isBetterNow = kind < CHANGED_SHARE / 2;
  const sales = Math.round(salesAmount * (isBetterNow ? 0.3 + 0.25 * random() : 1.8 + 1.2 * random()));
  const paid = typeof paymentCollection === 'number' ? paymentCollection : 0.9;
  const collected = Math.min(1, Math.max(0.4, paid + (isBetterNow ? -0.15 : 0.1)));
  const isOfLate = until === 12 && random() < 0.3;
  const values = { salesAmount: sales, paymentCollection: Math.round(collected * 100) / 100 };
  return { values, until: isOfLate ? 0.2 : until };
}

/** The answers of a prospect before they changed last; undefined where they have always been the same. */
export function formerAnswers({ facts }: TableRecord): Former | undefined {
  const former = PROSPECTS[String(facts.values['key'])];
  return former && { values: ANSWERS[former.tier], until: former.until };
}

/** A record as it was, without what it has come to since. */
export function recordBefore(record: TableRecord, former: Former | undefined): TableRecord {
  if (former === undefined) return record;
  const { values, ...others } = record.facts;
  return { ...record, facts: { ...others, values: { ...values, ...former.values } } };
}

/** A prospect that signed or did not, how many days ago, and why not. */
export interface SampleEnd {
  readonly daysAgo: DaysAgo;
  readonly lost?: string;
}

/** How prospects ended, by their number. */
export const SAMPLE_ENDS: Readonly<Record<string, SampleEnd>> = {
  P2020: { daysAgo: 33 },
  P2021: { daysAgo: 12 },
  P2022: { daysAgo: 0.2 },
  P2023: { daysAgo: 33, lost: '预算取消' },
  P2024: { daysAgo: 12, lost: 'Chose a cheaper supplier' },
  P2025: { daysAgo: 0.2, lost: '项目推迟到明年' },
};

/** A tier that somebody set by hand, which ends in a few days. */
export const SAMPLE_OVERRIDE = { key: 'C1182', tier: 'A', daysAgo: 33, endsInDays: 2 } as const;

const CHANGED_SHARE = 0.22;
/** Whom guides, pictures and promises speak of. */
const STEADY: ReadonlySet<string> = new Set(['C1001', 'C1010', 'C1013', 'C1026', 'C1042', 'C1182']);

/** The worst fall and the best rises of the last day. */
const TOLD: Readonly<Record<string, Readonly<Record<string, FactValue>>>> = {
  C1166: { paymentCollection: 1, orderStability: 0.95, satisfaction: 0.95 },
  C1072: { paymentCollection: 1, orderStability: 0.95, satisfaction: 0.95, complaintRate: 0.01 },
  C1254: { paymentCollection: 0.78, orderStability: 0.4 },
  C1168: { paymentCollection: 0.7, orderStability: 0.45, satisfaction: 0.7 },
};

const ANSWERS = {
  A: { dissatisfaction: 'high', resolve: 'high', selectionBegun: true },
  B: { dissatisfaction: 'high', resolve: 'medium', selectionBegun: false },
  C: { dissatisfaction: 'low', resolve: 'medium', selectionBegun: false },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FactValue>>>>;

const PROSPECTS: Readonly<Record<string, { readonly tier: keyof typeof ANSWERS; readonly until: DaysAgo }>> = {
  P2001: { tier: 'B', until: 61 },
  P2002: { tier: 'C', until: 61 },
  P2004: { tier: 'B', until: 33 },
  P2006: { tier: 'B', until: 33 },
  P2007: { tier: 'B', until: 12 },
  P2009: { tier: 'B', until: 12 },
  P2005: { tier: 'B', until: 0.2 },
  P2012: { tier: 'A', until: 0.2 },
  P2014: { tier: 'C', until: 12 },
  P2016: { tier: 'B', until: 33 },
};

/** The moment so many days before another. */
export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * 86_400_000);
}
