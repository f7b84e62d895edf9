import type { Digest, DigestEnd, EndsOfKind, SigningCount } from '../digest/digest.ts';
import { grouped, sumOf } from '../digest/grouped.ts';
import { isComplaintCause } from '../follow-ups/complaint.ts';
import { COMPLAINT_TEXT } from './complaint-text.ts';
import { cutLines, line, MOST_LINES } from './digest-lines.ts';
import type { DigestNames } from './digest-names.ts';
import type { DigestLine, DigestSection } from './digest-text.ts';
import { formatDecimal, formatMoneyBriefly } from './format.ts';

/** So many reps are named in a line. */
const MOST_REPS = 3;

/** Complaints that are late or to be answered today. */
export function complaintSections({ complaints }: Digest, names: DigestNames): DigestSection[] {
  if (complaints === undefined || complaints.count === 0) return [];
  const { words } = names;
  const { count, first, late } = complaints;
  const lines = first.map((complaint) => {
    const { answerBy, cause, customerId, isLate, name, ownerId, stage, tier } = complaint;
    const moment = names.moment(answerBy);
    const due = isLate ? words.answerWasDue(moment) : words.answerIsDue(moment);
    const place = tier === null ? '' : names.place({ stage, tier, status: 'graded' });
    return line(name, joined([due, causeText(cause, names), place, names.rep(ownerId)], names), names, { customerId });
  });
  const title = words.complaintsTitle(late, count - late);
  return [
    { part: 'complaints', title, ...cutLines(lines, count, names, 'complaints'), number: { part: 'complaints' } },
  ];
}

/** Books that take more days than there are. */
export function capacitySections({ capacity = [] }: Digest, names: DigestNames): DigestSection[] {
  if (capacity.length === 0) return [];
  const { words } = names;
  const lines = capacity.map(({ days, memberId, ofDays }) => {
    const told = words.overDays(formatDecimal(days, 1), formatDecimal(ofDays, 1));
    return line(names.rep(memberId), told, names, { number: { part: 'capacity', repId: memberId } });
  });
  return [
    {
      part: 'capacity',
      title: words.overBooks(capacity.length),
      ...cutLines(lines, capacity.length, names, 'reps'),
      number: null,
    },
  ];
}

/** Customers of the best two tiers who have not been heard of for long. */
export function dormantSections({ dormant }: Digest, names: DigestNames): DigestSection[] {
  if (dormant === undefined || dormant.count === 0) return [];
  const { words } = names;
  const { count, first, fresh } = dormant;
  const lines = first.map(({ customerId, name, ownerId, since, tier }) => {
    const silent = since === null ? words.neverHeardOf : words.silentSince(names.day(since));
    const place = names.place({ stage: 'customer', tier, status: 'graded' });
    return line(name, joined([place, silent, names.rep(ownerId)], names), names, { customerId });
  });
  // a digest that tells only of new ones says how many there are all the same
  const title = words.dormantTitle(count, fresh === count ? 0 : fresh);
  return [{ part: 'dormant', title, ...cutLines(lines, count, names), number: { part: 'dormant' } }];
}

/** Expected signings: a line for each month with the reps who expect most, then the first prospects. */
export function signingSections({ signings }: Digest, names: DigestNames): DigestSection[] {
  if (signings === undefined || signings.months.length === 0) return [];
  const { words } = names;
  const { first, months } = signings;
  const monthLines = [...grouped(months, ({ month }) => month)].map(([month, reps]): DigestLine => {
    const total = words.signings(prospectsOf(reps), names.expected(amountOf(reps)));
    const named = reps.slice(0, MOST_REPS).map(({ amount, ownerId, prospects }) => {
      const expected = names.expected(amount) ?? formatDecimal(prospects, 0);
      return `${names.rep(ownerId)} ${expected}`;
    });
    const others = reps.length > MOST_REPS ? [words.more(reps.length - MOST_REPS, 'reps')] : [];
    const told = joined([total, [...named, ...others].join(words.comma)], names);
    return line(names.month(month), told, names, { number: { part: 'signings', month } });
  });
  const prospectLines = first.map(({ amount, customerId, expectedOn, name, ownerId }) =>
    line(name, joined([names.day(expectedOn), names.expected(amount) ?? '', names.rep(ownerId)], names), names, {
      customerId,
    }),
  );
  const total = prospectsOf(months);
  const lines = [...monthLines, ...prospectLines].slice(0, MOST_LINES);
  const named = Math.max(0, lines.length - monthLines.length);
  const more = total > named ? words.more(total - named, 'customers') : null;
  const title = words.signingsTitle(total, names.expected(amountOf(months)));
  return [{ part: 'signings', title, lines, more: named === 0 ? null : more, number: { part: 'signings' } }];
}

