import type { Digest, DigestMoves, DigestPlace, TierCount } from '../digest/digest.ts';
import type { DigestNumber } from '../digest/digest-number.ts';
import { grouped, sumOf } from '../digest/grouped.ts';
import { isBestTier } from '../digest/move-kinds.ts';
import { serviceDebt } from '../digest/service-debt.ts';
import { schemeOf } from '../digest/tier-counts.ts';
import {
  capacitySections,
  causeSections,
  complaintSections,
  dataSections,
  dormantSections,
  endSections,
  satisfactionSections,
  signingSections,
} from './digest-event-sections.ts';
import { cutLines, line, MOST_LINES } from './digest-lines.ts';
import type { DigestNames } from './digest-names.ts';
import type { DigestSection } from './digest-text.ts';
import { formatDecimal } from './format.ts';

/** The sections of a digest, in the order in which they are read; parts in which there is nothing are left out. */
export function digestSections(digest: Digest, names: DigestNames): DigestSection[] {
  return [
    ...tierSections(digest, names),
    ...moveSections(digest, names),
    ...overdueSections(digest, names),
    ...complaintSections(digest, names),
    ...capacitySections(digest, names),
    ...dormantSections(digest, names),
    ...signingSections(digest, names),
    ...endSections(digest, names),
    ...causeSections(digest, names),
    ...satisfactionSections(digest, names),
    ...dataSections(digest, names),
  ];
}

function tierSections({ tiers = [] }: Digest, names: DigestNames): DigestSection[] {
  return [...grouped(tiers, ({ stage }) => stage).values()].flatMap((counts): DigestSection[] => {
    const [first] = counts;
    if (first === undefined) return [];
    const lines = counts.map((count) =>
      line(names.place(count), tierCountText(count, names), names, { number: placeNumber(count) }),
    );
    // the places that no line has room for are told in one
    const rest = counts.slice(MOST_LINES).map((count) => `${names.place(count)} ${tierCountText(count, names)}`);
    const more = rest.length === 0 ? null : rest.join(names.words.between);
    return [
      { part: 'tiers', title: names.words.tiers[first.stage], lines: lines.slice(0, MOST_LINES), more, number: null },
    ];
  });
}

function tierCountText({ before, customers }: TierCount, { words }: DigestNames): string {
  const change = before === null ? '' : words.change(customers - before);
  return `${formatDecimal(customers, 0)}${change === '' ? '' : words.inBrackets(change)}`;
}

function placeNumber({ stage, tier, status }: DigestPlace): DigestNumber {
  return { part: 'tiers', stage, tier, status };
}

function moveSections({ moves }: Digest, names: DigestNames): DigestSection[] {
  if (moves === undefined) return [];
  const { words } = names;
  const sectionOf = (direction: 'up' | 'down', { count, ofBest, value, first }: DigestMoves): DigestSection[] => {
    if (count === 0) return [];
    const sales = names.sales(value);
    const title = direction === 'down' ? words.fallen(count, ofBest, sales) : words.risen(count, ofBest, sales);
    const lines = first.map((move) => {
      const details = [names.why(move.why), names.value(move.value, move.stage) ?? '', names.rep(move.ownerId)];
      const told = details.filter((detail) => detail !== '').join(words.between);
      return line(move.name, `${names.move(move)} — ${told}`, names, { customerId: move.customerId });
    });
    return [
      { part: 'moves', direction, title, ...cutLines(lines, count, names), number: { part: 'moves', direction } },
    ];
  };
  return [...sectionOf('down', moves.down), ...sectionOf('up', moves.up)];
}

function overdueSections({ overdue = [], schemes }: Digest, names: DigestNames): DigestSection[] {
  if (overdue.length === 0) return [];
  const { words } = names;
  const debts = serviceDebt(overdue);
  const lines = debts.map(({ ownerId, customers, owed, made, places }) => {
    const best = places.filter(({ stage, tier }) => isBestTier(schemeOf(schemes, stage), tier));
    const ofBest = best.map((place) =>
      words.ofTier(place.customers, names.place(place), best.length > 1 ? place.stage : null),
    );
    const told = words.debt({ customers, owed, made, best: ofBest.length === 0 ? null : ofBest.join(words.comma) });
    return line(
      names.rep(ownerId),
      told,
      names,
      ownerId === null ? {} : { number: { part: 'overdue', repId: ownerId } },
    );
  });
  const title = words.overdueTitle(sumOf(overdue, ({ customers }) => customers));
  return [{ part: 'overdue', title, ...cutLines(lines, debts.length, names, 'reps'), number: { part: 'overdue' } }];
}
