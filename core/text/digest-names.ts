import type { CalendarDate } from '../calendar-date.ts';
import type { CustomerStage } from '../customer-stage.ts';
import type { Digest, DigestMove, DigestPlace } from '../digest/digest.ts';
import { schemeOf } from '../digest/tier-counts.ts';
import { CARD_TEXT } from './card-text.ts';
import { DIGEST_WORDING, type DigestWording } from './digest-wording.ts';
import { formatDate, formatMoneyBriefly, formatMonth } from './format.ts';
import { gradeWriter, tierText, valueChangeText } from './grading-text.ts';
import type { Language } from './language.ts';
import { moveReasonText } from './move-text.ts';
import { shortDay } from './short-day.ts';

/** What a digest and its lists have in common, so that both name things alike. */
export type DigestNamed = Pick<Digest, 'date' | 'timeZone' | 'schemes' | 'currencies' | 'members'>;

/** Names what a digest tells of, in one language. */
export interface DigestNames {
  readonly language: Language;
  readonly words: DigestWording;
  /** The tier with its word, or what stands in its place; `withStage` where there are customers of both stages. */
  place(place: DigestPlace, withStage?: boolean): string;
  /** The rep, or that nobody has the customer. */
  rep(memberId: string | null): string;
  /** A year's sales of a customer, or what a prospect is expected to sign for; null where that is not known. */
  value(value: number | null, stage: CustomerStage): string | null;
  sales(amount: number | null): string | null;
  expected(amount: number | null): string | null;
  /** "Tier A → Tier B". */
  move(move: Pick<DigestMove, 'from' | 'to'> & { readonly stage: CustomerStage }): string;
  /** What moved a customer: the value that did, else the reason, else the cause; empty where nothing is known. */
  why(why: DigestMove['why']): string;
  /** A day, with its year where it is not the digest's. */
  day(day: CalendarDate): string;
  /** A moment by the digest's time zone: "Thu 5 Mar, 08:30". */
  moment(iso: string): string;
  /** A month such as `2026-11`: "Nov 2026". */
  month(month: string): string;
}

/** What names things of a digest or a list. */
export function digestNames(digest: DigestNamed, language: Language): DigestNames {
  const words = DIGEST_WORDING[language];
  const { currencies, schemes } = digest;
  const placeOf = ({ stage, tier, status }: DigestPlace): string => {
    if (tier === null) return words.without(status === 'graded' ? null : status);
    const scheme = schemeOf(schemes, stage);
    return scheme === undefined ? CARD_TEXT[language].tier(tier) : tierText(tier, scheme, language);
  };
  const money = (amount: number | null, currency: string | null): string | null =>
    amount === null ? null : formatMoneyBriefly(amount, language, { currency });
  const sales = (amount: number | null) => money(amount, currencies.sales);
  const expected = (amount: number | null) => money(amount, currencies.expected);
  return {
    language,
    words,
    place: (place, withStage = false) => {
      const named = placeOf(place);
      return withStage ? words.tierOf(named, place.stage) : named;
    },
    rep: (memberId) => (memberId === null ? words.nobody : (digest.members[memberId] ?? '–')),
    sales,
    expected,
    value: (value, stage) => {
      const amount = stage === 'customer' ? sales(value) : expected(value);
      return amount === null ? null : stage === 'customer' ? words.aYear(amount) : words.expected(amount);
    },
    move: ({ from, to, stage }) => `${placeOf({ ...from, stage })} → ${placeOf({ ...to, stage })}`,
    why: (why) => whyText(why, language),
    day: (day) => formatDate(day, language),
    moment: (iso) => momentText(iso, digest, language),
    month: (month) => monthText(month, language),
  };
}

function whyText(why: DigestMove['why'], language: Language): string {
  if (why === null) return '';
  const { cause, driver, reason, fitted } = why;
  if (driver !== null) return valueChangeText(driver, fitted.scheme, language, fitted.currency);
  if (cause === 'facts' && reason !== null) {
    return moveReasonText(reason, fitted, gradeWriter(fitted, language), language, 'short');
  }
  return CARD_TEXT[language].cause(cause);
}

function momentText(iso: string, { date, timeZone }: DigestNamed, language: Language): string {
  const moment = new Date(iso);
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(moment);
  const day = shortDay(parts.format(moment) as CalendarDate, date, language);
  return language === 'en' ? `${day}, ${time}` : `${day}${time}`;
}

function monthText(month: string, language: Language): string {
  const [year, number] = month.split('-').map(Number);
  return formatMonth(year ?? 1970, number ?? 1, language);
}
