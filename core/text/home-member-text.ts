import { counted } from './counted.ts';
import { effortText } from './day-plan-text.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

type Role = 'rep' | 'manager' | 'admin';

/** What the pages of the Home tab about members say, and their windows; titles and buttons of windows have at most 24 characters. */
export interface HomeMemberText {
  readonly title: string;
  readonly role: Readonly<Record<Role, string>>;
  /** How many there are, and how many have left. */
  count(members: number, left: number): string;
  customers(count: number): string;
  readonly open: string;
  openLabel(name: string): string;
  managedBy(name: string): string;
  readonly noManager: string;
  timeZone(zone: string | null): string;
  /** @param language its name; null: as Slack says */
  language(language: string | null): string;
  list(time: string | null): string;
  day(minutes: number | null): string;
  country(code: string | null): string;
  readonly hasLeft: string;
  readonly edit: string;
  readonly away: string;
  readonly endAway: string;
  endAwayText(days: string): string;
  readonly leave: string;
  readonly bringBack: string;
  readonly gone: string;
  readonly failed: string;
  readonly adminsOnly: string;
  readonly save: string;
  readonly cancel: string;
  // The window in which a member is edited.
  readonly fieldRole: string;
  readonly fieldManager: string;
  /** The manager whom Slack does not know; the other choice is to have none. */
  readonly fieldManagerNow: string;
  readonly fieldTimeZone: string;
  readonly asSlackSays: string;
  readonly fieldLanguage: string;
  readonly fieldList: string;
  readonly fieldListHint: string;
  readonly fieldMinutes: string;
  readonly fieldMinutesHint: string;
  readonly fieldCountry: string;
  readonly fieldCountryHint: string;
  saved(name: string): string;
  // Away.
  readonly from: string;
  readonly to: string;
  readonly toHint: string;
  readonly cover: string;
  readonly noDay: string;
  // Leaving.
  readonly heirs: string;
  heirsHint(customers: number): string;
  readonly noHeirsWanted: string;
  readonly propose: string;
  readonly proposal: string;
  share(customers: number, name: string, days: string): string;
  readonly nothingToHandOver: string;
  readonly leaveNow: string;
  leaveConfirmTitle(name: string): string;
  readonly leaveConfirm: string;
  // Owners that nobody is.
  readonly owners: string;
  ownersCount(texts: number, customers: number): string;
  readonly noOwners: string;
  ownersButton(texts: number): string;
  readonly link: string;
  linkLabel(text: string): string;
  linkField(text: string): string;
  linkHint(customers: number): string;
  // Books.
  readonly balance: string;
  readonly balanceTitle: string;
  readonly balanceNow: string;
  readonly balanceConfirm: string;
  // Refusals without words of the command line.
  noSuchMember(who: string): string;
  severalMembers(who: string): string;
  memberLeft(who: string): string;
  heirsWanted(customers: string): string;
}

const customersEn = (count: number) => counted(count, 'customer', 'customers');

export const HOME_MEMBER_TEXT: ByLanguage<HomeMemberText> = {
  en: {
    title: 'Members',
    role: { rep: 'Rep', manager: 'Manager', admin: 'Admin' },
    count: (members, left) =>
      `${counted(members, 'member', 'members')}${left === 0 ? '' : `, and ${left} who left`}. Whoever uses Tierbook in Slack becomes one.`,
    customers: customersEn,
    open: 'Open',
    openLabel: (name) => `Open ${name}`,
    managedBy: (name) => `Manager: ${name}`,
    noManager: 'No manager',
    timeZone: (zone) => (zone === null ? 'Time zone not known' : `Time zone: ${zone}`),
    language: (language) => `Language: ${language ?? 'as in Slack'}`,
    list: (time) => (time === null ? 'No daily list' : `Daily list at ${time}`),
    day: (minutes) =>
      minutes === null
        ? 'Time for contacts: as in the workspace'
        : `Time for contacts: ${effortText(minutes, 'en')} a day`,
    country: (code) => (code === null ? 'Public holidays: as in the workspace' : `Public holidays: ${code}`),
    hasLeft: 'has left',
    edit: 'Edit…',
    away: 'Away…',
    endAway: 'End absence',
    endAwayText: (days) => `The absence of ${days} ends now, or is cancelled if it has not begun.`,
    leave: 'Leave and hand over…',
    bringBack: 'Bring back',
    gone: 'This member is no longer on file.',
    failed: 'That did not work, and nothing was changed. Try again in a moment.',
    adminsOnly: 'Only admins may do this.',
    save: 'Save',
    cancel: 'Cancel',
    fieldRole: 'Role',
    fieldManager: 'Manager',
    fieldManagerNow: 'Manager now (not in Slack)',
    fieldTimeZone: 'Time zone',
    asSlackSays: 'As in Slack',
    fieldLanguage: 'Language',
    fieldList: 'Daily list at',
    fieldListHint: 'Such as 08:30; off for none.',
    fieldMinutes: 'Minutes a day for contacts',
    fieldMinutesHint: 'Empty: as in the workspace.',
    fieldCountry: 'Public holidays of',
    fieldCountryHint: 'Such as DE-BY, CN or TW. Empty: as in the workspace.',
    saved: (name) => `${name} is saved.`,
    from: 'First day',
    to: 'Last day',
    toHint: 'Empty: only the first day.',
    cover: 'Who looks after the book',
    noDay: 'Choose the first day.',
    heirs: 'Who takes the customers over',
    heirsHint: (count) =>
      `${customersEn(count)} to hand over. Several people share them, in balance with the customers they have.`,
    noHeirsWanted: 'There are no customers to hand over.',
    propose: 'Propose',
    proposal: 'Proposed',
    share: (count, name, days) => `${customersEn(count)} (${days} days a month) to ${name}`,
    nothingToHandOver: 'There are no customers to hand over.',
    leaveNow: 'Hand over',
    leaveConfirmTitle: (name) => `${name} leaves?`,
    leaveConfirm: 'The customers go to the others at once, with their promises and complaints.',
    owners: 'Unknown owners',
    ownersCount: (texts, customers) =>
      `${counted(texts, 'owner name in tables matches', 'owner names in tables match')} no member: ${customersEn(customers)}. Say once who is meant; it holds for later imports too.`,
    noOwners: 'Every owner named in a table is known.',
    ownersButton: (texts) => `Unknown owners (${texts})`,
    link: 'Who is this?…',
    linkLabel: (text) => `Who is this? ${text}`,
    linkField: (text) => `“${text}” is`,
    linkHint: (count) => `${customersEn(count)} will go to this person.`,
    balance: 'Balance books…',
    balanceTitle: 'Balance books',
    balanceNow: 'Move them',
    balanceConfirm: 'The customers go to their new owners at once.',
    noSuchMember: (who) => `${who} is not a member. Choose somebody who is in this Slack workspace.`,
    severalMembers: (who) => `Several members are called “${who}”. Choose the person in Slack.`,
    memberLeft: (who) => `${who} has left.`,
    heirsWanted: (count) => `The book has customers (${count}). Choose who takes them over.`,
  },
  'zh-CN': {
    title: '成员',
    role: { rep: '客户经理', manager: '主管', admin: '管理员' },
    count: (members, left) =>
      `${formatDecimal(members, 0)} 位成员${left === 0 ? '' : `，另有 ${left} 位已离开`}。在 Slack 中使用 Tierbook 的人会自动成为成员。`,
    customers: (count) => `${formatDecimal(count, 0)} 个客户`,
    open: '打开',
    openLabel: (name) => `打开 ${name}`,
    managedBy: (name) => `主管：${name}`,
    noManager: '没有主管',
    timeZone: (zone) => (zone === null ? '时区未知' : `时区：${zone}`),
    language: (language) => `语言：${language ?? '随 Slack'}`,
    list: (time) => (time === null ? '不发每日清单' : `每日清单：${time}`),
    day: (minutes) => (minutes === null ? '每天联系时间：同工作区' : `每天联系时间：${effortText(minutes, 'zh-CN')}`),
    country: (code) => (code === null ? '公共假日：同工作区' : `公共假日：${code}`),
    hasLeft: '已离开',
    edit: '修改…',
    away: '休假…',
    endAway: '结束休假',
    endAwayText: (days) => `${days}的休假将立即结束；尚未开始的将取消。`,
    leave: '离开并交接…',
    bringBack: '恢复',
    gone: '这位成员已不在册。',
    failed: '没有成功，也没有任何变动。请稍后再试。',
    adminsOnly: '只有管理员可以这样做。',
    save: '保存',
    cancel: '取消',
    fieldRole: '角色',
    fieldManager: '主管',
    fieldManagerNow: '当前主管（不在 Slack 中）',
    fieldTimeZone: '时区',
    asSlackSays: '随 Slack',
    fieldLanguage: '语言',
    fieldList: '每日清单时间',
    fieldListHint: '例如 08:30；不需要请填 off。',
    fieldMinutes: '每天用于联系客户的分钟数',
    fieldMinutesHint: '留空：同工作区。',
    fieldCountry: '公共假日所属国家或地区',
    fieldCountryHint: '例如 CN、TW 或 DE-BY。留空：同工作区。',
    saved: (name) => `已保存 ${name}。`,
    from: '第一天',
    to: '最后一天',
    toHint: '留空：只有第一天。',
    cover: '由谁代理',
    noDay: '请选择第一天。',
    heirs: '由谁接手客户',
    heirsHint: (count) => `需交接 ${formatDecimal(count, 0)} 个客户。多人接手时，会按各自现有的客户均衡分配。`,
    noHeirsWanted: '没有需要交接的客户。',
    propose: '查看方案',
    proposal: '交接方案',
    share: (count, name, days) => `${formatDecimal(count, 0)} 个客户（每月 ${days} 天）交给${name}`,
    nothingToHandOver: '没有需要交接的客户。',
    leaveNow: '交接',
    leaveConfirmTitle: (name) => `${name}离开？`,
    leaveConfirm: '客户会连同约定和投诉立即交给其他同事。',
    owners: '未知负责人',
    ownersCount: (texts, customers) =>
      `表格中有 ${formatDecimal(texts, 0)} 个负责人名称对不上任何成员，涉及 ${formatDecimal(customers, 0)} 个客户。指定一次，以后导入也有效。`,
    noOwners: '表格中的负责人都已对上。',
    ownersButton: (texts) => `未知负责人（${texts}）`,
    link: '这是谁？…',
    linkLabel: (text) => `这是谁？ ${text}`,
    linkField: (text) => `“${text}”是`,
    linkHint: (count) => `${formatDecimal(count, 0)} 个客户将归这位成员。`,
    balance: '均衡客户…',
    balanceTitle: '均衡客户',
    balanceNow: '移交',
    balanceConfirm: '客户会立即交给新的负责人。',
    noSuchMember: (who) => `${who} 不是成员，请选择此 Slack 工作区中的人。`,
    severalMembers: (who) => `有多个成员叫“${who}”，请在 Slack 中选择。`,
    memberLeft: (who) => `${who}已离开。`,
    heirsWanted: (count) => `名下还有客户（${count} 个），请选择由谁接手。`,
  },
  'zh-TW': {
    title: '成員',
    role: { rep: '客戶經理', manager: '主管', admin: '管理員' },
    count: (members, left) =>
      `${formatDecimal(members, 0)} 位成員${left === 0 ? '' : `，另有 ${left} 位已離開`}。在 Slack 使用 Tierbook 的人會自動成為成員。`,
    customers: (count) => `${formatDecimal(count, 0)} 位客戶`,
    open: '開啟',
    openLabel: (name) => `開啟 ${name}`,
    managedBy: (name) => `主管：${name}`,
    noManager: '沒有主管',
    timeZone: (zone) => (zone === null ? '時區未知' : `時區：${zone}`),
    language: (language) => `語言：${language ?? '依 Slack'}`,
    list: (time) => (time === null ? '不發每日清單' : `每日清單：${time}`),
    day: (minutes) => (minutes === null ? '每天聯絡時間：同工作區' : `每天聯絡時間：${effortText(minutes, 'zh-TW')}`),
    country: (code) => (code === null ? '國定假日：同工作區' : `國定假日：${code}`),
    hasLeft: '已離開',
    edit: '修改…',
    away: '休假…',
    endAway: '結束休假',
    endAwayText: (days) => `${days}的休假將立即結束；尚未開始的將取消。`,
    leave: '離開並交接…',
    bringBack: '恢復',
    gone: '這位成員已不在冊。',
    failed: '沒有成功，也沒有任何變動。請稍後再試。',
    adminsOnly: '只有管理員可以這樣做。',
    save: '儲存',
    cancel: '取消',
    fieldRole: '角色',
    fieldManager: '主管',
    fieldManagerNow: '目前主管（不在 Slack 中）',
    fieldTimeZone: '時區',
    asSlackSays: '依 Slack',
    fieldLanguage: '語言',
    fieldList: '每日清單時間',
    fieldListHint: '例如 08:30；不需要請填 off。',
    fieldMinutes: '每天用於聯絡客戶的分鐘數',
    fieldMinutesHint: '留空：同工作區。',
    fieldCountry: '國定假日所屬國家或地區',
    fieldCountryHint: '例如 TW、CN 或 DE-BY。留空：同工作區。',
    saved: (name) => `已儲存 ${name}。`,
    from: '第一天',
    to: '最後一天',
    toHint: '留空：只有第一天。',
    cover: '由誰代理',
    noDay: '請選擇第一天。',
    heirs: '由誰接手客戶',
    heirsHint: (count) => `需交接 ${formatDecimal(count, 0)} 位客戶。多人接手時，會依各自現有的客戶均衡分配。`,
    noHeirsWanted: '沒有需要交接的客戶。',
    propose: '查看方案',
    proposal: '交接方案',
    share: (count, name, days) => `${formatDecimal(count, 0)} 位客戶（每月 ${days} 天）交給${name}`,
    nothingToHandOver: '沒有需要交接的客戶。',
    leaveNow: '交接',
    leaveConfirmTitle: (name) => `${name}離開？`,
    leaveConfirm: '客戶會連同約定和客訴立即交給其他同事。',
    owners: '未知負責人',
    ownersCount: (texts, customers) =>
      `表格中有 ${formatDecimal(texts, 0)} 個負責人名稱對不上任何成員，涉及 ${formatDecimal(customers, 0)} 位客戶。指定一次，之後匯入也有效。`,
    noOwners: '表格中的負責人都已對上。',
    ownersButton: (texts) => `未知負責人（${texts}）`,
    link: '這是誰？…',
    linkLabel: (text) => `這是誰？ ${text}`,
    linkField: (text) => `「${text}」是`,
    linkHint: (count) => `${formatDecimal(count, 0)} 位客戶將歸這位成員。`,
    balance: '均衡客戶…',
    balanceTitle: '均衡客戶',
    balanceNow: '移交',
    balanceConfirm: '客戶會立即交給新的負責人。',
    noSuchMember: (who) => `${who} 不是成員，請選擇此 Slack 工作區中的人。`,
    severalMembers: (who) => `有多位成員叫「${who}」，請在 Slack 中選擇。`,
    memberLeft: (who) => `${who}已離開。`,
    heirsWanted: (count) => `名下還有客戶（${count} 位），請選擇由誰接手。`,
  },
};
