import type { DigestList, DigestListEntry } from '../digest/digest-list.ts';
import type { DigestNumber } from '../digest/digest-number.ts';
import { causeText, joined } from './digest-event-sections.ts';
import { line } from './digest-lines.ts';
import { type DigestNames, digestNames } from './digest-names.ts';
import type { DigestLine } from './digest-text.ts';
import { formatDecimal, formatMoneyBriefly } from './format.ts';
import type { Language } from './language.ts';

/** A page of the list behind a number, in words. */
export interface DigestListWords {
  /** "Overdue follow-ups, Tier A: 12 · Anna". */
  readonly title: string;
  /** Where nobody is in it; null otherwise. */
  readonly nobody: string | null;
  readonly lines: readonly DigestLine[];
}

/** A page of the list behind a number, in words: in each line the customer, what the number is about, its tier and its owner. */
export function digestListText(list: DigestList, language: Language): DigestListWords {
  const names = digestNames(list, language);
  const { number, total } = list;
  const rep = number.repId === undefined ? '' : names.rep(number.repId);
  return {
    title: joined([titleOf(number, total, names), rep], names),
    nobody: total === 0 ? names.words.list.empty : null,
    lines: list.entries.map((entry) => {
      const place = isPlaceTold(entry) ? names.place(entry) : '';
      const owner = number.repId === undefined ? names.rep(entry.ownerId) : '';
      const told = joined([aboutText(entry, names), place, owner], names);
      return line(entry.name, told, names, { customerId: entry.customerId });
    }),
  };
}

function titleOf(number: DigestNumber, total: number, names: DigestNames): string {
  const { title } = names.words.list;
  switch (number.part) {
    case 'tiers':
      return title.place(names.place(number, number.tier !== null), total);
    case 'capacity':
      return title.book(total);
    case 'moves':
      return title.moves(number.direction, number.ofBest ?? false, total);
    case 'tier-moves': {
      const placed = (tier: string | undefined) =>
        tier === undefined ? null : names.place({ stage: 'customer', tier, status: 'graded' });
      const [from, to, either] = [placed(number.from), placed(number.to), placed(number.either)];
      return title.tierMoves(number.direction ?? null, { from, to, either }, total);
    }
    case 'overdue': {
      const { stage = 'customer', tier } = number;
      return title.overdue(tier === undefined ? null : names.place({ stage, tier, status: 'graded' }), total);
    }
    case 'complaints':
      return title.complaints(total);
    case 'causes':
      return title.opened(
        number.cause === undefined
          ? null
          : number.cause === null
            ? names.words.noCause
            : causeText(number.cause, names),
        total,
      );
    case 'dormant':
      return title.dormant(total);
    case 'signings':
      return title.signings(number.month === undefined ? null : names.month(number.month), total);
    case 'ends':
      return title.ended(number.outcome, total);
    case 'satisfaction':
      return title.satisfaction(total);
    case 'data':
      return title.problem(names.words.problems[number.code], total);
    default:
      return number satisfies never;
  }
}

/** A move says from where to where, and what became of a prospect that ended is on its card. */
function isPlaceTold({ about }: DigestListEntry): boolean {
  return about.kind !== 'move' && about.kind !== 'end';
}

function aboutText({ about, stage }: DigestListEntry, names: DigestNames): string {
  const { words } = names;
  switch (about.kind) {
    case 'place':
      return joined(
        [
          about.lastContactOn === null
            ? words.list.neverContacted
            : words.list.lastContact(names.day(about.lastContactOn)),
          about.score === null ? '' : words.list.score(formatDecimal(about.score, 1)),
        ],
        names,
      );
    case 'move':
      return joined(
        [names.move({ ...about, stage }), names.why(about.why), names.value(about.value, stage) ?? ''],
        names,
      );
    case 'overdue':
      return words.list.owedFor(about.days, about.contacts);
    case 'complaint': {
      const { answerBy, cause, isLate } = about;
      const moment = names.moment(answerBy);
      const due = isLate === true ? words.answerWasDue(moment) : words.answerIsDue(moment);
      return joined([isLate === null ? words.answered : due, causeText(cause, names)], names);
    }
    case 'dormant':
      return about.since === null ? words.neverHeardOf : words.silentSince(names.day(about.since));
    case 'signing':
      return joined([names.day(about.expectedOn), names.expected(about.amount) ?? ''], names);
    case 'end': {
      const { amount, currency, endedOn, outcome, reason } = about;
      const money = amount === null ? '' : formatMoneyBriefly(amount, names.language, { currency });
      return joined([words.list.ended(outcome, names.day(endedOn)), money, reason ?? ''], names);
    }
    case 'satisfaction':
      return words.list.satisfaction(about.score, names.day(about.surveyedOn));
    case 'problem':
      return '';
    default:
      return about satisfies never;
  }
}
