import type { Button } from '@slack/types';
import type { SigningCount } from '../../../core/digest/digest.ts';
import type { DigestNumber } from '../../../core/digest/digest-number.ts';
import { CARD_TEXT } from '../../../core/text/card-text.ts';
import { bookLoadText } from '../../../core/text/day-plan-text.ts';
import { type DigestNames, digestNames } from '../../../core/text/digest-names.ts';
import { HOME_BOOK_TEXT } from '../../../core/text/home-book-text.ts';
import { HOME_MEMBER_TEXT } from '../../../core/text/home-member-text.ts';
import { HOME_TEAM_TEXT } from '../../../core/text/home-team-text.ts';
import { HOME_TEXT } from '../../../core/text/home-text.ts';
import { nearDay } from '../../../core/text/short-day.ts';
import type { TeamBoard, TeamRep } from '../../use-cases/team-board.ts';
import { ACTION } from '../action-ids.ts';
import { plainName } from '../plain-name.ts';
import { type Block, context, header, paragraph, plainText } from '../rich-text.ts';
import type { Viewer } from '../viewer.ts';
import { actionButton } from './action-button.ts';
import { type ListsFrom, listButton } from './list-button.ts';
import { pageButton } from './page-button.ts';
import { pageOf, pagesRow } from './pages-row.ts';

/** One block each. */
const REPS_A_PAGE = 20;
const OVERRIDES_A_PAGE = 20;
const MOST_OVERRIDES = 5;
const MOST_OF_MONTH = 5;
const LONGEST_NAME = 60;

/** A manager's team: the sums with the lists behind them, a line for each rep, tiers to review, and what is to be signed. */
export function teamBlocks(board: TeamBoard, page: number, viewer: Viewer): Block[] {
  const { language } = viewer;
  const text = HOME_TEAM_TEXT[language];
  const names = digestNames(board, language);
  const from: ListsFrom = { ...board, readerId: board.memberId };
  const shown = pageOf(board.reps, page, REPS_A_PAGE);
  return [
    header(text.title),
    paragraph(sumLine(board, viewer)),
    { type: 'actions', elements: boardButtons(board, from, viewer) },
    ...(board.reps.length === 0 ? [context(text.noReps)] : []),
    ...shown.items.map((rep, index) => repBlock(rep, index, board, names)),
    ...pagesRow(shown, (each) => ({ kind: 'team', page: each }), language),
    ...(shown.page === 1 ? [...overrideBlocks(board, names, viewer), ...signingBlocks(board, from, names)] : []),
  ];
}

/** All tiers set by hand that end soon or have ended, in pages. */
export function overridesBlocks(board: TeamBoard, page: number, viewer: Viewer): Block[] {
  const { language } = viewer;
  const text = HOME_TEAM_TEXT[language];
  const names = digestNames(board, language);
  const shown = pageOf(board.overrides, page, OVERRIDES_A_PAGE);
  return [
    header(text.overrides),
    context(board.overrides.length === 0 ? text.noOverrides : text.overridesCount(board.overrides.length)),
    ...shown.items.map((override, index) => overrideBlock(override, index, names, viewer)),
    ...pagesRow(shown, (each) => ({ kind: 'overrides', page: each }), language),
    { type: 'actions', elements: [pageButton(HOME_TEXT[language].back, { kind: 'team' }, { id: 'back' })] },
  ];
}

/** Opens what would bring every book of the team within its days. */
export function balanceButton({ language }: Viewer): Button {
  return actionButton({ actionId: ACTION.balanceBooks, label: HOME_MEMBER_TEXT[language].balance });
}

/** Where and when digests come. */
function digestSettingsButton({ language }: Viewer): Button {
  const text = HOME_TEAM_TEXT[language];
  return actionButton({ actionId: ACTION.digestSettings, label: text.settings, accessible: text.settingsLabel });
}

function sumLine({ reps }: TeamBoard, { language }: Viewer): string {
  const text = HOME_TEAM_TEXT[language];
  const over = reps.filter(({ load }) => load !== null && isOver(load)).length;
  const [late, near] = [
    sum(reps.map(({ complaints }) => complaints.late)),
    sum(reps.map(({ complaints }) => complaints.near)),
  ];
  const owed = sum(reps.map(({ debt }) => debt.owed));
  return [
    text.reps(reps.filter(({ memberId }) => memberId !== null).length),
    text.customers(sum(reps.map(({ customers }) => customers))),
    ...(late === 0 ? [] : [text.late(late)]),
    ...(near === 0 ? [] : [text.near(near)]),
    ...(over === 0 ? [] : [text.overReps(over)]),
    owed === 0 ? text.noDebt : text.debt(owed, sum(reps.map(({ debt }) => debt.made))),
  ].join(text.between);
}

function boardButtons({ reps }: TeamBoard, from: ListsFrom, viewer: Viewer): Button[] {
  const text = HOME_TEAM_TEXT[viewer.language];
  const overdue = sum(reps.map(({ debt }) => debt.customers));
  const complaints = sum(reps.map((rep) => rep.complaints.late + rep.complaints.near));
  const list = (label: string, number: DigestNumber, place: number) => listButton(label, number, from, { place });
  return [
    ...(overdue === 0 ? [] : [list(text.overdueButton(overdue), { part: 'overdue' }, 1)]),
    ...(complaints === 0 ? [] : [list(text.complaintsButton(complaints), { part: 'complaints' }, 2)]),
    pageButton(text.digest, { kind: 'digest' }, { id: 'digest_today' }),
    digestSettingsButton(viewer),
    balanceButton(viewer),
  ];
}

function repBlock(rep: TeamRep, index: number, { reps }: TeamBoard, names: DigestNames): Block {
  const { language } = names;
  const text = HOME_TEAM_TEXT[language];
  const { memberId } = rep;
  const name = memberId === null ? text.nobody : plainName(rep.name, LONGEST_NAME) || '–';
  const hasBoth = new Set(reps.flatMap(({ places }) => places.map(({ stage }) => stage))).size > 1;
  const byStage = Map.groupBy(
    rep.places.filter(({ customers }) => customers > 0),
    ({ stage }) => stage,
  );
  const tiers = [...byStage].map(([stage, places]) => {
    const told = places.map((place) => text.tier(plainName(names.place(place), 40), place.customers));
    const heading = hasBoth ? `${HOME_BOOK_TEXT[language].stage[stage]}${names.words.colon}` : '';
    return `${heading}${told.join(text.between)}`;
  });
  const { complaints, debt, load } = rep;
  const attention = [
    ...(complaints.late === 0 ? [] : [text.late(complaints.late)]),
    ...(complaints.near === 0 ? [] : [text.near(complaints.near)]),
    debt.owed === 0 ? text.noDebt : text.debt(debt.owed, debt.made),
    ...(load === null ? [] : [bookLoadText(load, language)]),
  ];
  const lines = [
    rep.hasLeft ? text.left(name) : name,
    ...(tiers.length === 0 ? [text.noBook] : tiers),
    ...(rep.customers === 0 ? [] : [attention.join(text.between)]),
  ];
  return {
    type: 'section',
    text: plainText(lines.join('\n'), 1500),
    ...(memberId !== null && {
      accessory: pageButton(
        text.open,
        { kind: 'rep', id: memberId },
        { id: `rep_${index + 1}`, accessible: text.openLabel(name) },
      ),
    }),
  };
}

function overrideBlocks({ overrides }: TeamBoard, names: DigestNames, viewer: Viewer): Block[] {
  const text = HOME_TEAM_TEXT[viewer.language];
  return [
    header(text.overrides),
    context(overrides.length === 0 ? text.noOverrides : text.overridesCount(overrides.length)),
    ...overrides.slice(0, MOST_OVERRIDES).map((override, index) => overrideBlock(override, index, names, viewer)),
    ...(overrides.length <= MOST_OVERRIDES
      ? []
      : [
          {
            type: 'actions' as const,
            elements: [pageButton(text.allOverrides(overrides.length), { kind: 'overrides' }, { id: 'overrides' })],
          },
        ]),
  ];
}

function overrideBlock(
  { customerId, expiresOn, hasExpired, name: full, ownerId, stage, tier }: TeamBoard['overrides'][number],
  index: number,
  names: DigestNames,
  { language, today }: Viewer,
): Block {
  const text = HOME_TEAM_TEXT[language];
  const name = plainName(full, LONGEST_NAME) || '–';
  const day = nearDay(expiresOn, today, language);
  const until = hasExpired ? text.expired(day) : text.expires(day);
  const titled = plainName(names.place({ stage, tier, status: 'graded' }) || CARD_TEXT[language].tier(tier), 40);
  const owner = plainName(names.rep(ownerId), 40) || '–';
  return {
    type: 'section',
    text: plainText(text.override(name, titled, until, owner), 400),
    accessory: actionButton({
      actionId: `${ACTION.digestCard}_${index + 1}`,
      label: text.card,
      accessible: text.cardLabel(name),
      value: customerId,
    }),
  };
}

/** By month, with who brings most of it and a button for each month's list. */
function signingBlocks({ signings }: TeamBoard, from: ListsFrom, names: DigestNames): Block[] {
  const { language } = names;
  const text = HOME_TEAM_TEXT[language];
  const months = [...Map.groupBy(signings, ({ month }) => month)];
  return [
    header(text.signings),
    ...(months.length === 0 ? [context(text.noSignings)] : []),
    ...months.map(([month, counts], index): Block => {
      const title = names.month(month);
      const most = counts
        .slice(0, MOST_OF_MONTH)
        .map((each) => `${plainName(names.rep(each.ownerId), 40) || '–'} ${amountOf([each], names)}`);
      const more = counts.length - most.length;
      const lines = [
        `${title}${names.words.colon}${amountOf(counts, names)}`,
        [...most, ...(more > 0 ? [text.moreReps(more)] : [])].join(text.between),
      ];
      return {
        type: 'section',
        text: plainText(lines.join('\n'), 1000),
        accessory: listButton(text.open, { part: 'signings', month }, from, {
          place: index + 1,
          accessible: `${text.open}. ${text.monthLabel(title)}`,
        }),
      };
    }),
  ];
}

function amountOf(counts: readonly SigningCount[], names: DigestNames): string {
  const known = counts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const amount = known.length === 0 ? null : names.expected(sum(known));
  return HOME_TEAM_TEXT[names.language].signing(sum(counts.map(({ prospects }) => prospects)), amount);
}

/** As the words say it: half a tenth of a day is nothing. */
function isOver({ overDays }: NonNullable<TeamRep['load']>): boolean {
  return Math.round(overDays * 10) > 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
