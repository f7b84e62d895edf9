import { type FollowUpAction, isFollowUpAction } from '../follow-ups/follow-up-actions.ts';
import { isServiceAction, type ServiceAction } from '../follow-ups/service-actions.ts';
import { counted } from './counted.ts';
import type { ByLanguage, Language } from './language.ts';

/** Why something could not be done about a customer's next contact, or not be taken back. */
export type ActionRefusal =
  | 'not-followed-up'
  | 'contact-day'
  | 'next-day'
  | 'until-day'
  | 'note-length'
  | 'skip-reason'
  | 'not-paused'
  | 'managers-only'
  | 'member-gone'
  | 'same-owner'
  | 'no-such-action'
  | 'undo-too-late'
  | 'undo-not-yours'
  | 'already-done'
  | 'acted-since';

/** The sentence for each refusal; `detail` as in the use case's error, ready to be shown. */
export const actionRefusals: ByLanguage<(detail: string) => Readonly<Record<ActionRefusal, string>>> = {
  en: (detail) => ({
    'not-followed-up': `${detail} is archived or lost, so nobody follows it up. Bring it back first.`,
    'contact-day': `A contact is logged for today or before, and for ${detail} at the earliest.`,
    'next-day': `The next contact is today or later, and on ${detail} at the latest.`,
    'until-day': `Please choose a day after today, and ${detail} at the latest.`,
    'note-length': `That is too long: please write at most ${detail} characters.`,
    'skip-reason': `Please give a reason of 3 to ${detail} characters.`,
    'not-paused': `${detail} is not paused.`,
    'managers-only': `Only managers and admins can give ${detail} to somebody else.`,
    'member-gone': `${detail} has left. Choose somebody else.`,
    'same-owner': `${detail} is looked after by this person already.`,
    'no-such-action': 'There is nothing here that can be undone.',
    'undo-too-late': `This can only be undone for ${detail} minutes, and they are over.`,
    'undo-not-yours': 'Only the person who did this, or a manager, can undo it.',
    'already-done': `Somebody else has been quicker (${detail}).`,
    'acted-since': `Something has been done since, so this can no longer be undone (${detail}).`,
  }),
  'zh-CN': (detail) => ({
    'not-followed-up': `${detail}已归档或已登记为失败，不再跟进。请先恢复该客户。`,
    'contact-day': `联系日期必须是今天或以前，最早为 ${detail}。`,
    'next-day': `下次联系不能早于今天，最晚为 ${detail}。`,
    'until-day': `请选择今天以后的日期，最晚为 ${detail}。`,
    'note-length': `内容太长，请不要超过 ${detail} 个字。`,
    'skip-reason': `请填写 3 到 ${detail} 个字的原因。`,
    'not-paused': `${detail}没有暂停跟进。`,
    'managers-only': `只有主管和管理员可以把${detail}转给其他同事。`,
    'member-gone': `${detail}已离开，请另选一位同事。`,
    'same-owner': `${detail}本来就由这位同事负责。`,
    'no-such-action': '没有可以撤销的操作。',
    'undo-too-late': `只能在 ${detail} 分钟内撤销，现在已经超过时间。`,
    'undo-not-yours': '只有操作者本人或主管可以撤销。',
    'already-done': `其他同事已先一步处理（${detail}）。`,
    'acted-since': `后来又有新的操作，无法再撤销（${detail}）。`,
  }),
  'zh-TW': (detail) => ({
    'not-followed-up': `${detail}已封存或已登記為失敗，不再跟進。請先恢復該客戶。`,
    'contact-day': `聯絡日期必須是今天或以前，最早為 ${detail}。`,
    'next-day': `下次聯絡不能早於今天，最晚為 ${detail}。`,
    'until-day': `請選擇今天以後的日期，最晚為 ${detail}。`,
    'note-length': `內容太長，請不要超過 ${detail} 個字。`,
    'skip-reason': `請填寫 3 到 ${detail} 個字的原因。`,
    'not-paused': `${detail}沒有暫停跟進。`,
    'managers-only': `只有主管和管理員可以把${detail}轉給其他同事。`,
    'member-gone': `${detail}已離開，請另選一位同事。`,
    'same-owner': `${detail}本來就由這位同事負責。`,
    'no-such-action': '沒有可以復原的操作。',
    'undo-too-late': `只能在 ${detail} 分鐘內復原，現在已經超過時間。`,
    'undo-not-yours': '只有操作者本人或主管可以復原。',
    'already-done': `其他同事已先一步處理（${detail}）。`,
    'acted-since': `後來又有新的操作，無法再復原（${detail}）。`,
  }),
};

/** Who did what to a customer and when, ready to be shown; `who` is null for the command line. */
export interface ActedWords {
  readonly customer: string;
  readonly kind: string;
  readonly who: string | null;
  readonly when: string;
}

/** "Lei logged a contact with ACME 5 minutes ago." */
export function actedText({ customer, kind, who, when }: ActedWords, language: Language): string {
  const did = DID[language];
  const words = isFollowUpAction(kind) || isServiceAction(kind) ? did.by[kind] : did.other;
  return words(who ?? did.commandLine, customer, when);
}

/** Follows {@link actedText} where that is why something cannot be undone. */
export const NOT_UNDONE: ByLanguage = {
  en: 'So this can no longer be undone.',
  'zh-CN': '因此无法再撤销。',
  'zh-TW': '因此無法再復原。',
};

