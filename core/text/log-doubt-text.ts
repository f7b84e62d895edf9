import type { CalendarDate } from '../calendar-date.ts';
import type { LogDoubt } from '../follow-ups/log-reading.ts';
import { METHOD_TEXT, OUTCOME_TEXT } from './contact-text.ts';
import type { Language } from './language.ts';
import { shortDay } from './short-day.ts';

/** What a noted contact leaves open, as a question to the person; texts of theirs come in as they were typed. `today` is the reader's day. */
export function logDoubtText(doubt: LogDoubt, today: CalendarDate, language: Language): string {
  const text = TEXT[language];
  const day = (date: CalendarDate) => shortDay(date, today, language);
  switch (doubt.code) {
    case 'no-method':
      return text.noMethod;
    case 'only-planned':
      return text.onlyPlanned;
    case 'two-methods':
      return text.which(doubt.methods.map((method) => METHOD_TEXT[language][method]).join(text.or));
    case 'two-outcomes':
      return text.which(doubt.outcomes.map((outcome) => OUTCOME_TEXT[language][outcome]).join(text.or));
    case 'two-dates':
    case 'day-order':
      return text.whichNext(doubt.days.map(day).join(text.or));
    case 'past-or-next':
      return text.pastOrNext(day(doubt.past), day(doubt.next));
    case 'past-date':
      return text.pastDate(day(doubt.day));
    case 'vague-date':
      return text.vague(day(doubt.from), day(doubt.to));
    case 'end-date':
      return text.end(day(doubt.day));
    case 'unread-date':
      return text.unread(doubt.text);
    case 'satisfaction-scale':
      return text.scale(doubt.text);
    default:
      return doubt satisfies never;
  }
}

interface DoubtText {
  readonly or: string;
  readonly noMethod: string;
  readonly onlyPlanned: string;
  which(choices: string): string;
  whichNext(days: string): string;
  pastOrNext(past: string, next: string): string;
  pastDate(day: string): string;
  vague(from: string, to: string): string;
  end(day: string): string;
  unread(text: string): string;
  scale(text: string): string;
}

const TEXT: Readonly<Record<Language, DoubtText>> = {
  en: {
    or: ' or ',
    noMethod: 'How were you in touch?',
    onlyPlanned: 'This sounds like a plan. Have you been in touch already?',
    which: (choices) => `Which is it: ${choices}?`,
    whichNext: (days) => `Which day is the next contact: ${days}?`,
    pastOrNext: (past, next) => `Was it on ${past}, or will it be on ${next}?`,
    pastDate: (day) => `${day} has passed. Which day is the next contact?`,
    vague: (from, to) => `Which day from ${from} to ${to} is the next contact?`,
    end: (day) => `Something ends on ${day}. Which day is the next contact?`,
    unread: (text) => `Which day is “${text}”?`,
    scale: (text) => `How satisfied is the customer, from 1 to 5? (${text})`,
  },
  'zh-CN': {
    or: '还是',
    noMethod: '是用什么方式联系的？',
    onlyPlanned: '这看起来是计划，请确认是否已经联系过。',
    which: (choices) => `请确认：${choices}？`,
    whichNext: (days) => `下次联系是哪一天：${days}？`,
    pastOrNext: (past, next) => `是${past}已经联系过，还是${next}才联系？`,
    pastDate: (day) => `${day}已经过去，下次联系是哪一天？`,
    vague: (from, to) => `下次联系是${from}到${to}之间的哪一天？`,
    end: (day) => `${day}是到期或截止的日子，下次联系是哪一天？`,
    unread: (text) => `“${text}”是哪一天？`,
    scale: (text) => `客户满意度请用 1 到 5 分表示（${text}）。`,
  },
  'zh-TW': {
    or: '還是',
    noMethod: '是用什麼方式聯絡的？',
    onlyPlanned: '這看起來是計畫，請確認是否已經聯絡過。',
    which: (choices) => `請確認：${choices}？`,
    whichNext: (days) => `下次聯絡是哪一天：${days}？`,
    pastOrNext: (past, next) => `是${past}已經聯絡過，還是${next}才聯絡？`,
    pastDate: (day) => `${day}已經過去，下次聯絡是哪一天？`,
    vague: (from, to) => `下次聯絡是${from}到${to}之間的哪一天？`,
    end: (day) => `${day}是到期或截止的日子，下次聯絡是哪一天？`,
    unread: (text) => `「${text}」是哪一天？`,
    scale: (text) => `客戶滿意度請用 1 到 5 分表示（${text}）。`,
  },
};
