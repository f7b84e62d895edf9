import { addDays, type CalendarDate, calendarDate, dateParts } from '../calendar-date.ts';
import {
  addMonths,
  certainDay,
  checkedByWeekday,
  type DayGroups,
  type DayMention,
  type DayRule,
  dayInAnyMonth,
  dayInAnyYear,
  dayInMonth,
  findDays,
  lastOfMonth,
  type MentionedDay,
  SOME_PAST_DAY,
  someDay,
  UNREAD_DAY,
  weekdayInAnyWeek,
  weekdayInWeek,
} from './day-mention.ts';

/**
 * Finds the days that a text in simplified Chinese speaks of: 明天, 下周三, 12月3号, 三天后, 月底, 周五前. Weeks begin on Monday. `12/3` is
 * December. In the order of the text, none within another.
 *
 * Packages for dates do not read 两周后, 月底, 下周, 下个月5号, 15号 or 12/3, and take 下下周一 for 下周一.
 */
export function findChineseDays(text: string, today: CalendarDate): DayMention[] {
  return findDays(text, RULES, today);
}

const NUMERAL = '一二两三四五六七八九十';
const NUMBER = `(?:\\d{1,3}|[${NUMERAL}]{1,3})`;
const WEEK = '(?:周|星期|礼拜)';
const PART = '底|末|初|中旬|上旬|下旬|中(?!心|午|学)';
/** What makes a number a name and no day of the month: 3号楼, 1号机. */
const NO_THING = '(?![线楼机店厂院门馆仓库车样位码文柜厅坑井桌]|产品|方案|航站|公路|仓库|会议室)';
const HOLIDAY = '(?:春节|元旦|新年|清明|五一|端午|中秋|国庆|十一|圣诞|元宵|双十一|假期|长假|放假|过年|过节|节假日)';

const NAMED_WEEKDAY = `(?: ?[(,（]? ?${WEEK}(?<weekday>[一二三四五六日天])[)）]?)?`;

