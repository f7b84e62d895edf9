import type { GradeStatus } from '../grading/grade.ts';
import type { HeldBy } from '../grading/stabilise.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What may cause a change of tier. */
export type TierCause =
  | 'first'
  | 'facts'
  | 'population'
  | 'scheme'
  | 'stage'
  | 'merge'
  | 'override'
  | 'override-ended'
  | 'hold';

/** The words of a customer card, of its *Why?* modal and of what is shared of it. Dates come ready as text. */
export interface CardText {
  /** The tier with its word: "Tier A". `title` is the tier's title or id. */
  tier(title: string): string;
  score(points: string): string;
  /** What stands in place of the tier, by how grading ended; null is a customer that was never graded. */
  noTier(status: Exclude<GradeStatus, 'graded'> | null): string;
  /** Follows a graded tier that a person should confirm. */
  readonly toConfirm: string;
  givenTier(text: string): string;
  readonly owner: string;
  readonly noOwner: string;
  /** Follows the tier: why it is not `computed`, the one that the values alone give. */
  held(by: HeldBy | 'override', computed: string): string;
  /** Stands below who set the tier by hand. */
  figuresAlone(computed: string): string;
  readonly segments: string;
  /** Heads the latest changes of tier. */
  readonly changes: string;
  /** What caused a change of tier that no single value of the customer explains. */
  cause(cause: TierCause): string;
  /** Heads what decided without points: the conditions of a rule, a rank. */
  readonly deciding: string;
  readonly favour: string;
  readonly against: string;
  readonly leftOut: string;
  nextTier(tier: string): string;
  readonly bestTier: string;
  /** Stands where {@link nextTier}'s change would, when no change of one criterion reaches the next tier. */
  readonly noSingleChange: string;
  readonly review: string;
  readonly warnings: string;
  readonly lastContact: string;
  readonly neverContacted: string;
  readonly nextContact: string;
  readonly noNextContact: string;
  /** How far a day lies from today: `days` is negative for the past. */
  daysAway(days: number): string;
  /** Follows a next contact whose day has passed, `days` (1 or more) ago. */
  overdue(days: number): string;
  graded(day: string, scheme: string): string;
  scheme(title: string, version: number): string;
  /** A detail of the customer before its value: number, industry, region. */
  readonly key: string;
  readonly colon: string;
  readonly why: string;
  /** An accessible name says what the button shows, and more: this one begins with {@link why}. */
  whyLabel(name: string): string;
  /** The modal's title, at most 24 characters. */
  readonly whyTitle: string;
  readonly whyLoading: string;
  readonly close: string;
  readonly share: string;
  /** Begins with {@link share}. */
  shareLabel(name: string): string;
  moreReasons(count: number): string;
  /** One line for notifications and screen readers. */
  summary(name: string, tier: string): string;
  shared(name: string, tier: string): string;
  readonly sharedBy: string;
}

