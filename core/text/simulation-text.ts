import type { Direction } from '../grading/migration-matrix.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What `schemes simulate` says around its figures. */
export interface SimulationText {
  /** The sentence above all: who would move. Both schemes with their versions. */
  headline(told: {
    readonly customers: number;
    readonly after: string;
    readonly before: string;
    readonly up: number;
    readonly down: number;
    readonly stays: number;
    readonly gains: number;
    readonly loses: number;
    readonly aside: number;
  }): string;
  /** @param source the file that tells it from another one of the same title and version; empty where none must */
  scheme(title: string, version: number, source?: string): string;
  readonly nobody: string;
  /** What was compared with what, and that nothing was written. */
  readonly onFile: string;
  readonly inTable: string;
  /** How tiers of other names were ordered. */
  readonly byPosition: string;
  /** The corner of the matrix. */
  readonly matrixCorner: string;
  readonly total: string;
  /** Above the movers; `by` is the title of the amount by which they are ordered, null for the tiers that they move. */
  movers(by: string | null): string;
  readonly columns: {
    readonly row: string;
    readonly key: string;
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly direction: string;
    readonly reason: string;
  };
  readonly directions: Readonly<Record<Direction, string>>;
  more(count: number): string;
  /** Above the hours. */
  readonly hours: string;
  readonly hourColumns: {
    readonly owner: string;
    readonly customers: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
  };
  readonly noOwner: string;
  /** Tiers whose playbooks do not say what a customer takes. */
  withoutHours(tiers: readonly string[]): string;
  /** Criteria of a scheme that nobody has. */
  absent(scheme: string, criteria: readonly string[]): string;
  /** No scheme is in use for what is simulated. */
  readonly noneInUse: string;
  /** The table is compared with the default scheme since nothing else was named. */
  againstDefault(scheme: string): string;
}

export const SIMULATION_TEXT: ByLanguage<SimulationText> = {
  en: {
    headline: ({ customers, after, before, up, down, stays, gains, loses, aside }) =>
      `${counted(customers, 'customer', 'customers')} by ${after} instead of ${before}: ${up} would rise, ${down} fall, ${stays} stay${gains === 0 ? '' : `, ${gains} gain a tier`}${loses === 0 ? '' : `, ${loses} lose theirs`}${aside === 0 ? '' : `, ${aside} move otherwise`}.`,
    scheme: (title, version, source = '') => `“${title}” (version ${version}${source === '' ? '' : `, ${source}`})`,
    nobody: 'There are no customers to grade.',
    onFile:
      'Compared: what grading everybody on file today would come to by the one scheme and by the other, with tiers set by hand and what holds a tier. Nothing was written.',
    inTable: 'Compared: the customers of this table, graded by the one scheme and by the other. Nothing was written.',
    byPosition:
      'The schemes call their tiers differently: they are compared by their place from best to worst, within half a tier.',
    matrixCorner: 'Before \\ After',
    total: 'All',
    movers: (by) => (by === null ? 'Who would move, the farthest first' : `Who would move, the largest first by ${by}`),
    columns: {
      row: 'Row',
      key: 'No.',
      name: 'Customer',
      from: 'Before',
      to: 'After',
      direction: 'Move',
      reason: 'Why',
    },
    directions: {
      up: 'rises',
      down: 'falls',
      stays: 'stays',
      gains: 'gains a tier',
      loses: 'loses its tier',
      aside: 'other',
    },
    more: (count) => `and ${formatDecimal(count, 0)} more`,
    hours: 'Hours a month by the playbooks (of 20 working days)',
    hourColumns: { owner: 'Owner', customers: 'Customers', before: 'Before', after: 'After', difference: 'Difference' },
    noOwner: 'nobody yet',
    withoutHours: (tiers) =>
      `Not counted in the hours, since their playbooks do not say what a customer takes: ${tiers.join(', ')}.`,
    absent: (scheme, criteria) => `${scheme} does not count what no customer has: ${criteria.join(', ')}.`,
    noneInUse: 'No scheme is in use there: name the one to compare with by --against.',
    againstDefault: (scheme) => `Compared with ${scheme}; --against names another.`,
  },
  'zh-CN': {
    headline: ({ customers, after, before, up, down, stays, gains, loses, aside }) =>
      `${formatDecimal(customers, 0)} 个客户，从${before}改用${after}：${formatDecimal(up, 0)} 个升级，${formatDecimal(down, 0)} 个降级，${formatDecimal(stays, 0)} 个不变${gains === 0 ? '' : `，${formatDecimal(gains, 0)} 个取得等级`}${loses === 0 ? '' : `，${formatDecimal(loses, 0)} 个失去等级`}${aside === 0 ? '' : `，${formatDecimal(aside, 0)} 个为其他变动`}。`,
    scheme: (title, version, source = '') => `“${title}”第 ${version} 版${source === '' ? '' : `（${source}）`}`,
    nobody: '没有可分级的客户。',
    onFile:
      '比较方法：假设今天分别按两套标准为所有在册客户重新分级，人工设定和保留等级的规则均计算在内。没有写入任何数据。',
    inTable: '比较方法：表中的客户分别按两套标准分级。没有写入任何数据。',
    byPosition: '两套标准的等级名称不同，按从高到低的位置对应比较，相差不超过半级视为不变。',
    matrixCorner: '原等级 \\ 新等级',
    total: '合计',
    movers: (by) => (by === null ? '等级变动的客户，变动最大的在前' : `等级变动的客户，按${by}从大到小`),
    columns: { row: '行', key: '编号', name: '客户', from: '原等级', to: '新等级', direction: '变动', reason: '原因' },
    directions: { up: '升级', down: '降级', stays: '不变', gains: '取得等级', loses: '失去等级', aside: '其他' },
    more: (count) => `另有 ${formatDecimal(count, 0)} 个`,
    hours: '按维护策略计算的每月工时（20 个工作日，单位：小时）',
    hourColumns: { owner: '客户经理', customers: '客户数', before: '现在', after: '之后', difference: '增减' },
    noOwner: '尚未分配',
    withoutHours: (tiers) => `以下等级的维护策略没有说明所需时间，未计入工时：${tiers.join('、')}。`,
    absent: (scheme, criteria) => `${scheme}不计入所有客户都缺少的指标：${criteria.join('、')}。`,
    noneInUse: '目前没有使用任何分级标准，请用 --against 指定比较对象。',
    againstDefault: (scheme) => `比较对象为${scheme}，可用 --against 另行指定。`,
  },
  'zh-TW': {
    headline: ({ customers, after, before, up, down, stays, gains, loses, aside }) =>
      `${formatDecimal(customers, 0)} 位客戶，從${before}改用${after}：${formatDecimal(up, 0)} 位升級，${formatDecimal(down, 0)} 位降級，${formatDecimal(stays, 0)} 位不變${gains === 0 ? '' : `，${formatDecimal(gains, 0)} 位取得等級`}${loses === 0 ? '' : `，${formatDecimal(loses, 0)} 位失去等級`}${aside === 0 ? '' : `，${formatDecimal(aside, 0)} 位為其他變動`}。`,
    scheme: (title, version, source = '') => `「${title}」第 ${version} 版${source === '' ? '' : `（${source}）`}`,
    nobody: '沒有可分級的客戶。',
    onFile:
      '比較方式：假設今天分別依兩套標準為所有建檔客戶重新分級，人工設定和保留等級的規則都算在內。沒有寫入任何資料。',
    inTable: '比較方式：表中的客戶分別依兩套標準分級。沒有寫入任何資料。',
    byPosition: '兩套標準的等級名稱不同，依由高到低的位置對應比較，相差不超過半級視為不變。',
    matrixCorner: '原等級 \\ 新等級',
    total: '合計',
    movers: (by) => (by === null ? '等級變動的客戶，變動最大的在前' : `等級變動的客戶，依${by}由大到小`),
    columns: { row: '列', key: '編號', name: '客戶', from: '原等級', to: '新等級', direction: '變動', reason: '原因' },
    directions: { up: '升級', down: '降級', stays: '不變', gains: '取得等級', loses: '失去等級', aside: '其他' },
    more: (count) => `另有 ${formatDecimal(count, 0)} 位`,
    hours: '依維護策略計算的每月工時（20 個工作天，單位：小時）',
    hourColumns: { owner: '客戶經理', customers: '客戶數', before: '現在', after: '之後', difference: '增減' },
    noOwner: '尚未分配',
    withoutHours: (tiers) => `以下等級的維護策略沒有說明所需時間，未計入工時：${tiers.join('、')}。`,
    absent: (scheme, criteria) => `${scheme}不計入所有客戶都缺少的指標：${criteria.join('、')}。`,
    noneInUse: '目前沒有使用任何分級標準，請用 --against 指定比較對象。',
    againstDefault: (scheme) => `比較對象為${scheme}，可用 --against 另行指定。`,
  },
};
