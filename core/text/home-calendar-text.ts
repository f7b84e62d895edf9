import { effortText } from './day-plan-text.ts';
import type { ByLanguage } from './language.ts';

/** What the page of the Home tab about the work calendar says, and its windows. */
export interface HomeCalendarText {
  readonly title: string;
  dayMinutes(minutes: number): string;
  readonly eachZone: string;
  readonly holidays: string;
  readonly ownDays: string;
  readonly noOwnDays: string;
  readonly off: string;
  readonly working: string;
  more(count: number): string;
  readonly edit: string;
  readonly editTitle: string;
  readonly addDays: string;
  readonly addTitle: string;
  readonly country: string;
  readonly countryHint: string;
  readonly weekend: string;
  readonly minutes: string;
  readonly from: string;
  readonly to: string;
  readonly toHint: string;
  readonly kind: string;
  readonly asUsual: string;
  readonly reason: string;
  readonly saved: string;
  readonly noDay: string;
  readonly weekendWrong: string;
  readonly save: string;
  readonly cancel: string;
  readonly failed: string;
  readonly adminsOnly: string;
}

export const HOME_CALENDAR_TEXT: ByLanguage<HomeCalendarText> = {
  en: {
    title: 'Work calendar',
    dayMinutes: (minutes) =>
      `Time for contacts: ${effortText(minutes, 'en')} a day, unless a member has a time of their own.`,
    eachZone: 'No country is set: everybody keeps the public holidays of their own time zone.',
    holidays: 'Next public holidays',
    ownDays: 'Your own days off and working days',
    noOwnDays: 'None ahead. Days off in lieu and make-up working days belong here.',
    off: 'day off',
    working: 'working day',
    more: (count) => `and ${count} more`,
    edit: 'Edit…',
    editTitle: 'Work calendar',
    addDays: 'Days off or worked…',
    addTitle: 'Days off or worked',
    country: 'Public holidays of',
    countryHint: 'Such as DE-BY, CN or TW. Empty: those of everybody’s own time zone.',
    weekend: 'Weekend',
    minutes: 'Minutes a day for contacts',
    from: 'First day',
    to: 'Last day',
    toHint: 'Empty: only the first day.',
    kind: 'These days are',
    asUsual: 'as usual again',
    reason: 'Why',
    saved: 'The calendar is saved.',
    noDay: 'Choose the first day.',
    weekendWrong: 'At least one day of the week must be left to work.',
    save: 'Save',
    cancel: 'Cancel',
    failed: 'That did not work. Check the calendar before you try again.',
    adminsOnly: 'Only admins may do this.',
  },
  'zh-CN': {
    title: '工作日历',
    dayMinutes: (minutes) => `每天用于联系客户：${effortText(minutes, 'zh-CN')}（成员另有设定的除外）。`,
    eachZone: '尚未设定国家或地区：每位成员按各自时区的公共假日休息。',
    holidays: '接下来的公共假日',
    ownDays: '自定的放假和上班日',
    noOwnDays: '暂无。调休的放假日和上班日请在此补充。',
    off: '放假',
    working: '上班',
    more: (count) => `另有 ${count} 天`,
    edit: '修改…',
    editTitle: '工作日历',
    addDays: '放假或上班日…',
    addTitle: '放假或上班日',
    country: '公共假日所属国家或地区',
    countryHint: '例如 CN、TW 或 DE-BY。留空：每位成员按各自时区。',
    weekend: '周末',
    minutes: '每天用于联系客户的分钟数',
    from: '第一天',
    to: '最后一天',
    toHint: '留空：只有第一天。',
    kind: '这些日子',
    asUsual: '恢复正常',
    reason: '原因',
    saved: '工作日历已保存。',
    noDay: '请选择第一天。',
    weekendWrong: '一周中至少要有一天上班。',
    save: '保存',
    cancel: '取消',
    failed: '没有成功。请先查看工作日历，再重试。',
    adminsOnly: '只有管理员可以这样做。',
  },
  'zh-TW': {
    title: '工作行事曆',
    dayMinutes: (minutes) => `每天用於聯絡客戶：${effortText(minutes, 'zh-TW')}（成員另有設定者除外）。`,
    eachZone: '尚未設定國家或地區：每位成員依各自時區的國定假日休息。',
    holidays: '接下來的國定假日',
    ownDays: '自訂的放假與上班日',
    noOwnDays: '尚無。調整放假與補班的日子請在此補上。',
    off: '放假',
    working: '上班',
    more: (count) => `另有 ${count} 天`,
    edit: '修改…',
    editTitle: '工作行事曆',
    addDays: '放假或上班日…',
    addTitle: '放假或上班日',
    country: '國定假日所屬國家或地區',
    countryHint: '例如 TW、CN 或 DE-BY。留空：每位成員依各自時區。',
    weekend: '週末',
    minutes: '每天用於聯絡客戶的分鐘數',
    from: '第一天',
    to: '最後一天',
    toHint: '留空：只有第一天。',
    kind: '這些日子',
    asUsual: '恢復正常',
    reason: '原因',
    saved: '工作行事曆已儲存。',
    noDay: '請選擇第一天。',
    weekendWrong: '一週中至少要有一天上班。',
    save: '儲存',
    cancel: '取消',
    failed: '沒有成功。請先查看工作行事曆，再重試。',
    adminsOnly: '只有管理員可以這樣做。',
  },
};
