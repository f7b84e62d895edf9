import type { ByLanguage, Language } from './language.ts';

/** What cannot be read in the sheet *Tierbook schemes*, by code. */
export type SchemeSheetProblemCode =
  | 'no-id'
  | 'scheme-twice'
  | 'built-in-id'
  | 'unknown-column'
  | 'not-a-number'
  | 'outside'
  | 'not-json'
  | 'points-without-weight'
  | 'limit-and-word';

/** One sentence on what is wrong in a cell of the sheet *Tierbook schemes* and what to do; the cell itself is named beside it. */
export function schemeSheetProblemText(
  problem: { readonly code: SchemeSheetProblemCode; readonly text?: string },
  language: Language,
): string {
  return SENTENCES[problem.code][language](shortened(problem.text ?? ''));
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 60;

const SENTENCES: Readonly<Record<SchemeSheetProblemCode, ByLanguage<(text: string) => string>>> = {
  'no-id': {
    en: () => 'A name is missing here. Write a short one, such as my-scheme.',
    'zh-CN': () => '此处缺少名称，请填写一个简短的英文名称，如 my-scheme。',
    'zh-TW': () => '此處缺少名稱，請填寫一個簡短的英文名稱，例如 my-scheme。',
  },
  'scheme-twice': {
    en: (text) => `Another scheme above is called “${text}” too. Give this one another name.`,
    'zh-CN': (text) => `上方已有名为“${text}”的标准，请给这一个换个名称。`,
    'zh-TW': (text) => `上方已有名為「${text}」的標準，請為這一個換個名稱。`,
  },
  'built-in-id': {
    en: (text) => `“${text}” is a scheme that comes with Tierbook. Give yours another name.`,
    'zh-CN': (text) => `“${text}”是内置标准的名称，请换一个名称。`,
    'zh-TW': (text) => `「${text}」是內建標準的名稱，請換一個名稱。`,
  },
  'unknown-column': {
    en: (text) => `“${text}” is not a column of this table. Correct the heading or clear it.`,
    'zh-CN': (text) => `此表没有“${text}”这一列，请更正表头或清空该单元格。`,
    'zh-TW': (text) => `此表沒有「${text}」這一欄，請更正標題或清空該儲存格。`,
  },
  'not-a-number': {
    en: (text) => `“${text}” is not a number. Write one, such as 30 or 5%.`,
    'zh-CN': (text) => `“${text}”不是数字，请填写数字，如 30 或 5%。`,
    'zh-TW': (text) => `「${text}」不是數字，請填寫數字，例如 30 或 5%。`,
  },
  outside: {
    en: (text) => `“${text}” belongs to no table. Put it directly below a heading row, or clear the row.`,
    'zh-CN': (text) => `“${text}”不属于任何一张表，请把它移到表头下方，或清空该行。`,
    'zh-TW': (text) => `「${text}」不屬於任何一張表，請把它移到標題列下方，或清空該列。`,
  },
  'not-json': {
    en: () => 'What stands here is not valid JSON. Undo the last change, or clear the cell.',
    'zh-CN': () => '此处内容不是有效的 JSON，请撤销上一次修改，或清空该单元格。',
    'zh-TW': () => '此處內容不是有效的 JSON，請復原上一次修改，或清空該儲存格。',
  },
  'points-without-weight': {
    en: (text) => `“${text}” has points but no weight. Add it to the table of what counts, or delete the row.`,
    'zh-CN': (text) => `“${text}”有得分规则但没有权重，请在计分表中加上它，或删除此行。`,
    'zh-TW': (text) => `「${text}」有得分規則但沒有權重，請在計分表中加上它，或刪除此列。`,
  },
  'limit-and-word': {
    en: (text) => `A row of points has either limits or a word. Clear the limits, or the word “${text}”.`,
    'zh-CN': (text) => `一行得分规则只能写界限或词语之一，请清空界限，或清空“${text}”。`,
    'zh-TW': (text) => `一列得分規則只能寫界限或詞語之一，請清空界限，或清空「${text}」。`,
  },
};
