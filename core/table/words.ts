import type { Level } from '../customer.ts';
import { foldScript } from './fold-script.ts';

/** The text as answers are compared: width, case, script, white space and a closing full stop aside. */
export function foldAnswer(text: string): string {
  return foldScript(text.normalize('NFKC')).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether the cell says that nothing is known: empty, `-`, N/A, 暂无, …; for text fields only what cannot be a name or a region. */
export function isMissing(text: string, type: 'text' | 'other'): boolean {
  if (text.length > 14 || !MAY_BE_MISSING.test(text)) return false;
  const folded = foldAnswer(text);
  return folded === '' || MISSING_ANYWHERE.has(folded) || (type === 'other' && MISSING_VALUE.has(folded));
}

/** A level word in either script (高, 较高, 一般, `very high`, M); undefined when it is none. */
export function levelOf(folded: string): Level | undefined {
  return (
    LEVELS.get(folded) ??
    LEVELS.get(folded.replace(/[型级档度]$/u, '')) ??
    LEVELS.get(folded.replace(/\([^()]*\)$/u, '').trim())
  );
}

/** A yes or no (√, 是, 已展开, Y); `mark` for a lone Latin x, which ticks in some tables and crosses out in others. */
export function yesNoOf(folded: string): boolean | 'mark' | undefined {
  return YES_NO.get(folded) ?? YES_NO.get(folded.replace(/[。.!]$/u, ''));
}

/** The place of a satisfaction word on the five-point scale, 1 to 5. */
export function satisfactionPointsOf(folded: string): number | undefined {
  return SATISFACTION.get(folded);
}

/** Whether a text is what a formula that fails shows: `#REF!`, `#NAME?` (which is no heading of names). */
export function isSheetError(text: string): boolean {
  return SHEET_ERROR.test(text);
}

const SHEET_ERROR = /^\s*#(?:name\?|ref!|value!|div\/0!|num!|null!|error!|spill!|calc!|n\/a)\s*$/i;

/** Whether a label stands before sums: 合计, 总计, 小计, Total, Average, …. */
export function isTotalsLabel(text: string): boolean {
  if (!mayBeTotals(text)) return false;
  const folded = foldAnswer(text)
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s:*=#]+/g, '');
  return (
    TOTALS.has(folded) ||
    /^(?:sub|grand)totals?./.test(folded) ||
    /(?:小计|合计|总计|subtotal|grandtotal)$/.test(folded)
  );
}

/** Whether a label may be one of totals, which most are not: {@link isTotalsLabel} takes longer. */
export function mayBeTotals(text: string): boolean {
  return text.length <= 40 && MAY_BE_TOTALS.test(text);
}

/** What is summed where a label says so (East of East Total, 华东 of 华东汇总, sales of Total sales); else the text itself. `text` is in simplified script. */
export function withoutTotalsWord(text: string): string {
  return text.replace(TOTALS_WORD, '');
}

// Most cells are neither, and folding each would take longer than everything else; a test holds these complete.
const MAY_BE_MISSING = /^$|^[-\s\u2010-\u2015−/\\.…?(#nNuUtTmMxX无無未空暂暫不待没沒保\uff00-\uff5e\u200b\ufeff]/;
const MAY_BE_TOTALS = /[计計总總共汇彙统統均和求最\uff21-\uff5a]|中位|total|sum|av|me(?:an|d)|overall|gesamt|count/i;

const MISSING_ANYWHERE = new Set(
  split(
    '- -- --- — —— – ― − / // \\ n/a n.a. n.a #n/a #n/a! 无 none null . … ? ?? 未填 未填写 (空) (blank) (empty) (none) 空白 暂无',
  ),
);
const MISSING_VALUE = new Set([
  ...split(
    'na nil 不详 未知 unknown unk 待定 待确认 tbd tba tbc 没有 空 undefined missing 未提供 未录入 保密 n\\a not_available x/x',
  ),
  'not available',
  'not applicable',
  'no data',
  '无数据',
  '不适用',
  '#null!',
]);

const LEVELS: ReadonlyMap<string, Level> = new Map<string, Level>([
  ...entries<Level>(
    'high',
    '高 很高 极高 较高 偏高 非常高 大 很大 极大 较大 强 很强 较强 强烈 很强烈 非常强烈 好 很好 良好 优 优秀 优良 稳定 很稳定 非常稳定 多 很多 频繁 经常 重要 及时 按时 激进 进取 积极 成长 忠诚 很忠诚 激烈 h hi strong large big good excellent great stable frequent often regular aggressive significant extreme long-term key 重点 长期 长期合作 甲 上',
  ),
  ...entries<Level>(
    'medium',
    '中 中等 适中 有一定 一定 有一些 一般 普通 中度 尚可 还行 较稳定 还可以 基本稳定 平衡 稳健 偶尔 中间 中型 m med mid medium moderate average fair normal ok okay balanced some occasional acceptable promising potential 潜力 有潜力 乙 中上',
  ),
  ...entries<Level>(
    'low',
    '低 很低 较低 偏低 非常低 小 很小 较小 弱 很弱 较弱 差 很差 较差 不好 不稳定 不强 少 很少 不高 不大 拖欠 保守 稀少 l lo low weak small poor bad unstable rare rarely seldom minor limited conservative possible general one-off 可能 可能有 一次性 一次性项目 丙 下',
  ),
  ...entries<Level>('none', '无 没有 零 完全没有 不存在 可忽略 极小 极少 业务极少 none no nil zero negligible 0 never'),
  ['high', 'high'],
  ['very high', 'high'],
  ['fairly high', 'high'],
  ['long-term relation', 'high'],
  ['one-off projects', 'low'],
  ['rare business', 'none'],
  ['rather high', 'high'],
  ['very strong', 'high'],
  ['very good', 'high'],
  ['very large', 'high'],
  ['fairly low', 'low'],
  ['rather low', 'low'],
  ['very low', 'low'],
  ['very small', 'low'],
  ['very poor', 'low'],
  ['not stable', 'low'],
]);

const YES_NO = new Map<string, boolean | 'mark'>([
  ...entries(
    true,
    '有 是 y yes √ ✓ ✔ ☑ ✅ ○ 〇 1 1.0 true t on 已 对 真 需要 必要 已有 已开始 已展开 已开展 已进行 已启动 进行中 已信息化 已资讯化 展开 开展 有的 是的 do done started begun ● v',
  ),
  ...entries(
    false,
    '无 没有 否 n no × ✗ ✘ ☒ ❌ ✕ ╳ 0 0.0 false f off 未 不 没 非 假 不需要 不必要 尚未 未开始 未展开 未开展 未进行 未启动 未信息化 未资讯化 还没 还没有 尚无 不是 none 没 ☐ □ 不存在',
  ),
  ['not yet', false],
  ['not started', false],
  ['in progress', true],
  ['x', 'mark'],
]);

const SATISFACTION = new Map<string, number>([
  ...entries(5, '非常满意 很满意 十分满意 极满意 excellent'),
  ...entries(4, '满意 较满意 比较满意 satisfied good'),
  ...entries(3, '一般 尚可 普通 基本满意 neutral fair average'),
  ...entries(2, '不满意 较不满意 不太满意 dissatisfied unsatisfied poor'),
  ...entries(1, '非常不满意 很不满意 十分不满意 极不满意'),
  ['very satisfied', 5],
  ['somewhat satisfied', 4],
  ['somewhat dissatisfied', 2],
  ['very dissatisfied', 1],
]);

const TOTALS = new Set(
  split(
    '合计数 合计 总计数 总计 小计 总和 累计 共计 总共 统计 汇总 本页合计 本页小计 本月合计 全部合计 平均值 平均数 平均 均值 totals total grandtotal subtotal subtotals sum sumtotal overalltotal totalsum average averages avg mean overall summe gesamtsumme gesamt 总额 总数 求和 median count 最大值 最小值 计数 中位数',
  ),
);

const WORDS = [...TOTALS].join('|');
const TOTALS_WORD = new RegExp(`^(?:${WORDS})(?<!\\w\\B)[^\\p{L}\\d]*|[^\\p{L}\\d]*(?!\\B\\w)(?:${WORDS})$`, 'iu');

function split(words: string): string[] {
  return words.split(' ').map((word) => foldAnswer(word));
}

function entries<T>(value: T, words: string): [string, T][] {
  return split(words).map((word) => [word, value]);
}