/** Who was won and who was lost. */
export function endSections({ ends }: Digest, names: DigestNames): DigestSection[] {
  if (ends === undefined) return [];
  const sectionOf = (outcome: 'won' | 'lost', { amount, count, currency, first }: EndsOfKind): DigestSection[] => {
    if (count === 0) return [];
    const title = names.words.ends(outcome, count, money(amount, currency, names));
    const lines = first.map((end) => line(end.name, endText(end, names), names, { customerId: end.customerId }));
    return [{ part: 'ends', title, ...cutLines(lines, count, names), number: { part: 'ends', outcome } }];
  };
  return [...sectionOf('won', ends.won), ...sectionOf('lost', ends.lost)];
}

/** What new complaints are about. */
export function causeSections({ causes = [] }: Digest, names: DigestNames): DigestSection[] {
  if (causes.length === 0) return [];
  const lines = causes.map(({ cause, complaints }) => {
    const lead = cause === null ? names.words.noCause : causeText(cause, names);
    return line(lead, formatDecimal(complaints, 0), names, { number: { part: 'causes', cause } });
  });
  const title = names.words.causesTitle(sumOf(causes, ({ complaints }) => complaints));
  return [
    { part: 'causes', title, ...cutLines(lines, causes.length, names, 'complaints'), number: { part: 'causes' } },
  ];
}

/** How satisfied customers are. */
export function satisfactionSections({ satisfaction }: Digest, names: DigestNames): DigestSection[] {
  if (satisfaction === undefined) return [];
  const { words } = names;
  const { average, before, low, results } = satisfaction;
  const title = words.satisfaction(
    formatDecimal(average, 1),
    results,
    before === null ? null : formatDecimal(before, 1),
  );
  const lines = low === 0 ? [] : [line(words.lowLead, words.low(low), names)];
  return [{ part: 'satisfaction', title, lines, more: null, number: { part: 'satisfaction' } }];
}

/** What data is worth mending. */
export function dataSections({ data = [] }: Digest, names: DigestNames): DigestSection[] {
  const shown = data.filter(({ customers }) => customers > 0);
  if (shown.length === 0) return [];
  const { words } = names;
  const lines = shown.map(({ before, code, customers }) => {
    const change = before === null ? '' : words.change(customers - before);
    const told = `${words.counted(customers)}${change === '' ? '' : words.inBrackets(change)}`;
    return line(words.problems[code], told, names, { number: { part: 'data', code } });
  });
  return [{ part: 'data', title: words.dataTitle, lines, more: null, number: null }];
}

/** What a complaint is about; empty where nobody has said. */
export function causeText(cause: string | null, { language }: DigestNames): string {
  if (cause === null) return '';
  return isComplaintCause(cause) ? COMPLAINT_TEXT[language].causes[cause] : cause;
}

/** The parts that say something, with a dot between them. */
export function joined(parts: readonly string[], { words }: DigestNames): string {
  return parts.filter((part) => part !== '').join(words.between);
}

function endText({ amount, currency, endedOn, ownerId, reason }: DigestEnd, names: DigestNames): string {
  return joined([names.day(endedOn), money(amount, currency, names) ?? '', reason ?? '', names.rep(ownerId)], names);
}

function money(amount: number | null, currency: string | null, { language }: DigestNames): string | null {
  return amount === null ? null : formatMoneyBriefly(amount, language, { currency });
}

function prospectsOf(counts: readonly SigningCount[]): number {
  return sumOf(counts, ({ prospects }) => prospects);
}

function amountOf(counts: readonly SigningCount[]): number | null {
  const known = counts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  return known.length === 0 ? null : sumOf(known, (amount) => amount);
}
