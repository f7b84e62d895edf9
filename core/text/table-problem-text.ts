import type { TableProblemCode } from '../grading/scheme-problem.ts';
import type { ByLanguage } from './language.ts';

/** What is wrong with a decision table; `{}` and `{other}` are what the problem names. */
export const TABLE_PROBLEMS: Readonly<Record<TableProblemCode, ByLanguage>> = {
  'condition-empty': {
    en: 'The condition asks for nothing. Leave it out, or give it is, from, upTo, above or below.',
    'zh-CN': '条件为空。请删除，或设置 is、from、upTo、above、below 之一。',
    'zh-TW': '條件為空。請刪除，或設定 is、from、upTo、above、below 之一。',
  },
  'condition-mixed': {
    en: 'Words (is) stand alone: they cannot be together with from, upTo, above or below.',
    'zh-CN': 'is 须单独使用，不能与 from、upTo、above、below 并用。',
    'zh-TW': 'is 須單獨使用，不能與 from、upTo、above、below 並用。',
  },
  'condition-wants-bounds': {
    en: '“{}” holds numbers: use from, upTo, above or below.',
    'zh-CN': '“{}”是数值指标，请使用 from、upTo、above 或 below。',
    'zh-TW': '「{}」是數值指標，請使用 from、upTo、above 或 below。',
  },
  'condition-wants-words': {
    en: '“{}” holds no numbers: use is, with {other}.',
    'zh-CN': '“{}”不是数值指标，请使用 is，可选：{other}。',
    'zh-TW': '「{}」不是數值指標，請使用 is，可選：{other}。',
  },
  'condition-range-empty': {
    en: 'No number fits these bounds together: give at most one lower bound (from or above) and one upper bound (upTo or below) above it.',
    'zh-CN': '没有数值能同时满足这些界限：下限（from 或 above）和上限（upTo 或 below）至多各一个，且下限不得超过上限。',
    'zh-TW': '沒有數值能同時滿足這些界限：下限（from 或 above）和上限（upTo 或 below）至多各一個，且下限不得超過上限。',
  },
  'condition-never-holds': {
    en: 'The bound lies outside what the criterion can be: {}.',
    'zh-CN': '界限超出指标的范围：{}。',
    'zh-TW': '界限超出指標的範圍：{}。',
  },
  'rules-overlap': {
    en: 'Rule {rule} overlaps with rule {}: both fit a customer with {other}. With the hit policy unique no two rules may; use first, or narrow one of them.',
    'zh-CN':
      '第 {rule} 条规则与第 {} 条重叠：两条都适用于 {other} 的客户。unique 策略下规则不得重叠；请改用 first，或缩小其中一条的范围。',
    'zh-TW':
      '第 {rule} 條規則與第 {} 條重疊：兩條都適用於 {other} 的客戶。unique 策略下規則不得重疊；請改用 first，或縮小其中一條的範圍。',
  },
  'rule-unreachable': {
    en: 'Rule {rule} never decides, since earlier rules take all its customers: {}. Move it up, or take it out.',
    'zh-CN': '第 {rule} 条规则永远不会生效，其客户已被前面的规则全部覆盖：{}。请上移或删除。',
    'zh-TW': '第 {rule} 條規則永遠不會生效，其客戶已被前面的規則全部涵蓋：{}。請上移或刪除。',
  },
  'rule-twice': {
    en: 'Rule {rule} is the same as rule {}. Take one of them out.',
    'zh-CN': '第 {rule} 条规则与第 {} 条完全相同，请删除其中一条。',
    'zh-TW': '第 {rule} 條規則與第 {} 條完全相同，請刪除其中一條。',
  },
  'table-too-large': {
    en: 'The rules name too many different values to be worked with. Divide the table into derived results.',
    'zh-CN': '规则中的不同取值过多，无法处理。请拆分为若干中间结果。',
    'zh-TW': '規則中的不同值過多，無法處理。請拆分為若干中間結果。',
  },
  'stated-by-share': {
    en: 'What is stated is told by bounds alone, not by share of the customers (top).',
    'zh-CN': '陈述值只能按界限划分，不能按客户占比（top）。',
    'zh-TW': '陳述值只能依界限劃分，不能依客戶占比（top）。',
  },
};