const en: CardText = {
  tier: (title) => `Tier ${title}`,
  score: (points) => `${points} of 100 points`,
  noTier(status) {
    switch (status) {
      case null:
        return 'Not graded yet';
      case 'review':
        return 'No tier yet: someone needs to check this customer first';
      case 'out-of-market':
        return 'Outside the target market, so no tier';
      case 'unreadable':
        return 'No tier: the data could not be read';
      default:
        return status satisfies never;
    }
  },
  toConfirm: 'please confirm',
  givenTier: (text) => `Tier in your own table: ${text}`,
  owner: 'Owner',
  noOwner: 'nobody yet',
  held(by, computed) {
    switch (by) {
      case 'override':
        return `Set by a person; the figures alone give: ${computed}`;
      case 'buffer':
        return `Kept within the margin below the cut-off; the figures alone give: ${computed}`;
      case 'downgrade-waits':
        return `Kept until the next grading confirms the fall; the figures alone give: ${computed}`;
      case 'complaint':
        return `Kept while a complaint is open; the figures alone give: ${computed}`;
      default:
        return by satisfies never;
    }
  },
  figuresAlone: (computed) => `The figures alone give: ${computed}`,
  segments: 'Segments',
  changes: 'Latest changes',
  cause(cause) {
    switch (cause) {
      case 'first':
        return 'first grading';
      case 'facts':
        return 'its own figures changed';
      case 'population':
        return 'the other customers changed';
      case 'scheme':
        return 'the scheme changed';
      case 'stage':
        return 'it became another kind of customer';
      case 'merge':
        return 'two customers were merged';
      case 'override':
        return 'set by a person';
      case 'override-ended':
        return 'the tier that a person had set ended';
      case 'hold':
        return 'what holds the tier changed';
      default:
        return cause satisfies never;
    }
  },
  deciding: 'What decided',
  favour: 'In its favour',
  against: 'What holds it back',
  leftOut: 'Not counted',
  nextTier: (tier) => `What would lift it to ${tier}`,
  bestTier: 'This is the best tier.',
  noSingleChange: 'No single change reaches the next tier.',
  review: 'Please check',
  warnings: 'Good to know',
  lastContact: 'Last contact',
  neverContacted: 'none on record',
  nextContact: 'Next contact',
  noNextContact: 'not planned',
  daysAway(days) {
    if (days === 0) return 'today';
    if (days === 1) return 'tomorrow';
    if (days === -1) return 'yesterday';
    return days > 0 ? `in ${days} days` : `${-days} days ago`;
  },
  overdue: (days) => counted(days, 'day overdue', 'days overdue'),
  graded: (day, scheme) => `Graded on ${day} by ${scheme}`,
  scheme: (title, version) => `${title}, version ${version}`,
  key: 'No.',
  colon: ': ',
  why: 'Why?',
  whyLabel: (name) => `Why? All reasons for the tier of ${name}`,
  whyTitle: 'Why this tier?',
  whyLoading: 'Fetching the reasons…',
  close: 'Close',
  share: 'Share to channel',
  shareLabel: (name) => `Share to channel: tier and owner of ${name}`,
  moreReasons: (count) => `and ${counted(count, 'more that counts', 'more that count')} less`,
  summary: (name, tier) => `${name}: ${tier}`,
  shared: (name, tier) => `${name}: ${tier}`,
  sharedBy: 'Shared by',
};

const zhCn: CardText = {
  tier: (title) => `等级 ${title}`,
  score: (points) => `${points} 分（满分 100）`,
  noTier(status) {
    switch (status) {
      case null:
        return '尚未分级';
      case 'review':
        return '暂无等级，需要人工复核';
      case 'out-of-market':
        return '不在目标市场内，不参与分级';
      case 'unreadable':
        return '暂无等级，数据无法识别';
      default:
        return status satisfies never;
    }
  },
  toConfirm: '请确认',
  givenTier: (text) => `原表格中的等级：${text}`,
  owner: '客户经理',
  noOwner: '尚未指定',
  held(by, computed) {
    switch (by) {
      case 'override':
        return `人工设定；仅按数据为：${computed}`;
      case 'buffer':
        return `仍在分界线的缓冲范围内，等级保留；仅按数据为：${computed}`;
      case 'downgrade-waits':
        return `等待下次分级确认后才降级；仅按数据为：${computed}`;
      case 'complaint':
        return `有未结投诉，等级保留；仅按数据为：${computed}`;
      default:
        return by satisfies never;
    }
  },
  figuresAlone: (computed) => `仅按数据为：${computed}`,
  segments: '客户细分',
  changes: '最近的等级变动',
  cause(cause) {
    switch (cause) {
      case 'first':
        return '首次分级';
      case 'facts':
        return '客户自身数据变化';
      case 'population':
        return '其他客户的数据变化';
      case 'scheme':
        return '分级标准变更';
      case 'stage':
        return '客户阶段变更';
      case 'merge':
        return '客户合并';
      case 'override':
        return '人工设定';
      case 'override-ended':
        return '人工设定已结束';
      case 'hold':
        return '等级保留的原因有变动';
      default:
        return cause satisfies never;
    }
  },
  deciding: '决定因素',
  favour: '加分项',
  against: '失分项',
  leftOut: '未计入',
  nextTier: (tier) => `怎样升到${tier}`,
  bestTier: '已经是最高等级。',
  noSingleChange: '只改善一项指标还不足以升级。',
  review: '请核对',
  warnings: '请留意',
  lastContact: '上次联系',
  neverContacted: '没有记录',
  nextContact: '下次联系',
  noNextContact: '尚未安排',
  daysAway(days) {
    if (days === 0) return '今天';
    if (days === 1) return '明天';
    if (days === -1) return '昨天';
    return days > 0 ? `${days} 天后` : `${-days} 天前`;
  },
  overdue: (days) => `已逾期 ${days} 天`,
  graded: (day, scheme) => `${day}按${scheme}评定`,
  scheme: (title, version) => `“${title}”标准第 ${version} 版`,
  key: '编号',
  colon: '：',
  why: '为什么？',
  whyLabel: (name) => `为什么？查看${name}等级的全部原因`,
  whyTitle: '为什么是这个等级？',
  whyLoading: '正在读取原因……',
  close: '关闭',
  share: '分享到频道',
  shareLabel: (name) => `分享到频道：${name}的等级和客户经理`,
  moreReasons: (count) => `另有 ${formatDecimal(count, 0)} 项影响较小`,
  summary: (name, tier) => `${name}：${tier}`,
  shared: (name, tier) => `${name}：${tier}`,
  sharedBy: '分享人',
};

const zhTw: CardText = {
  tier: (title) => `等級 ${title}`,
  score: (points) => `${points} 分（滿分 100）`,
  noTier(status) {
    switch (status) {
      case null:
        return '尚未分級';
      case 'review':
        return '暫無等級，需要人工複核';
      case 'out-of-market':
        return '不在目標市場內，不參與分級';
      case 'unreadable':
        return '暫無等級，資料無法辨識';
      default:
        return status satisfies never;
    }
  },
  toConfirm: '請確認',
  givenTier: (text) => `原表格中的等級：${text}`,
  owner: '客戶經理',
  noOwner: '尚未指定',
  held(by, computed) {
    switch (by) {
      case 'override':
        return `人工設定；僅依資料為：${computed}`;
      case 'buffer':
        return `仍在分界線的緩衝範圍內，等級保留；僅依資料為：${computed}`;
      case 'downgrade-waits':
        return `等待下次分級確認後才降級；僅依資料為：${computed}`;
      case 'complaint':
        return `有未結客訴，等級保留；僅依資料為：${computed}`;
      default:
        return by satisfies never;
    }
  },
  figuresAlone: (computed) => `僅依資料為：${computed}`,
  segments: '客戶細分',
  changes: '最近的等級變動',
  cause(cause) {
    switch (cause) {
      case 'first':
        return '首次分級';
      case 'facts':
        return '客戶自身資料變化';
      case 'population':
        return '其他客戶的資料變化';
      case 'scheme':
        return '分級標準變更';
      case 'stage':
        return '客戶階段變更';
      case 'merge':
        return '客戶合併';
      case 'override':
        return '人工設定';
      case 'override-ended':
        return '人工設定已結束';
      case 'hold':
        return '等級保留的原因有變動';
      default:
        return cause satisfies never;
    }
  },
  deciding: '決定因素',
  favour: '加分項目',
  against: '失分項目',
  leftOut: '未計入',
  nextTier: (tier) => `怎樣升到${tier}`,
  bestTier: '已經是最高等級。',
  noSingleChange: '只改善一項指標還不足以升級。',
  review: '請核對',
  warnings: '請留意',
  lastContact: '上次聯絡',
  neverContacted: '沒有紀錄',
  nextContact: '下次聯絡',
  noNextContact: '尚未安排',
  daysAway(days) {
    if (days === 0) return '今天';
    if (days === 1) return '明天';
    if (days === -1) return '昨天';
    return days > 0 ? `${days} 天後` : `${-days} 天前`;
  },
  overdue: (days) => `已逾期 ${days} 天`,
  graded: (day, scheme) => `${day}依${scheme}評定`,
  scheme: (title, version) => `「${title}」標準第 ${version} 版`,
  key: '編號',
  colon: '：',
  why: '為什麼？',
  whyLabel: (name) => `為什麼？查看${name}等級的所有原因`,
  whyTitle: '為什麼是這個等級？',
  whyLoading: '正在讀取原因……',
  close: '關閉',
  share: '分享到頻道',
  shareLabel: (name) => `分享到頻道：${name}的等級和客戶經理`,
  moreReasons: (count) => `另有 ${formatDecimal(count, 0)} 項影響較小`,
  summary: (name, tier) => `${name}：${tier}`,
  shared: (name, tier) => `${name}：${tier}`,
  sharedBy: '分享者',
};

/** The card's words in every language. */
export const CARD_TEXT: ByLanguage<CardText> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };
