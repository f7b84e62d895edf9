import type { CalendarDate } from '../calendar-date.ts';
import { counted } from './counted.ts';
import { effortText } from './day-plan-text.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/**
 * What a rep's day says, as a list in Slack and on the command line. `day` comes ready to be shown (today, tomorrow, Fri 27
 * Nov), and so do efforts and names; `name` is null where the list is the reader's own.
 */
export interface FollowUpListText {
  headline(contacts: number, day: string, effort: string, budget: string): string;
  /** Heads somebody else's list. */
  whose(name: string): string;
  nothingDue(day: string): string;
  readonly allDone: string;
  /** Where nothing is left to do on a day and contacts wait for another. */
  noMoreFits(day: string, budget: string, waiting: number): string;
  dayOff(day: string): string;
  away(name: string | null, day: string): string;
  /** Above a list that is full and a reader that cannot scroll for ever: contacts that are named without buttons. */
  alsoToday(count: number): string;
  /** Heads what is due and comes later: because the day is full, or because nobody works on it. */
  carriedOver(count: number, isWorkingDay: boolean): string;
  more(count: number): string;
  after(day: string): string;
  readonly done: string;
  doneCount(count: number): string;
  /** By what was done: `contact`, `snooze`, `skip`, `pause`. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly commandLine: string;
  readonly asksSatisfaction: string;
  coveredFor(name: string): string;
  book(customers: number, paused: number): string;
  readonly log: string;
  logLabel(name: string): string;
  readonly snooze: string;
  snoozeLabel(name: string): string;
  readonly skip: string;
  skipLabel(name: string): string;
  readonly usageTitle: string;
  readonly usage: string;
  readonly examples: readonly { readonly typed: string; readonly gives: string }[];
  nobodyCalled(name: string): string;
  readonly notAMember: string;
  othersList(name: string): string;
  noSuchRep(who: string): string;
  /** Heads of the command line's columns: place, customer, tier, way, reason, minutes. */
  readonly columns: readonly [string, string, string, string, string, string];
  readonly noTier: string;
}

const en: FollowUpListText = {
  headline: (contacts, day, effort, budget) =>
    `${counted(contacts, 'contact', 'contacts')} ${on(day)}, ${effort} of ${budget}`,
  whose: (name) => `Follow-ups of ${name}`,
  nothingDue: (day) => `Nothing is due ${on(day)}.`,
  allDone: 'All done for today.',
  noMoreFits: (day, budget, waiting) =>
    `Nothing more fits into the ${budget} of ${day}: ${counted(waiting, 'contact waits', 'contacts wait')}.`,
  dayOff: (day) => `${capital(day)} is not a working day.`,
  away: (name, day) => `${name === null ? 'You are' : `${name} is`} away ${on(day)}.`,
  alsoToday: (count) => `And ${count} more in this day`,
  carriedOver: (count, isWorkingDay) => `Carried over${isWorkingDay ? ', since the day is full' : ''} (${count})`,
  more: (count) => `and ${count} more`,
  after: (day) => `comes after ${day}`,
  done: 'Done',
  doneCount: (count) => `Done (${count})`,
  kinds: { contact: 'contacted', snooze: 'snoozed', skip: 'skipped', pause: 'paused' },
  commandLine: 'the command line',
  asksSatisfaction: 'ask how satisfied they are',
  coveredFor: (name) => `for ${name}, who is away`,
  book: (customers, paused) =>
    `Book: ${counted(customers, 'customer', 'customers')}${paused === 0 ? '' : `, ${paused} paused`}`,
  log: 'Log',
  logLabel: (name) => `Log a contact with ${name}`,
  snooze: 'Snooze',
  snoozeLabel: (name) => `Snooze ${name}`,
  skip: 'Skip',
  skipLabel: (name) => `Skip the contact with ${name}`,
  usageTitle: 'Whom to contact',
  usage:
    'Type /followups for your list of today. What does not fit into the day is carried over, with the day on which it comes.',
  examples: [
    { typed: '/followups', gives: 'today: whom to contact, why, how and in which order' },
    { typed: '/followups tomorrow', gives: 'tomorrow, if all of today gets done' },
    { typed: '/followups @anna', gives: 'a colleague’s list (for managers)' },
    { typed: '/followups help', gives: 'this help' },
  ],
  nobodyCalled: (name) =>
    `Nobody here who uses Tierbook is called “${name}”. A list is of today, of tomorrow, or a colleague’s: /followups @name.`,
  notAMember: 'This person does not use Tierbook yet and has no customers.',
  othersList: (name) => `Only managers and admins see the list of ${name}.`,
  noSuchRep: (who) => `No member is called ${who} or has that Slack id. “tierbook members list” shows who there is.`,
  columns: ['', 'customer', 'tier', 'how', 'why', 'effort'],
  noTier: '–',
};

const zhCn: FollowUpListText = {
  headline: (contacts, day, effort, budget) =>
    `${day}要联系 ${formatDecimal(contacts, 0)} 个客户，预计 ${effort}（全天 ${budget}）`,
  whose: (name) => `${name}的跟进清单`,
  nothingDue: (day) => `${day}没有要联系的客户。`,
  allDone: '今天的联系都完成了。',
  noMoreFits: (day, budget, waiting) =>
    `${day}的 ${budget}排不下更多联系，还有 ${formatDecimal(waiting, 0)} 个客户在等。`,
  dayOff: (day) => `${day}不是工作日。`,
  away: (name, day) => `${name ?? '您'}${day}不在。`,
  alsoToday: (count) => `当天还有 ${formatDecimal(count, 0)} 个`,
  carriedOver: (count, isWorkingDay) => `${isWorkingDay ? '当天已排满，' : ''}顺延（${count}）`,
  more: (count) => `还有 ${formatDecimal(count, 0)} 个`,
  after: (day) => `排在${day}之后`,
  done: '已完成',
  doneCount: (count) => `已完成（${count}）`,
  kinds: { contact: '已联系', snooze: '已推迟', skip: '已跳过', pause: '已暂停跟进' },
  commandLine: '命令行',
  asksSatisfaction: '顺便了解满意度',
  coveredFor: (name) => `代${name}跟进`,
  book: (customers, paused) =>
    `名下 ${formatDecimal(customers, 0)} 个客户${paused === 0 ? '' : `，其中 ${paused} 个暂停跟进`}`,
  log: '记录',
  logLabel: (name) => `记录与${name}的联系`,
  snooze: '推迟',
  snoozeLabel: (name) => `推迟跟进${name}`,
  skip: '跳过',
  skipLabel: (name) => `跳过这次与${name}的联系`,
  usageTitle: '该联系谁',
  usage: '输入 /followups 查看今天的跟进清单。当天排不下的会顺延，并注明排到哪一天。',
  examples: [
    { typed: '/followups', gives: '今天：联系谁、为什么、用什么方式、先后顺序' },
    { typed: '/followups 明天', gives: '今天全部完成后，明天的清单' },
    { typed: '/followups @anna', gives: '同事的清单（主管可用）' },
    { typed: '/followups 帮助', gives: '本帮助' },
  ],
  nobodyCalled: (name) =>
    `使用 Tierbook 的同事中没有“${name}”。可以查看今天、明天（/followups 明天）或同事（/followups @姓名）的清单。`,
  notAMember: '此人尚未使用 Tierbook，也没有负责的客户。',
  othersList: (name) => `只有主管和管理员可以查看${name}的清单。`,
  noSuchRep: (who) => `没有名称或 Slack ID 为“${who}”的成员。可用“tierbook members list”查看成员。`,
  columns: ['', '客户', '等级', '方式', '原因', '用时'],
  noTier: '–',
};

const zhTw: FollowUpListText = {
  headline: (contacts, day, effort, budget) =>
    `${day}要聯絡 ${formatDecimal(contacts, 0)} 位客戶，預計 ${effort}（全天 ${budget}）`,
  whose: (name) => `${name}的跟進清單`,
  nothingDue: (day) => `${day}沒有要聯絡的客戶。`,
  allDone: '今天的聯絡都完成了。',
  noMoreFits: (day, budget, waiting) =>
    `${day}的 ${budget}排不進更多聯絡，還有 ${formatDecimal(waiting, 0)} 位客戶在等。`,
  dayOff: (day) => `${day}不是上班日。`,
  away: (name, day) => `${name ?? '您'}${day}不在。`,
  alsoToday: (count) => `當天還有 ${formatDecimal(count, 0)} 位`,
  carriedOver: (count, isWorkingDay) => `${isWorkingDay ? '當天已排滿，' : ''}順延（${count}）`,
  more: (count) => `還有 ${formatDecimal(count, 0)} 位`,
  after: (day) => `排在${day}之後`,
  done: '已完成',
  doneCount: (count) => `已完成（${count}）`,
  kinds: { contact: '已聯絡', snooze: '已延後', skip: '已略過', pause: '已暫停跟進' },
  commandLine: '命令列',
  asksSatisfaction: '順便了解滿意度',
  coveredFor: (name) => `代${name}跟進`,
  book: (customers, paused) =>
    `名下 ${formatDecimal(customers, 0)} 位客戶${paused === 0 ? '' : `，其中 ${paused} 位暫停跟進`}`,
  log: '記錄',
  logLabel: (name) => `記錄與${name}的聯絡`,
  snooze: '延後',
  snoozeLabel: (name) => `延後跟進${name}`,
  skip: '略過',
  skipLabel: (name) => `略過這次與${name}的聯絡`,
  usageTitle: '該聯絡誰',
  usage: '輸入 /followups 查看今天的跟進清單。當天排不進的會順延，並註明排到哪一天。',
  examples: [
    { typed: '/followups', gives: '今天：聯絡誰、為什麼、用什麼方式、先後順序' },
    { typed: '/followups 明天', gives: '今天全部完成後，明天的清單' },
    { typed: '/followups @anna', gives: '同事的清單（主管可用）' },
    { typed: '/followups 說明', gives: '本說明' },
  ],
  nobodyCalled: (name) =>
    `使用 Tierbook 的同事中沒有「${name}」。可以查看今天、明天（/followups 明天）或同事（/followups @姓名）的清單。`,
  notAMember: '此人尚未使用 Tierbook，也沒有負責的客戶。',
  othersList: (name) => `只有主管和管理員可以查看${name}的清單。`,
  noSuchRep: (who) => `沒有名稱或 Slack ID 為「${who}」的成員。可用「tierbook members list」查看成員。`,
  columns: ['', '客戶', '等級', '方式', '原因', '用時'],
  noTier: '–',
};

/** Today and tomorrow stand without a preposition. */
function on(day: string): string {
  return /^[a-z]/.test(day) ? day : `on ${day}`;
}

function capital(day: string): string {
  return day.slice(0, 1).toUpperCase() + day.slice(1);
}

export const FOLLOW_UP_LIST_TEXT: ByLanguage<FollowUpListText> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };

/** Why the list of a working day is empty. `day` is its date, ready to be shown; `today` that of the reader. */
export function emptyListText(
  { budgetMinutes, carriedOverCount, date, done }: EmptyList,
  today: CalendarDate,
  day: string,
  language: Language,
): string {
  const text = FOLLOW_UP_LIST_TEXT[language];
  if (carriedOverCount > 0) return text.noMoreFits(day, effortText(budgetMinutes, language), carriedOverCount);
  return done.length > 0 && date === today ? text.allDone : text.nothingDue(day);
}

interface EmptyList {
  readonly date: CalendarDate;
  readonly budgetMinutes: number;
  readonly carriedOverCount: number;
  /** What was done on that day. */
  readonly done: readonly unknown[];
}

/** What asks for the list of tomorrow. */
export const TOMORROW_WORDS: readonly string[] = ['tomorrow', 'tmr', '明天', '明日'];
