import type { DigestMoves } from '../../../core/digest/digest.ts';
import type { LevelLoad } from '../../../core/follow-ups/book-load.ts';
import { CAPACITY_TEXT } from '../../../core/text/capacity-text.ts';
import { bookLoadText, levelLoadText, untieredText } from '../../../core/text/day-plan-text.ts';
import { type DigestNames, digestNames } from '../../../core/text/digest-names.ts';
import { HOME_BOOK_TEXT } from '../../../core/text/home-book-text.ts';
import { shortDay } from '../../../core/text/short-day.ts';
import type { RepBook } from '../../use-cases/rep-book.ts';
import { plainName } from '../plain-name.ts';
import { type Block, bold, bulletList, context, header, paragraph, richText, run, section } from '../rich-text.ts';
import type { Viewer } from '../viewer.ts';
import { type ListsFrom, listButton } from './list-button.ts';

/** Slack's limit for the buttons of one row. */
const MOST_BUTTONS = 25;
const LONGEST_NAME = 60;
const LONGEST_LINE = 200;

/** Who reads it. */
export interface BookReader {
  readonly viewer: Viewer;
  readonly readerId: string;
}

/** A rep's book: what it takes, tier by tier, with the lists of its customers; what is overdue; and whose grade has changed. */
export function bookBlocks(book: RepBook, { readerId, viewer }: BookReader): Block[] {
  const { language, dayOf } = viewer;
  const text = HOME_BOOK_TEXT[language];
  const { customers, load, memberId, overdue, places } = book;
  const names = digestNames(book, language);
  const from: ListsFrom = { ...book, readerId };
  const hasBoth = new Set(places.map(({ stage }) => stage)).size > 1;
  const named = places.filter((place) => place.customers > 0).slice(0, MOST_BUTTONS);
  const isOwn = memberId === readerId;
  const summary = text.book(customers, bookLoadText(load, language));
  const levels = levelLines(book, names, hasBoth);
  const since = book.since === null ? null : dayOf(new Date(book.since));
  return [
    header(isOwn ? text.title : text.titleOf(plainName(book.name, 100))),
    levels.length === 0 ? paragraph(summary) : bulletList(summary, levels),
    ...(named.length === 0
      ? []
      : [
          {
            type: 'actions' as const,
            elements: named.map(({ customers: count, stage, status, tier }, index) => {
              const place = plainName(names.place({ stage, status, tier }, hasBoth), 50);
              const number = { part: 'tiers' as const, stage, status, tier, repId: memberId };
              const label = text.place(place, count);
              return listButton(label, number, from, {
                place: index + 1,
                accessible: `${label}. ${text.placeLabel(place)}`,
              });
            }),
          },
        ]),
    paragraph(overdue.customers === 0 ? text.noneOverdue : text.overdue(overdue.customers, overdue.owed)),
    ...(overdue.customers === 0
      ? []
      : [
          {
            type: 'actions' as const,
            elements: [listButton(text.overdueButton, { part: 'overdue', repId: memberId }, from, { place: 1 })],
          },
        ]),
    ...(book.moves === null || since === null
      ? [context(text.noHistory)]
      : [
          header(text.moves(shortDay(since, viewer.today, language))),
          ...(book.moves.down.count + book.moves.up.count === 0 ? [context(text.noMoves)] : []),
          ...movesBlocks(book.moves.down, 'down', { from, memberId, names }),
          ...movesBlocks(book.moves.up, 'up', { from, memberId, names }),
        ]),
  ];
}

/** The tiers that hold anybody or that a rep has room for, with what they take against what one rep can look after. */
function levelLines({ load, places, schemes }: RepBook, names: DigestNames, hasBoth: boolean): string[] {
  const { language } = names;
  const stages = new Set(places.map(({ stage }) => stage));
  const titleOf = ({ level: { stage, tier } }: LevelLoad): string => {
    if (tier === null) return untieredText(stage, language);
    const title = names.place({ stage, tier, status: 'graded' });
    return hasBoth ? CAPACITY_TEXT[language].withStage(title, CAPACITY_TEXT[language].stage[stage]) : title;
  };
  const isGraded = ({ level: { stage } }: LevelLoad) =>
    (stage === 'prospect' ? schemes.prospects : schemes.customers) !== undefined;
  return load.levels
    .filter((each) => each.customers > 0 || (each.most !== null && isGraded(each) && stages.has(each.level.stage)))
    .toSorted((one, other) => Number(isCustomers(one)) - Number(isCustomers(other)))
    .map((each) => HOME_BOOK_TEXT[language].level(plainName(titleOf(each), 60), levelLoadText(each, language)));
}

function isCustomers({ level }: LevelLoad): boolean {
  return level.stage === 'customer';
}

function movesBlocks(
  { count, first }: DigestMoves,
  direction: 'up' | 'down',
  { from, memberId, names }: { readonly from: ListsFrom; readonly memberId: string; readonly names: DigestNames },
): Block[] {
  if (count === 0) return [];
  const text = HOME_BOOK_TEXT[names.language];
  const lines = first.map((move) => {
    const why = names.why(move.why);
    const told = `${names.move(move)}${why === '' ? '' : names.words.between}${why}`;
    return section(
      bold(plainName(move.name, LONGEST_NAME) || '–'),
      run(`${names.words.colon}${plainName(told, LONGEST_LINE)}`),
    );
  });
  const more = count - first.length;
  return [
    richText(section(bold(direction === 'down' ? text.fell(count) : text.rose(count))), {
      type: 'rich_text_list',
      style: 'bullet',
      elements: more > 0 ? [...lines, section(run(text.more(more)))] : lines,
    }),
    {
      type: 'actions',
      elements: [
        listButton(
          direction === 'down' ? text.fallsButton : text.risesButton,
          { part: 'moves', direction, repId: memberId },
          from,
          { place: 1 },
        ),
      ],
    },
  ];
}
