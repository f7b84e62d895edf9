import type { CalendarDate } from '../calendar-date.ts';
import type { CustomerStage } from '../customer-stage.ts';
import type { BookLoad, LevelLoad } from '../follow-ups/book-load.ts';
import type { ContactSum } from '../follow-ups/contact-share.ts';
import type { DueReason } from '../follow-ups/day-plan.ts';
import { HORIZON_WORKING_DAYS } from '../follow-ups/plan-day.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage, Language } from './language.ts';
import { nearDay, shortDay } from './short-day.ts';

interface DayPlanText {
  complaint(day: string, isLate: boolean): string;
  /** Where it is a moment of the reader's day. */
  complaintToday(time: string, isLate: boolean): string;
  /** `promise` is null when nothing was noted. */
  promised(day: string, promise: string | null): string;
  rose(day: string): string;
  signing(day: string, isPast: boolean): string;
  birthday(day: string): string;
  readonly firstContact: string;
  overdue(days: number): string;
  readonly due: string;
  hours(hours: number): string;
  minutes(minutes: number): string;
  comesOn(day: string, isNear: boolean): string;
  comesLater(workingDays: number): string;
  sum(customers: string, contacts: string, minutes: string, days: string): string;
  /** `over` is negative where there is room. */
  load(days: string, ofDays: string, over: number, difference: string): string;
  levelLoad(customers: number, days: string): string;
  levelOver(most: number, over: number): string;
  untiered(stage: CustomerStage): string;
}

/** When a reason is read, by the clocks of the reader. */
export interface ReadAt {
  readonly now: Date;
  /** The day it is where the reader is. */
  readonly today: CalendarDate;
  /** The day it is or was there at a moment. */
  readonly dayOf: (moment: Date) => CalendarDate;
  /** The time that clocks show or showed there at a moment, as HH:MM. */
  readonly timeOf: (moment: Date) => string;
}

/** Why a customer is due, in a few words: promised for today: quote; overdue by 3 days; complaint: answer by 15:27. */
export function dueReasonText(reason: DueReason, readAt: ReadAt, language: Language): string {
  const text = TEXT[language];
  const { today } = readAt;
  switch (reason.code) {
    case 'complaint':
      return complaintText(reason, readAt, language);
    case 'promised':
      return text.promised(nearDay(reason.on, today, language), reason.promise);
    case 'rose':
      return text.rose(nearDay(reason.on, today, language));
    case 'expected-signing':
      return text.signing(nearDay(reason.on, today, language), reason.on < today);
    case 'birthday':
      return text.birthday(nearDay(reason.on, today, language));
    case 'first-contact':
      return text.firstContact;
    case 'overdue':
      return text.overdue(reason.days);
    case 'due':
      return text.due;
    default:
      return reason satisfies never;
  }
}

function complaintText(
  { answerAt, answerBy }: Extract<DueReason, { code: 'complaint' }>,
  { dayOf, now, timeOf, today }: ReadAt,
  language: Language,
): string {
  const text = TEXT[language];
  if (answerAt === null) return text.complaint(nearDay(answerBy, today, language), answerBy < today);
  const [day, isLate] = [dayOf(answerAt), answerAt < now];
  return day === today
    ? text.complaintToday(timeOf(answerAt), isLate)
    : text.complaint(nearDay(day, today, language), isLate);
}

/** An effort in hours and minutes: 2 h 30 min, 45 min. */
export function effortText(minutes: number, language: Language): string {
  const text = TEXT[language];
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return text.minutes(rest);
  return rest === 0 ? text.hours(hours) : `${text.hours(hours)} ${text.minutes(rest)}`;
}

/** When a carried-over contact comes: on Fri 27 Nov; null, beyond what is planned ahead. `today` is the reader's day. */
export function comesOnText(comesOn: CalendarDate | null, today: CalendarDate, language: Language): string {
  const text = TEXT[language];
  if (comesOn === null) return text.comesLater(HORIZON_WORKING_DAYS);
  const near = nearDay(comesOn, today, language);
  return text.comesOn(near, near !== shortDay(comesOn, today, language));
}

/** The sum behind a level's days (S2): 8 customers × 6⅔ contacts × 90 min = 10 days a month. */
export function contactSumText(
  { customers, contactsAMonth, contactMinutes, daysAMonth }: ContactSum,
  language: Language,
): string {
  const [each, times, minutes, days] = [customers, contactsAMonth, contactMinutes, daysAMonth].map(mixedNumber);
  return TEXT[language].sum(each ?? '', times ?? '', minutes ?? '', days ?? '');
}

/** What a book takes: 23.5 of 20 days a month, 3.5 days over. */
export function bookLoadText({ days, ofDays, overDays }: Omit<BookLoad, 'levels'>, language: Language): string {
  const over = Math.round(overDays * 10) / 10;
  return TEXT[language].load(formatDecimal(days, 1), formatDecimal(ofDays, 1), over, formatDecimal(Math.abs(over), 1));
}

/** What a level of a book takes, to stand behind its title: 9 customers, 11.3 days a month; at most 8, 1 over. */
export function levelLoadText({ customers, days, most, over }: LevelLoad, language: Language): string {
  const text = TEXT[language];
  const load = text.levelLoad(customers, formatDecimal(days, 1));
  return most === null || over === null ? load : `${load}${text.levelOver(most, over)}`;
}

/** What stands in place of a tier's title for the level of customers that have none. */
export function untieredText(stage: CustomerStage, language: Language): string {
  return TEXT[language].untiered(stage);
}

/** 6⅔, 2½, 1.2: thirds, halves and quarters as such. */
function mixedNumber(value: number): string {
  const whole = Math.floor(value + 1e-9);
  const part = FRACTIONS.find(([size]) => Math.abs(value - whole - size) < 1e-6);
  if (part === undefined) return formatDecimal(value, 2);
  return whole === 0 && part[1] !== '' ? part[1] : `${formatDecimal(whole, 0)}${part[1]}`;
}

const FRACTIONS: readonly (readonly [size: number, mark: string])[] = [
  [0, ''],
  [1 / 4, '¼'],
  [1 / 3, '⅓'],
  [1 / 2, '½'],
  [2 / 3, '⅔'],
  [3 / 4, '¾'],
];

const en: DayPlanText = {
  complaint: (day, isLate) =>
    isLate ? `complaint: should have been answered ${on(day)}` : `complaint: answer by ${day}`,
  complaintToday: (time, isLate) => (isLate ? `complaint: late since ${time}` : `complaint: answer by ${time}`),
  promised: (day, promise) => `promised for ${day}${promise === null ? '' : `: ${promise}`}`,
  rose: (day) => `tier rose ${on(day)}`,
  signing: (day, isPast) => `${isPast ? 'was expected' : 'expected'} to sign ${on(day)}`,
  birthday: (day) => `a contact’s birthday ${on(day)}`,
  firstContact: 'first contact',
  overdue: (days) => `overdue by ${counted(days, 'day', 'days')}`,
  due: 'due',
  hours: (hours) => `${hours} h`,
  minutes: (minutes) => `${minutes} min`,
  comesOn: (day, isNear) => (isNear ? `comes ${day}` : `comes on ${day}`),
  comesLater: (days) => `does not fit into the next ${days} working days`,
  sum: (customers, contacts, minutes, days) =>
    `${customers} customers × ${contacts} contacts × ${minutes} min = ${days} days a month`,
  load: (days, ofDays, over, difference) =>
    `${days} of ${ofDays} days a month${over === 0 ? '' : over > 0 ? `, ${difference} over` : `, ${difference} free`}`,
  levelLoad: (customers, days) => `${counted(customers, 'customer', 'customers')}, ${days} days a month`,
  levelOver: (most, over) => `; room for ${most}${over > 0 ? `, ${over} too many` : ''}`,
  untiered: (stage) => (stage === 'prospect' ? 'New prospects' : 'Customers without a tier'),
};

const zhCn: DayPlanText = {
  complaint: (day, isLate) => (isLate ? `投诉答复已逾期，期限为${day}` : `投诉待答复，期限为${day}`),
  complaintToday: (time, isLate) => (isLate ? `投诉答复已超时，期限为今天 ${time}` : `投诉待答复，期限为今天 ${time}`),
  promised: (day, promise) => `约定${day}联系${promise === null ? '' : `：${promise}`}`,
  rose: (day) => `等级于${day}上升`,
  signing: (day, isPast) => `${isPast ? '原预计' : '预计'}${day}签约`,
  birthday: (day) => `联系人生日：${day}`,
  firstContact: '首次联系',
  overdue: (days) => `已逾期 ${days} 天`,
  due: '到了联系时间',
  hours: (hours) => `${hours} 小时`,
  minutes: (minutes) => `${minutes} 分钟`,
  comesOn: (day) => `排到${day}`,
  comesLater: (days) => `${days} 个工作日内排不上`,
  sum: (customers, contacts, minutes, days) =>
    `${customers} 个客户 × 每月 ${contacts} 次 × ${minutes} 分钟 = 每月 ${days} 天`,
  load: (days, ofDays, over, difference) =>
    `每月需 ${days} 天，可用 ${ofDays} 天${over === 0 ? '' : over > 0 ? `，超出 ${difference} 天` : `，还有 ${difference} 天余量`}`,
  levelLoad: (customers, days) => `${formatDecimal(customers, 0)} 个客户，每月需 ${days} 天`,
  levelOver: (most, over) => `；可负责 ${most} 个${over > 0 ? `，超出 ${over} 个` : ''}`,
  untiered: (stage) => (stage === 'prospect' ? '新的潜在客户' : '未定级客户'),
};

const zhTw: DayPlanText = {
  complaint: (day, isLate) => (isLate ? `客訴回覆已逾期，期限為${day}` : `客訴待回覆，期限為${day}`),
  complaintToday: (time, isLate) => (isLate ? `客訴回覆已逾時，期限為今天 ${time}` : `客訴待回覆，期限為今天 ${time}`),
  promised: (day, promise) => `約定${day}聯絡${promise === null ? '' : `：${promise}`}`,
  rose: (day) => `等級於${day}上升`,
  signing: (day, isPast) => `${isPast ? '原預計' : '預計'}${day}簽約`,
  birthday: (day) => `聯絡人生日：${day}`,
  firstContact: '首次聯絡',
  overdue: (days) => `已逾期 ${days} 天`,
  due: '到了聯絡時間',
  hours: (hours) => `${hours} 小時`,
  minutes: (minutes) => `${minutes} 分鐘`,
  comesOn: (day) => `排到${day}`,
  comesLater: (days) => `${days} 個工作日內排不進`,
  sum: (customers, contacts, minutes, days) =>
    `${customers} 位客戶 × 每月 ${contacts} 次 × ${minutes} 分鐘 = 每月 ${days} 天`,
  load: (days, ofDays, over, difference) =>
    `每月需 ${days} 天，可用 ${ofDays} 天${over === 0 ? '' : over > 0 ? `，超出 ${difference} 天` : `，尚餘 ${difference} 天`}`,
  levelLoad: (customers, days) => `${formatDecimal(customers, 0)} 位客戶，每月需 ${days} 天`,
  levelOver: (most, over) => `；可負責 ${most} 位${over > 0 ? `，超出 ${over} 位` : ''}`,
  untiered: (stage) => (stage === 'prospect' ? '新的潛在客戶' : '未定級客戶'),
};

/** Today, tomorrow and yesterday stand without a preposition. */
function on(day: string): string {
  return /^[a-z]/.test(day) ? day : `on ${day}`;
}

const TEXT: ByLanguage<DayPlanText> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };
