import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

type Role = 'rep' | 'manager' | 'admin';

/** What `members` says. */
export const MEMBERS_TEXT: ByLanguage<{
  readonly headings: {
    readonly slackId: string;
    readonly name: string;
    readonly role: string;
    readonly manager: string;
    readonly timeZone: string;
    readonly locale: string;
    readonly country: string;
    readonly listAt: string;
    readonly day: string;
    readonly customers: string;
    readonly state: string;
  };
  readonly role: Readonly<Record<Role, string>>;
  readonly nobody: string;
  readonly noList: string;
  minutes(minutes: number): string;
  readonly left: string;
  /** @param cover who looks after the book; null: nobody */
  away(days: string, cover: string | null): string;
  /** Somebody who had not used Tierbook yet. */
  added(slackId: string): string;
  /** @param parts such as "Manager", "Europe/Berlin" */
  set(name: string, parts: readonly string[]): string;
  linked(text: string, name: string, customers: number): string;
  absenceSet(name: string, days: string, cover: string | null): string;
  absenceEnded(name: string, days: string): string;
  readonly noAbsences: string;
  leftNow(name: string): string;
  handedOver(customers: number, name: string, days: string): string;
  readonly nothingToHandOver: string;
  reports(count: number, manager: string | null): string;
  coverLost(count: number): string;
  back(name: string): string;
}> = {
  en: {
    headings: {
      slackId: 'Slack id',
      name: 'Name',
      role: 'Role',
      manager: 'Manager',
      timeZone: 'Time zone',
      locale: 'Locale',
      country: 'Country',
      listAt: 'List at',
      day: 'Day',
      customers: 'Customers',
      state: '',
    },
    role: { rep: 'rep', manager: 'manager', admin: 'admin' },
    nobody: 'There are no members yet. Whoever uses Tierbook in Slack becomes one.',
    noList: 'no list',
    minutes: (minutes) => `${minutes} min`,
    left: 'has left',
    away: (days, cover) => (cover === null ? `away ${days}` : `away ${days}, covered by ${cover}`),
    added: (slackId) => `${slackId} has not used Tierbook yet and is a member now.`,
    set: (name, parts) => `${name}: ${parts.join(', ')}.`,
    linked: (text, name, customers) =>
      `“${text}” is ${name}, from now on and in later imports${customers === 0 ? '' : `; ${counted(customers, 'customer', 'customers')} went to ${name}`}.`,
    absenceSet: (name, days, cover) =>
      cover === null ? `${name} is away ${days}. Nobody covers.` : `${name} is away ${days}, covered by ${cover}.`,
    absenceEnded: (name, days) => `${name} is no longer away (${days}).`,
    noAbsences: 'Nobody is away, and no absence is planned.',
    leftNow: (name) => `${name} has left.`,
    handedOver: (customers, name, days) =>
      `${counted(customers, 'customer', 'customers')} (${days} days a month) to ${name}.`,
    nothingToHandOver: 'There were no customers to hand over.',
    reports: (count, manager) =>
      manager === null
        ? `${counted(count, 'member has', 'members have')} no manager now.`
        : `${counted(count, 'member is', 'members are')} managed by ${manager} now.`,
    coverLost: (count) =>
      `${counted(count, 'planned absence has', 'planned absences have')} no cover any more: see “members away”.`,
    back: (name) => `${name} is back. Customers that were handed over stay where they are.`,
  },
  'zh-CN': {
    headings: {
      slackId: 'Slack ID',
      name: '姓名',
      role: '角色',
      manager: '主管',
      timeZone: '时区',
      locale: '语言区域',
      country: '国家/地区',
      listAt: '清单时间',
      day: '每天',
      customers: '客户数',
      state: '',
    },
    role: { rep: '客户经理', manager: '主管', admin: '管理员' },
    nobody: '还没有成员。在 Slack 中使用 Tierbook 的人会自动成为成员。',
    noList: '不发清单',
    minutes: (minutes) => `${minutes} 分钟`,
    left: '已离开',
    away: (days, cover) => (cover === null ? `${days}休假` : `${days}休假，由${cover}代理`),
    added: (slackId) => `${slackId} 尚未使用过 Tierbook，现已成为成员。`,
    set: (name, parts) => `${name}：${parts.join('，')}。`,
    linked: (text, name, customers) =>
      `今后导入的表格中，“${text}”即${name}${customers === 0 ? '' : `；已有 ${formatDecimal(customers, 0)} 个客户归${name}`}。`,
    absenceSet: (name, days, cover) =>
      cover === null ? `${name}于${days}休假，无人代理。` : `${name}于${days}休假，由${cover}代理。`,
    absenceEnded: (name, days) => `${name}的休假（${days}）已结束。`,
    noAbsences: '没有正在进行或计划中的休假。',
    leftNow: (name) => `${name}已离开。`,
    handedOver: (customers, name, days) => `${formatDecimal(customers, 0)} 个客户（每月 ${days} 天）交给${name}。`,
    nothingToHandOver: '没有需要交接的客户。',
    reports: (count, manager) =>
      manager === null
        ? `${formatDecimal(count, 0)} 位成员暂时没有主管。`
        : `${formatDecimal(count, 0)} 位成员改由${manager}管理。`,
    coverLost: (count) => `${formatDecimal(count, 0)} 个计划中的休假没有代理人了，请查看 members away。`,
    back: (name) => `${name}已恢复。已交接的客户保持不变。`,
  },
  'zh-TW': {
    headings: {
      slackId: 'Slack ID',
      name: '姓名',
      role: '角色',
      manager: '主管',
      timeZone: '時區',
      locale: '語言地區',
      country: '國家/地區',
      listAt: '清單時間',
      day: '每天',
      customers: '客戶數',
      state: '',
    },
    role: { rep: '客戶經理', manager: '主管', admin: '管理員' },
    nobody: '還沒有成員。在 Slack 使用 Tierbook 的人會自動成為成員。',
    noList: '不發清單',
    minutes: (minutes) => `${minutes} 分鐘`,
    left: '已離開',
    away: (days, cover) => (cover === null ? `${days}休假` : `${days}休假，由${cover}代理`),
    added: (slackId) => `${slackId} 還沒用過 Tierbook，現已成為成員。`,
    set: (name, parts) => `${name}：${parts.join('，')}。`,
    linked: (text, name, customers) =>
      `今後匯入的表格中，「${text}」即${name}${customers === 0 ? '' : `；已有 ${formatDecimal(customers, 0)} 個客戶歸${name}`}。`,
    absenceSet: (name, days, cover) =>
      cover === null ? `${name}於${days}休假，無人代理。` : `${name}於${days}休假，由${cover}代理。`,
    absenceEnded: (name, days) => `${name}的休假（${days}）已結束。`,
    noAbsences: '沒有進行中或已排定的休假。',
    leftNow: (name) => `${name}已離開。`,
    handedOver: (customers, name, days) => `${formatDecimal(customers, 0)} 個客戶（每月 ${days} 天）交給${name}。`,
    nothingToHandOver: '沒有需要交接的客戶。',
    reports: (count, manager) =>
      manager === null
        ? `${formatDecimal(count, 0)} 位成員暫時沒有主管。`
        : `${formatDecimal(count, 0)} 位成員改由${manager}管理。`,
    coverLost: (count) => `${formatDecimal(count, 0)} 個已排定的休假沒有代理人了，請查看 members away。`,
    back: (name) => `${name}已恢復。已交接的客戶維持不變。`,
  },
};
