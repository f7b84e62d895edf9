import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the pages of the Home tab say about a team. Tiers, names, amounts and days come ready to be shown. */
export interface HomeTeamText {
  readonly title: string;
  /** To who is neither manager nor admin (any more). */
  readonly managersOnly: string;
  /** To a manager who opens the page of somebody else's rep. */
  othersRep(name: string): string;
  reps(count: number): string;
  overReps(count: number): string;
  late(complaints: number): string;
  near(complaints: number): string;
  debt(owed: number, made: number): string;
  readonly noDebt: string;
  customers(count: number): string;
  /** Heads customers that nobody has. */
  readonly nobody: string;
  left(name: string): string;
  readonly noBook: string;
  readonly noReps: string;
  /** Between the parts of a line. */
  readonly between: string;
  tier(place: string, customers: number): string;
  readonly open: string;
  openLabel(name: string): string;
  overdueButton(customers: number): string;
  complaintsButton(complaints: number): string;
  readonly digest: string;
  readonly settings: string;
  readonly settingsLabel: string;
  // Overrides
  readonly overrides: string;
  overridesCount(count: number): string;
  readonly noOverrides: string;
  /** @param until such as "ends tomorrow" */
  override(name: string, tier: string, until: string, owner: string): string;
  expires(day: string): string;
  expired(day: string): string;
  allOverrides(count: number): string;
  readonly card: string;
  cardLabel(name: string): string;
  // Signings
  readonly signings: string;
  readonly noSignings: string;
  /** @param amount null where none is known */
  signing(prospects: number, amount: string | null): string;
  moreReps(count: number): string;
  monthLabel(month: string): string;
  // A rep
  digestOf(name: string): string;
}

const en: HomeTeamText = {
  title: 'Team',
  managersOnly: 'Only managers and admins can do this.',
  othersRep: (name) => `${name} is not in your team.`,
  reps: (count) => counted(count, 'rep', 'reps'),
  overReps: (count) => `${number(count)} over capacity`,
  late: (complaints) => counted(complaints, 'complaint late', 'complaints late'),
  near: (complaints) => `${number(complaints)} to answer today`,
  debt: (owed, made) => `${counted(owed, 'contact', 'contacts')} owed, ${number(made)} made in 30 days`,
  noDebt: 'nothing overdue',
  customers: (count) => counted(count, 'customer', 'customers'),
  nobody: 'Without an owner',
  left: (name) => `${name} (has left)`,
  noBook: 'no customers',
  noReps: 'Nobody is in your team yet. An admin says on the page Members who reports to you.',
  between: ' · ',
  tier: (place, customers) => `${place} ${number(customers)}`,
  open: 'Open',
  openLabel: (name) => `Open ${name}`,
  overdueButton: (customers) => `Overdue: ${number(customers)}`,
  complaintsButton: (complaints) => `Complaints: ${number(complaints)}`,
  digest: 'Digest of today',
  settings: 'Digest settings',
  settingsLabel: 'Digest settings: where, when, what',
  overrides: 'Tiers set by hand to review',
  overridesCount: (count) => `${number(count)} ended lately or end within 14 days.`,
  noOverrides: 'None ends within 14 days.',
  override: (name, tier, until, owner) => `${name}: ${tier}, ${until} · ${owner}`,
  expires: (day) => `ends ${day}`,
  expired: (day) => `ended ${day}`,
  allOverrides: (count) => `Show all ${number(count)}`,
  card: 'Card',
  cardLabel: (name) => `Card of ${name}`,
  signings: 'Expected signings',
  noSignings: 'None is expected in this month and the next two.',
  signing: (prospects, amount) =>
    `${amount === null ? '' : `${amount}, `}${counted(prospects, 'prospect', 'prospects')}`,
  moreReps: (count) => `and ${number(count)} more`,
  monthLabel: (month) => `${month}: show who is expected to sign`,
  digestOf: (name) => `Digest of ${name}`,
};