/** How long ago something was done: minutes and hours within a day, and `day` before that. */
export function agoText(ageMs: number, day: string, language: Language): string {
  const minutes = Math.floor(ageMs / 60_000);
  const text = AGO[language];
  if (minutes < 1) return text.now;
  if (minutes < 60) return text.minutes(minutes);
  return minutes < 24 * 60 ? text.hours(Math.floor(minutes / 60)) : text.on(day);
}

type Did = (who: string, customer: string, when: string) => string;

const DID: ByLanguage<{
  readonly by: Readonly<Record<FollowUpAction | ServiceAction, Did>>;
  readonly other: Did;
  readonly commandLine: string;
}> = {
  en: {
    by: {
      contact: (who, customer, when) => `${who} logged a contact with ${customer} ${when}.`,
      snooze: (who, customer, when) => `${who} snoozed ${customer} ${when}.`,
      skip: (who, customer, when) => `${who} skipped the contact with ${customer} ${when}.`,
      pause: (who, customer, when) => `${who} paused the follow-up of ${customer} ${when}.`,
      resume: (who, customer, when) => `${who} resumed the follow-up of ${customer} ${when}.`,
      reassign: (who, customer, when) => `${who} gave ${customer} to another owner ${when}.`,
      'complaint-opened': (who, customer, when) => `${who} logged a complaint of ${customer} ${when}.`,
      'complaint-answered': (who, customer, when) => `${who} answered the complaint of ${customer} ${when}.`,
      'complaint-closed': (who, customer, when) => `${who} closed the complaint of ${customer} ${when}.`,
      survey: (who, customer, when) => `${who} logged the satisfaction of ${customer} ${when}.`,
      'prospect-won': (who, customer, when) => `${who} put ${customer} down as won ${when}.`,
      'prospect-lost': (who, customer, when) => `${who} put ${customer} down as lost ${when}.`,
      'expected-signing': (who, customer, when) => `${who} changed the expected signing of ${customer} ${when}.`,
    },
    other: (who, customer, when) => `${who} changed something about ${customer} ${when}.`,
    commandLine: 'Somebody on the command line',
  },
  'zh-CN': {
    by: {
      contact: (who, customer, when) => `${who}${when}记录了与${customer}的联系。`,
      snooze: (who, customer, when) => `${who}${when}推迟了${customer}的跟进。`,
      skip: (who, customer, when) => `${who}${when}跳过了与${customer}的联系。`,
      pause: (who, customer, when) => `${who}${when}暂停了${customer}的跟进。`,
      resume: (who, customer, when) => `${who}${when}恢复了${customer}的跟进。`,
      reassign: (who, customer, when) => `${who}${when}把${customer}转给了其他同事。`,
      'complaint-opened': (who, customer, when) => `${who}${when}登记了${customer}的投诉。`,
      'complaint-answered': (who, customer, when) => `${who}${when}答复了${customer}的投诉。`,
      'complaint-closed': (who, customer, when) => `${who}${when}将${customer}的投诉结案。`,
      survey: (who, customer, when) => `${who}${when}记录了${customer}的满意度。`,
      'prospect-won': (who, customer, when) => `${who}${when}将${customer}登记为成交。`,
      'prospect-lost': (who, customer, when) => `${who}${when}将${customer}登记为失败。`,
      'expected-signing': (who, customer, when) => `${who}${when}更改了${customer}的预计成交。`,
    },
    other: (who, customer, when) => `${who}${when}更改了${customer}的资料。`,
    commandLine: '有人通过命令行',
  },
  'zh-TW': {
    by: {
      contact: (who, customer, when) => `${who}${when}記錄了與${customer}的聯絡。`,
      snooze: (who, customer, when) => `${who}${when}延後了${customer}的跟進。`,
      skip: (who, customer, when) => `${who}${when}略過了與${customer}的聯絡。`,
      pause: (who, customer, when) => `${who}${when}暫停了${customer}的跟進。`,
      resume: (who, customer, when) => `${who}${when}恢復了${customer}的跟進。`,
      reassign: (who, customer, when) => `${who}${when}把${customer}轉給了其他同事。`,
      'complaint-opened': (who, customer, when) => `${who}${when}登記了${customer}的客訴。`,
      'complaint-answered': (who, customer, when) => `${who}${when}答覆了${customer}的客訴。`,
      'complaint-closed': (who, customer, when) => `${who}${when}將${customer}的客訴結案。`,
      survey: (who, customer, when) => `${who}${when}記錄了${customer}的滿意度。`,
      'prospect-won': (who, customer, when) => `${who}${when}將${customer}登記為成交。`,
      'prospect-lost': (who, customer, when) => `${who}${when}將${customer}登記為失敗。`,
      'expected-signing': (who, customer, when) => `${who}${when}更改了${customer}的預計成交。`,
    },
    other: (who, customer, when) => `${who}${when}變更了${customer}的資料。`,
    commandLine: '有人透過命令列',
  },
};

const AGO: ByLanguage<{
  readonly now: string;
  minutes(count: number): string;
  hours(count: number): string;
  on(day: string): string;
}> = {
  en: {
    now: 'just now',
    minutes: (count) => counted(count, 'minute ago', 'minutes ago'),
    hours: (count) => counted(count, 'hour ago', 'hours ago'),
    on: (day) => `on ${day}`,
  },
  'zh-CN': {
    now: '刚刚',
    minutes: (count) => ` ${count} 分钟前`,
    hours: (count) => ` ${count} 小时前`,
    on: (day) => `于 ${day} `,
  },
  'zh-TW': {
    now: '剛剛',
    minutes: (count) => ` ${count} 分鐘前`,
    hours: (count) => ` ${count} 小時前`,
    on: (day) => `於 ${day} `,
  },
};