const RULES: readonly DayRule[] = [
  [
    new RegExp(
      `(?:民国 ?(?<taiwan>\\d{2,3})|(?<!\\d)(?<year>\\d{4})) ?[年/.-] ?(?<month>${NUMBER}) ?[月/.-] ?(?<day>${NUMBER}) ?[日号]?${NAMED_WEEKDAY}`,
      'g',
    ),
    ({ taiwan, year, month, day, weekday }, today) => {
      const fullYear = year === undefined ? 1911 + Number(taiwan) : Number(year);
      const named = certainDay(calendarDate(fullYear, numberIn(month), numberIn(day)), today);
      return checkedByWeekday(named ?? noSuchDay(numberIn(month), numberIn(day)), weekdayIn(weekday), today);
    },
  ],
  [
    new RegExp(
      `(?<year>[去今明后])年 ?(?<month>${NUMBER}) ?月份? ?(?:(?<day>${NUMBER}) ?[日号]?|(?<part>${PART}))?`,
      'g',
    ),
    ({ year, month, day, part }, today) =>
      inMonth(dateParts(today).year + ('去今明后'.indexOf(year ?? '') - 1), numberIn(month), day, part, today),
  ],
  [
    new RegExp(
      `(?<![\\d${NUMERAL}]) ?(?<month>${NUMBER}) ?月 ?(?<day>${NUMBER}) ?(?:[日号]|(?![\\d个家台次年%]))${NAMED_WEEKDAY}`,
      'g',
    ),
    ({ month, day, weekday }, today) => {
      const [wanted, dayOfMonth] = [numberIn(month), numberIn(day)];
      const named = dayInAnyYear(wanted, dayOfMonth, today) ?? noSuchDay(wanted, dayOfMonth);
      return checkedByWeekday(named, weekdayIn(weekday), today);
    },
  ],
  [
    new RegExp(
      `(?<![\\d${NUMERAL}])(?<month>${NUMBER}) ?月(?:份(?<within>${PART})?|(?<part>${PART})|(?![饼球${NUMERAL}\\d]))`,
      'g',
    ),
    ({ month, part, within }, today) => {
      const last = dateParts(today);
      const wanted = numberIn(month);
      return inMonth(wanted < last.month ? last.year + 1 : last.year, wanted, undefined, part ?? within, today);
    },
  ],
  [
    new RegExp(
      `(?:(?<back>上+)个?|(?<forth>下+)个?|这个?|本|当)月 ?(?:份 ?)?(?:(?<day>${NUMBER}) ?[日号]|(?<part>${PART}))?`,
      'g',
    ),
    ({ back, forth, day, part }, today) => {
      const { year, month } = dateParts(today);
      return inMonth(year, month + (forth?.length ?? 0) - (back?.length ?? 0), day, part, today);
    },
  ],
  [
    new RegExp(`(?<![\\d${NUMERAL}个这本上下当])月(?<part>${PART})`, 'g'),
    ({ part }, today) => {
      const { year, month } = dateParts(today);
      const inThis = inMonth(year, month, undefined, part, today);
      return inThis?.ahead === null ? inMonth(year, month + 1, undefined, part, today) : inThis;
    },
  ],
  [
    new RegExp(`(?<![\\d${NUMERAL}月第.:/-] ?)(?<day>${NUMBER}) ?(?:号${NO_THING}|日(?![常期本用]))`, 'g'),
    ({ day }, today) => dayInAnyMonth(numberIn(day), today),
  ],
  [
    new RegExp(
      `(?<![每\\d${NUMERAL}个])(?:(?<back>上+)|(?<forth>下+)|(?<here>[这本]))? ?个? ?${WEEK} ?(?<weekday>[一二三四五六日天末]|[1-7](?!\\d))`,
      'g',
    ),
    ({ back, forth, here, weekday }, today) => weekdayOfWeek(back, forth, here, weekday ?? '', today),
  ],
  [
    new RegExp(
      `(?:(?<back>上+)|(?<forth>下+)|[这本])个?${WEEK}(?:之?内|(?<part>[初中底]))?(?! ?[一二三四五六日天末1-7年])`,
      'g',
    ),
    ({ back, forth, part }, today) => {
      const weeks = (forth?.length ?? 0) - (back?.length ?? 0);
      // Work ends on Friday; on a weekend what is left of the week is the weekend.
      const end = weekdayInWeek(5, weeks, today) < today && weeks === 0 ? 7 : 5;
      const [first, last] = part === '初' ? [1, 2] : part === '中' ? [3, 3] : part === '底' ? [end, end] : [1, end];
      return someDay(weekdayInWeek(first, weeks, today), weekdayInWeek(last, weeks, today), today);
    },
  ],
  [
    new RegExp(
      `(?<![上下]个?)(?:[这本]个?)?${WEEK}末(?:(?:之|以|过)?后|一?过)|过(?:了|完)?${WEEK}末(?:(?:之|以)?后)?`,
      'g',
    ),
    (_, today) => certainDay(weekdayInWeek(1, 1, today), today),
  ],
  [
    new RegExp(`(?<![\\d${NUMERAL}])(?<hours>${NUMBER}) ?个?小时(?:之|以)?[内后]`, 'g'),
    ({ hours }, today) =>
      numberIn(hours) < 24 ? undefined : certainDay(addDays(today, Math.floor(numberIn(hours) / 24)), today),
  ],
  [/(?:今[天日早晚]|今(?=[上下中]午)|当天)/g, (_, today) => certainDay(today, today)],
  [/刚刚|刚才|方才/g, (_, today) => passed(today)],
  [/(?:明[天日早晚]|隔[天日])/g, (_, today) => certainDay(addDays(today, 1), today)],
  [/明后[天日]/g, (_, today) => ({ ...ahead(addDays(today, 1), today), also: [addDays(today, 2)] })],
  [/(?<more>大*)后[天日]/g, ({ more }, today) => certainDay(addDays(today, 2 + (more?.length ?? 0)), today)],
  [/昨[天日晚早]/g, (_, today) => certainDay(addDays(today, -1), today)],
  [/(?<!提)(?<more>大*)前天/g, ({ more }, today) => certainDay(addDays(today, -2 - (more?.length ?? 0)), today)],
  [/前(?:几|两|些)天|前(?:阵子?|段时间|些日子)|上次|去年(?!\d)/g, () => SOME_PAST_DAY],
  [
    new RegExp(
      `(?:(?<half>半)个?(?<unit1>月|年)|(?<number>${NUMBER}|几)(?:[-~到至或](?<upTo>${NUMBER}))? ?个?(?<extra>半)?(?<unit2>天|日|周|星期|礼拜|月|年)) ?(?:之|以)?(?<side>[后内前])(?![天年])`,
      'g',
    ),
    (groups, today) => countedFrom(groups, groups['side'] ?? '', today),
  ],
  [
    new RegExp(
      `(?:再?过|再等|隔)(?:(?<half>半)个?(?<unit1>月|年)|(?<number>${NUMBER}|几)(?:[-~到至或](?<upTo>${NUMBER}))? ?个?(?<extra>半)?(?<unit2>天|日|周|星期|礼拜|月|年))(?: ?(?:之|以)?后)?`,
      'g',
    ),
    (groups, today) =>
      // "In two days" is said of any day soon.
      groups['number'] === '两' && groups['unit2'] === '天' && groups['upTo'] === undefined
        ? someDay(addDays(today, 2), addDays(today, 3), today)
        : countedFrom(groups, '后', today),
  ],
  [new RegExp(`隔${WEEK}`, 'g'), (_, today) => certainDay(addDays(today, 7), today)],
  [
    /(?<year>[今明])?年(?:[底末终](?!奖)|尾)|岁末/g,
    ({ year }, today) => certainDay(calendarDate(dateParts(today).year + (year === '明' ? 1 : 0), 12, 31), today),
  ],
  [
    new RegExp(
      `(?:${HOLIDAY}|(?<![\\d${NUMERAL}几半今明])年|节|(?<![\\d${NUMERAL}])假)(?:(?:之|以)?[前后]|过后|期间)(?![天台])|明年(?! ?[\\d${NUMERAL}底末终初])|明年初|[上下]半年|[下本这]个?季度?末?|季[末底]|第[一二三四]季度?|[qQ][1-4]|改[天日]|择日|${NUMBER}个?工作[日天](?:之|以)?[后内]|过(?:一?段时间|一?阵子?|些天|些日子|一?会儿?)`,
      'g',
    ),
    () => UNREAD_DAY,
  ],
  [
    /(?<![\d/.-])(?<month>\d{1,2})(?:\/(?<day>\d{1,2})(?![\d/%.])|[.-](?<other>\d{1,2})(?= ?(?:(?:之|以)?前|[日号再约见]|联系)))/g,
    ({ month, day, other }, today) => dayInAnyYear(Number(month), Number(day ?? other), today),
  ],
];

/** A month's day, a part of it, or some day of it. */
function inMonth(
  year: number,
  month: number,
  day: string | undefined,
  part: string | undefined,
  today: CalendarDate,
): MentionedDay | undefined {
  const date = (of: number) => dayInMonth(year, month, of);
  if (day !== undefined) return certainDay(date(numberIn(day)), today);
  const last = lastOfMonth(year, month);
  switch (part) {
    case '底':
    case '末':
      return certainDay(last, today);
    case '初':
    case '上旬':
      return someDay(date(1), date(10), today);
    case '中':
    case '中旬':
      return someDay(date(11), date(20), today);
    case '下旬':
      return someDay(date(21), last, today);
    case undefined:
    default:
      return month < 1 || date(1) === undefined ? undefined : someDay(date(1), last, today);
  }
}

/** 2月31日: which day is meant? Undefined where neither number can be of a day. */
function noSuchDay(month: number, day: number): MentionedDay | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? UNREAD_DAY : undefined;
}

function weekdayOfWeek(
  back: string | undefined,
  forth: string | undefined,
  here: string | undefined,
  weekday: string,
  today: CalendarDate,
): MentionedDay | undefined {
  const weeks = (forth?.length ?? 0) - (back?.length ?? 0);
  if (weekday === '末') {
    const [saturday, sunday] = [weekdayInWeek(6, weeks, today), weekdayInWeek(7, weeks, today)];
    return someDay(saturday, sunday, today);
  }
  const number = weekdayIn(weekday) ?? 0;
  if (weeks === 0 && here === undefined) return weekdayInAnyWeek(number, today);
  return certainDay(weekdayInWeek(number, weeks, today), today);
}

function weekdayIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return '天日'.includes(text) ? 7 : numberIn(text);
}

/** `N units` after, within or before today. */
function countedFrom(groups: DayGroups, side: string, today: CalendarDate): MentionedDay | undefined {
  const { half, number = '', upTo, extra } = groups;
  const unit = groups['unit1'] ?? groups['unit2'] ?? '';
  const sign = side === '前' ? -1 : 1;
  if (sign < 0 && (unit === '年' || number === '几')) return SOME_PAST_DAY;
  const after = (count: number): CalendarDate | undefined => {
    if (unit === '年') return addMonths(today, sign * 12 * count);
    if (unit === '月')
      return Number.isInteger(count) ? addMonths(today, sign * count) : addDays(today, sign * 30 * count);
    return addDays(today, sign * Math.round(count * (DAYS[unit] ?? 1)));
  };
  if (half !== undefined)
    return certainDay(unit === '年' ? addMonths(today, sign * 6) : addDays(today, sign * 15), today);
  if (number === '几') {
    return unit === '天' ? someDay(addDays(today, 2), addDays(today, 7), today) : UNREAD_DAY;
  }
  // 两三天: two numerals, neither of them ten, are a span.
  const [from, to] = /^[一二两三四五六七八九]{2}$/.test(number)
    ? [numberIn(number[0]), numberIn(number[1])]
    : [numberIn(number), upTo === undefined ? undefined : numberIn(upTo)];
  if (to !== undefined) return sign < 0 ? SOME_PAST_DAY : someDay(after(from), after(to), today);
  return certainDay(after(from + (extra === undefined ? 0 : 0.5)), today);
}

const DAYS: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7 };

function passed(day: CalendarDate): MentionedDay {
  return { ...SOME_PAST_DAY, past: day };
}

function ahead(day: CalendarDate, today: CalendarDate): MentionedDay {
  return certainDay(day, today) ?? SOME_PAST_DAY;
}

/** 12, 十二, 二十五, 两; NaN-free: 0 when it is no number. */
function numberIn(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  return (tens === '' ? 1 : digit(tens ?? '')) * 10 + digit(ones ?? '');
}

function digit(text: string): number {
  const index = '零一二三四五六七八九'.indexOf(text === '两' ? '二' : text);
  return text === '' || index < 0 ? Number(text) || 0 : index;
}