const zhCn: HomeTeamText = {
  title: '团队',
  managersOnly: '只有主管和管理员可以这样做。',
  othersRep: (name) => `${name}不在您的团队里。`,
  reps: (count) => `${number(count)} 位客户经理`,
  overReps: (count) => `${number(count)} 位超负荷`,
  late: (complaints) => `${number(complaints)} 起投诉已超时`,
  near: (complaints) => `${number(complaints)} 起须今天答复`,
  debt: (owed, made) => `欠 ${number(owed)} 次联系，近 30 天已联系 ${number(made)} 次`,
  noDebt: '没有逾期',
  customers: (count) => `${number(count)} 个客户`,
  nobody: '无人负责',
  left: (name) => `${name}（已离开）`,
  noBook: '没有客户',
  noReps: '团队里还没有人。管理员可在“成员”页设置谁向您汇报。',
  between: ' · ',
  tier: (place, customers) => `${place} ${number(customers)}`,
  open: '查看',
  openLabel: (name) => `查看${name}`,
  overdueButton: (customers) => `逾期：${number(customers)}`,
  complaintsButton: (complaints) => `投诉：${number(complaints)}`,
  digest: '今日简报',
  settings: '简报设置',
  settingsLabel: '简报设置：发到哪里、几点、哪些内容',
  overrides: '待复核的人工调整',
  overridesCount: (count) => `${number(count)} 个刚到期或将在 14 天内到期。`,
  noOverrides: '14 天内没有到期的。',
  override: (name, tier, until, owner) => `${name}：${tier}，${until} · ${owner}`,
  expires: (day) => `${day}到期`,
  expired: (day) => `已于${day}到期`,
  allOverrides: (count) => `查看全部 ${number(count)} 个`,
  card: '卡片',
  cardLabel: (name) => `卡片：${name}`,
  signings: '预计成交',
  noSignings: '本月和之后两个月没有预计成交。',
  signing: (prospects, amount) => `${amount === null ? '' : `${amount}，`}${number(prospects)} 个潜在客户`,
  moreReps: (count) => `还有 ${number(count)} 位`,
  monthLabel: (month) => `${month}：查看预计成交的客户`,
  digestOf: (name) => `${name}的简报`,
};

const zhTw: HomeTeamText = {
  title: '團隊',
  managersOnly: '只有主管和管理員可以這樣做。',
  othersRep: (name) => `${name}不在您的團隊裡。`,
  reps: (count) => `${number(count)} 位客戶經理`,
  overReps: (count) => `${number(count)} 位超出負荷`,
  late: (complaints) => `${number(complaints)} 件客訴已逾時`,
  near: (complaints) => `${number(complaints)} 件須今天回覆`,
  debt: (owed, made) => `欠 ${number(owed)} 次聯絡，近 30 天已聯絡 ${number(made)} 次`,
  noDebt: '沒有逾期',
  customers: (count) => `${number(count)} 位客戶`,
  nobody: '無人負責',
  left: (name) => `${name}（已離開）`,
  noBook: '沒有客戶',
  noReps: '團隊裡還沒有人。管理員可在「成員」頁設定誰向您回報。',
  between: ' · ',
  tier: (place, customers) => `${place} ${number(customers)}`,
  open: '查看',
  openLabel: (name) => `查看${name}`,
  overdueButton: (customers) => `逾期：${number(customers)}`,
  complaintsButton: (complaints) => `客訴：${number(complaints)}`,
  digest: '今日簡報',
  settings: '簡報設定',
  settingsLabel: '簡報設定：傳到哪裡、幾點、哪些內容',
  overrides: '待複核的人工調整',
  overridesCount: (count) => `${number(count)} 個剛到期或將在 14 天內到期。`,
  noOverrides: '14 天內沒有到期的。',
  override: (name, tier, until, owner) => `${name}：${tier}，${until} · ${owner}`,
  expires: (day) => `${day}到期`,
  expired: (day) => `已於${day}到期`,
  allOverrides: (count) => `查看全部 ${number(count)} 個`,
  card: '卡片',
  cardLabel: (name) => `卡片：${name}`,
  signings: '預計成交',
  noSignings: '本月和之後兩個月沒有預計成交。',
  signing: (prospects, amount) => `${amount === null ? '' : `${amount}，`}${number(prospects)} 位潛在客戶`,
  moreReps: (count) => `還有 ${number(count)} 位`,
  monthLabel: (month) => `${month}：查看預計成交的客戶`,
  digestOf: (name) => `${name}的簡報`,
};

function number(value: number): string {
  return formatDecimal(value, 0);
}

export const HOME_TEAM_TEXT: ByLanguage<HomeTeamText> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };
