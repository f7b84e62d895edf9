import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What `capacity` says. */
export const CAPACITY_TEXT: ByLanguage<{
  readonly headings: {
    readonly rep: string;
    readonly level: string;
    readonly customers: string;
    readonly most: string;
    readonly days: string;
    readonly ofDays: string;
    readonly over: string;
  };
  /** What a whole book is over or under by. */
  overDays(days: string): string;
  /** The row below a rep's levels. */
  readonly together: string;
  /** Behind the name of somebody whose book waits to be handed over. */
  left(name: string): string;
  /** Behind a tier's title, since prospects and customers may have tiers of one name. */
  readonly stage: Readonly<Record<'prospect' | 'customer', string>>;
  withStage(level: string, stage: string): string;
  readonly nobody: string;
  /** @param sum such as "10 + 4 + 4 + 2 = 20" */
  sum(sum: string): string;
  levelSum(level: string, sum: string): string;
  readonly noneOver: string;
  move(customers: number, level: string, from: string, to: string, names: string): string;
  readonly fewest: string;
  readonly notFewest: string;
  stillOver(name: string, days: string): string;
  moved(customers: number): string;
  readonly apply: string;
  readonly comma: string;
}> = {
  en: {
    headings: {
      rep: 'Rep',
      level: 'Level',
      customers: 'Customers',
      most: 'at most',
      days: 'Days a month',
      ofDays: 'of',
      over: 'Over (+) or under (−)',
    },
    overDays: (days) => `${days} days`,
    together: 'Together',
    left: (name) => `${name} (has left)`,
    stage: { prospect: 'prospects', customer: 'customers' },
    withStage: (level, stage) => `${level}, ${stage}`,
    nobody: 'Nobody has a book yet.',
    sum: (sum) => `A month: ${sum} days.`,
    levelSum: (level, sum) => `${level}: ${sum}`,
    noneOver: 'No book is over its days.',
    move: (customers, level, from, to, names) => `Move ${customers} × ${level} from ${from} to ${to}: ${names}.`,
    fewest: 'No fewer moves would do.',
    notFewest: 'There may be a way with fewer moves.',
    stillOver: (name, days) => `${name} stays ${days} days over: nobody has room for more.`,
    moved: (customers) => counted(customers, 'customer was moved.', 'customers were moved.'),
    apply: 'To do so: capacity --balance --apply.',
    comma: ', ',
  },
  'zh-CN': {
    headings: {
      rep: '客户经理',
      level: '等级',
      customers: '客户数',
      most: '上限',
      days: '每月天数',
      ofDays: '可用',
      over: '超出(+)或空余(−)',
    },
    overDays: (days) => `${days} 天`,
    together: '合计',
    left: (name) => `${name}（已离开）`,
    stage: { prospect: '潜在客户', customer: '客户' },
    withStage: (level, stage) => `${level}（${stage}）`,
    nobody: '还没有人负责客户。',
    sum: (sum) => `一个月：${sum} 天。`,
    levelSum: (level, sum) => `${level}：${sum}`,
    noneOver: '没有人超负荷。',
    move: (customers, level, from, to, names) =>
      `把 ${formatDecimal(customers, 0)} 个${level}从${from}转给${to}：${names}。`,
    fewest: '已是移动客户最少的方案。',
    notFewest: '也许还有移动更少客户的方案。',
    stillOver: (name, days) => `${name}仍超出 ${days} 天：其他人没有余力接手。`,
    moved: (customers) => `已转移 ${formatDecimal(customers, 0)} 个客户。`,
    apply: '如需执行：capacity --balance --apply。',
    comma: '、',
  },
  'zh-TW': {
    headings: {
      rep: '客戶經理',
      level: '等級',
      customers: '客戶數',
      most: '上限',
      days: '每月天數',
      ofDays: '可用',
      over: '超出(+)或餘裕(−)',
    },
    overDays: (days) => `${days} 天`,
    together: '合計',
    left: (name) => `${name}（已離開）`,
    stage: { prospect: '潛在客戶', customer: '客戶' },
    withStage: (level, stage) => `${level}（${stage}）`,
    nobody: '還沒有人負責客戶。',
    sum: (sum) => `一個月：${sum} 天。`,
    levelSum: (level, sum) => `${level}：${sum}`,
    noneOver: '沒有人超出負荷。',
    move: (customers, level, from, to, names) =>
      `把 ${formatDecimal(customers, 0)} 位${level}從${from}轉給${to}：${names}。`,
    fewest: '已是移動客戶最少的方案。',
    notFewest: '也許還有移動更少客戶的方案。',
    stillOver: (name, days) => `${name}仍超出 ${days} 天：其他人沒有餘力接手。`,
    moved: (customers) => `已轉移 ${formatDecimal(customers, 0)} 位客戶。`,
    apply: '如需執行：capacity --balance --apply。',
    comma: '、',
  },
};
