import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** The words of the buttons and windows with which a customer's follow-up is acted on. Names and days come ready to be shown. */
export interface FollowUpText {
  /** A button's label, and what a screen reader says, which begins with it; titles of windows are the labels too. */
  readonly log: string;
  logLabel(name: string): string;
  readonly snooze: string;
  snoozeLabel(name: string): string;
  readonly skip: string;
  skipLabel(name: string): string;
  readonly pause: string;
  pauseLabel(name: string): string;
  readonly resume: string;
  resumeLabel(name: string): string;
  readonly reassign: string;
  reassignLabel(name: string): string;
  readonly undo: string;
  undoLabel(name: string): string;
  readonly change: string;
  changeLabel(name: string): string;
  /** Heads these buttons in the *More* window. */
  readonly heading: string;
  readonly save: string;
  readonly cancel: string;
  /** Sends a contact though somebody else was quicker. */
  readonly logAnyway: string;
  readonly logAnywayHint: string;
  /** Where no customer is called what was typed, which seems to tell of a contact. */
  logOffer(name: string): string;
  readonly customer: string;
  readonly customerPlaceholder: string;
  readonly method: string;
  readonly outcome: string;
  readonly note: string;
  /** Under the field, where a message is longer than it takes. */
  noteCut(limit: number): string;
  /** A note that is typed after a command and does not fit. */
  noteTooLong(length: number, limit: number): string;
  readonly happenedOn: string;
  readonly nextOn: string;
  /** What holds when no day is given; `day` is null when the customer has no rhythm. */
  nextHint(day: string | null): string;
  readonly satisfaction: string;
  /** 1–5. */
  readonly scores: readonly [string, string, string, string, string];
  readonly until: string;
  readonly tomorrow: string;
  /** In place of {@link tomorrow} where that is a day off. */
  readonly nextWorkingDay: string;
  readonly inThreeDays: string;
  readonly nextWeek: string;
  readonly inAWeek: string;
  readonly pickDay: string;
  readonly pausedUntil: string;
  readonly pausedHint: string;
  readonly reason: string;
  readonly newOwner: string;
  readonly nobodyElse: string;
  /** What was done. */
  logged(name: string, method: string, outcome: string): string;
  snoozed(name: string, day: string): string;
  skipped(name: string): string;
  paused(name: string, day: string | null): string;
  resumed(name: string): string;
  reassigned(name: string, owner: string): string;
  undone(name: string): string;
  next(day: string): string;
  /** Stand in its place: a complaint keeps the customer on the list; it has been due since a day. */
  complaintWaits(day: string): string;
  dueSince(day: string): string;
  /** Follows {@link logged} where more was understood or written. */
  noteLine(note: string): string;
  satisfactionLine(score: number): string;
  /** Where it was not today. */
  happened(day: string): string;
  /** Heads what a noted contact leaves open. */
  readonly questions: string;
  /** A window could not be opened in time for what was typed. */
  readonly typedTooLate: string;
  readonly failed: string;
}

const en: FollowUpText = {
  log: 'Log contact',
  logLabel: (name) => `Log contact with ${name}`,
  snooze: 'Snooze',
  snoozeLabel: (name) => `Snooze ${name}`,
  skip: 'Skip',
  skipLabel: (name) => `Skip the contact with ${name}`,
  pause: 'Pause',
  pauseLabel: (name) => `Pause the follow-up of ${name}`,
  resume: 'Resume',
  resumeLabel: (name) => `Resume the follow-up of ${name}`,
  reassign: 'Reassign',
  reassignLabel: (name) => `Reassign ${name} to a colleague`,
  undo: 'Undo',
  undoLabel: (name) => `Undo what was done with ${name}`,
  change: 'Change',
  changeLabel: (name) => `Change the contact with ${name}`,
  heading: 'Follow-up',
  save: 'Save',
  cancel: 'Cancel',
  logAnyway: 'Log anyway',
  logAnywayHint: 'If you were in touch as well, log it all the same.',
  logOffer: (name) => `Did you mean to log a contact with ${name}?`,
  customer: 'Customer',
  customerPlaceholder: 'Type a name or number',
  method: 'How were you in touch?',
  outcome: 'How did it end?',
  note: 'What happened?',
  noteCut: (limit) => `The message is longer: only its first ${formatDecimal(limit, 0)} characters fit here.`,
  noteTooLong: (length, limit) =>
    `Nothing is logged: the note has ${formatDecimal(length, 0)} characters, and at most ${formatDecimal(limit, 0)} fit.`,
  happenedOn: 'When?',
  nextOn: 'Next contact agreed for',
  nextHint: (day) =>
    day === null ? 'Leave it empty when no day was agreed.' : `Leave it empty for the usual rhythm: ${day}.`,
  satisfaction: 'How satisfied is the customer?',
  scores: ['1 – very dissatisfied', '2 – dissatisfied', '3 – neither', '4 – satisfied', '5 – very satisfied'],
  until: 'Until when?',
  tomorrow: 'Tomorrow',
  nextWorkingDay: 'Next working day',
  inThreeDays: 'In 3 days',
  nextWeek: 'Next week',
  inAWeek: 'In a week',
  pickDay: 'Or another day',
  pausedUntil: 'Until',
  pausedHint: 'Leave it empty to pause until somebody resumes.',
  reason: 'Why?',
  newOwner: 'Who looks after the customer from now on?',
  nobodyElse: 'Nobody else uses Tierbook yet.',
  logged: (name, method, outcome) => `Logged for ${name}: ${method} · ${outcome}.`,
  snoozed: (name, day) => `${name} is snoozed until ${day}.`,
  skipped: (name) => `The contact with ${name} is skipped.`,
  paused: (name, day) => (day === null ? `${name} is paused.` : `${name} is paused until ${day}.`),
  resumed: (name) => `${name} is followed up again.`,
  reassigned: (name, owner) => `${owner} looks after ${name} from now on.`,
  undone: (name) => `Undone: ${name} is as it was before.`,
  next: (day) => `Next contact: ${day}.`,
  complaintWaits: (day) => `It stays on the list: a complaint waits for an answer, due by ${day}.`,
  dueSince: (day) => `The next contact has been due since ${day}.`,
  noteLine: (note) => `Note: ${note}`,
  happened: (day) => `It was on ${day}.`,
  satisfactionLine: (score) => `Satisfaction: ${score} of 5.`,
  questions: 'Please check before saving:',
  typedTooLate: 'That took too long to open. Please type it again.',
  failed: 'That did not work. Please try again in a moment.',
};

const zhCn: FollowUpText = {
  log: '记录联系',
  logLabel: (name) => `记录联系：${name}`,
  snooze: '推迟',
  snoozeLabel: (name) => `推迟跟进${name}`,
  skip: '跳过',
  skipLabel: (name) => `跳过这次与${name}的联系`,
  pause: '暂停跟进',
  pauseLabel: (name) => `暂停跟进${name}`,
  resume: '恢复跟进',
  resumeLabel: (name) => `恢复跟进${name}`,
  reassign: '转交',
  reassignLabel: (name) => `转交${name}给其他同事`,
  undo: '撤销',
  undoLabel: (name) => `撤销对${name}的操作`,
  change: '修改',
  changeLabel: (name) => `修改与${name}的联系记录`,
  heading: '跟进',
  save: '保存',
  cancel: '取消',
  logAnyway: '仍然记录',
  logAnywayHint: '如果您也联系过客户，可以照样记录。',
  logOffer: (name) => `您是想记录与${name}的联系吗？`,
  customer: '客户',
  customerPlaceholder: '输入名称或编号',
  method: '联系方式',
  outcome: '结果',
  note: '沟通内容',
  noteCut: (limit) => `消息更长，这里只放得下前 ${limit} 个字符。`,
  noteTooLong: (length, limit) => `还没有记录：内容有 ${length} 个字符，最多 ${limit} 个字符。`,
  happenedOn: '联系日期',
  nextOn: '约定的下次联系日期',
  nextHint: (day) => (day === null ? '没有约定日期时留空。' : `留空则按常规周期：${day}。`),
  satisfaction: '客户满意度',
  scores: ['1 – 很不满意', '2 – 不满意', '3 – 一般', '4 – 满意', '5 – 很满意'],
  until: '推迟到什么时候？',
  tomorrow: '明天',
  nextWorkingDay: '下一个工作日',
  inThreeDays: '3 天后',
  nextWeek: '下周',
  inAWeek: '一周后',
  pickDay: '或其他日期',
  pausedUntil: '暂停至',
  pausedHint: '留空则一直暂停，直到有人恢复。',
  reason: '原因',
  newOwner: '今后由谁负责？',
  nobodyElse: '还没有其他同事使用 Tierbook。',
  logged: (name, method, outcome) => `已记录与${name}的联系：${method} · ${outcome}。`,
  snoozed: (name, day) => `${name}的跟进已推迟到${day}。`,
  skipped: (name) => `已跳过这次与${name}的联系。`,
  paused: (name, day) => (day === null ? `已暂停跟进${name}。` : `已暂停跟进${name}，至${day}。`),
  resumed: (name) => `已恢复跟进${name}。`,
  reassigned: (name, owner) => `${name}今后由${owner}负责。`,
  undone: (name) => `已撤销，${name}恢复原状。`,
  next: (day) => `下次联系：${day}。`,
  complaintWaits: (day) => `还有投诉等待答复（期限 ${day}），因此客户仍在清单上。`,
  dueSince: (day) => `原定 ${day} 联系，现已逾期。`,
  noteLine: (note) => `内容：${note}`,
  happened: (day) => `联系日期：${day}。`,
  satisfactionLine: (score) => `满意度：${score}（满分 5）。`,
  questions: '保存前请确认：',
  typedTooLate: '打开超时，请重新输入一次。',
  failed: '操作没有成功，请稍后再试。',
};

const zhTw: FollowUpText = {
  log: '記錄聯絡',
  logLabel: (name) => `記錄聯絡：${name}`,
  snooze: '延後',
  snoozeLabel: (name) => `延後跟進${name}`,
  skip: '略過',
  skipLabel: (name) => `略過這次與${name}的聯絡`,
  pause: '暫停跟進',
  pauseLabel: (name) => `暫停跟進${name}`,
  resume: '恢復跟進',
  resumeLabel: (name) => `恢復跟進${name}`,
  reassign: '轉交',
  reassignLabel: (name) => `轉交${name}給其他同事`,
  undo: '復原',
  undoLabel: (name) => `復原對${name}的操作`,
  change: '修改',
  changeLabel: (name) => `修改與${name}的聯絡記錄`,
  heading: '跟進',
  save: '儲存',
  cancel: '取消',
  logAnyway: '仍然記錄',
  logAnywayHint: '如果您也聯絡過客戶，可以照樣記錄。',
  logOffer: (name) => `您是想記錄與${name}的聯絡嗎？`,
  customer: '客戶',
  customerPlaceholder: '輸入名稱或編號',
  method: '聯絡方式',
  outcome: '結果',
  note: '溝通內容',
  noteCut: (limit) => `訊息更長，這裡只放得下前 ${limit} 個字元。`,
  noteTooLong: (length, limit) => `還沒有記錄：內容有 ${length} 個字元，最多 ${limit} 個字元。`,
  happenedOn: '聯絡日期',
  nextOn: '約定的下次聯絡日期',
  nextHint: (day) => (day === null ? '沒有約定日期時留空。' : `留空則依常規週期：${day}。`),
  satisfaction: '客戶滿意度',
  scores: ['1 – 很不滿意', '2 – 不滿意', '3 – 普通', '4 – 滿意', '5 – 很滿意'],
  until: '延後到什麼時候？',
  tomorrow: '明天',
  nextWorkingDay: '下一個上班日',
  inThreeDays: '3 天後',
  nextWeek: '下週',
  inAWeek: '一週後',
  pickDay: '或其他日期',
  pausedUntil: '暫停至',
  pausedHint: '留空則一直暫停，直到有人恢復。',
  reason: '原因',
  newOwner: '今後由誰負責？',
  nobodyElse: '還沒有其他同事使用 Tierbook。',
  logged: (name, method, outcome) => `已記錄與${name}的聯絡：${method} · ${outcome}。`,
  snoozed: (name, day) => `${name}的跟進已延後到${day}。`,
  skipped: (name) => `已略過這次與${name}的聯絡。`,
  paused: (name, day) => (day === null ? `已暫停跟進${name}。` : `已暫停跟進${name}，至${day}。`),
  resumed: (name) => `已恢復跟進${name}。`,
  reassigned: (name, owner) => `${name}今後由${owner}負責。`,
  undone: (name) => `已復原，${name}恢復原狀。`,
  next: (day) => `下次聯絡：${day}。`,
  complaintWaits: (day) => `還有客訴等待答覆（期限 ${day}），因此客戶仍在清單上。`,
  dueSince: (day) => `原定 ${day} 聯絡，現已逾期。`,
  noteLine: (note) => `內容：${note}`,
  happened: (day) => `聯絡日期：${day}。`,
  satisfactionLine: (score) => `滿意度：${score}（滿分 5）。`,
  questions: '儲存前請確認：',
  typedTooLate: '開啟逾時，請重新輸入一次。',
  failed: '操作沒有成功，請稍後再試。',
};

/** The words of follow-ups in every language. */
export const FOLLOW_UP_TEXT: ByLanguage<FollowUpText> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };
