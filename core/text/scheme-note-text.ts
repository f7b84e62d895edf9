import { cut } from '../grading/path-to.ts';
import type { PersonalAttribute, SchemeNote, SchemeNoteCode } from '../grading/scheme-problem.ts';
import type { ByLanguage, Language } from './language.ts';

/** One line for whoever wrote the scheme: where something is worth knowing, and what. */
export function schemeNoteText(note: SchemeNote, language: Language): string {
  const { code, detail = '', path } = note;
  const named = code === 'personal-attribute' && isAttribute(detail) ? ATTRIBUTES[detail][language] : cut(detail, 400);
  const sentence = SENTENCES[code][language].replace('{}', () => named);
  return `${path}${language === 'en' ? ': ' : '：'}${sentence}`;
}

function isAttribute(detail: string): detail is PersonalAttribute {
  return Object.keys(ATTRIBUTES).includes(detail);
}

const ATTRIBUTES: Readonly<Record<PersonalAttribute, ByLanguage>> = {
  age: { en: 'age', 'zh-CN': '年龄', 'zh-TW': '年齡' },
  sex: { en: 'sex', 'zh-CN': '性别', 'zh-TW': '性別' },
  origin: { en: 'origin', 'zh-CN': '出身', 'zh-TW': '出身' },
  faith: { en: 'faith', 'zh-CN': '宗教信仰', 'zh-TW': '宗教信仰' },
  health: { en: 'health', 'zh-CN': '健康状况', 'zh-TW': '健康狀況' },
  'marital-status': { en: 'marital status', 'zh-CN': '婚姻状况', 'zh-TW': '婚姻狀況' },
};

/** `{}` stands for the note's detail. */
const SENTENCES: Readonly<Record<SchemeNoteCode, ByLanguage>> = {
  'outcome-never': {
    en: 'No customer can get “{}”: nothing in the scheme gives it.',
    'zh-CN': '没有客户会得到“{}”：分级标准中没有任何规则给出它。',
    'zh-TW': '沒有客戶會得到「{}」：分級標準中沒有任何規則給出它。',
  },
  'derived-unused': {
    en: 'Nothing uses the derived result “{}”.',
    'zh-CN': '中间结果“{}”没有被用到。',
    'zh-TW': '中間結果「{}」沒有被用到。',
  },
  'derived-like-field': {
    en: 'A column of a table is known as “{}” too. The derived result takes its place; another id would be clearer.',
    'zh-CN': '表格中也有名为“{}”的字段，会被中间结果取代；建议另取标识。',
    'zh-TW': '表格中也有名為「{}」的欄位，會被中間結果取代；建議另取識別碼。',
  },
  'knock-out-never': {
    en: 'No customer can meet this condition: it lies outside the range of the criterion.',
    'zh-CN': '没有客户会符合此条件：它超出了指标的范围。',
    'zh-TW': '沒有客戶會符合此條件：它超出了指標的範圍。',
  },
  'rules-gap': {
    en: 'Some customers fit no rule and go to review, for example: {}. If they should not, add a rule or otherwise.',
    'zh-CN': '有些客户不符合任何规则，将转人工复核，例如：{}。如需避免，请补充规则或设置 otherwise。',
    'zh-TW': '有些客戶不符合任何規則，將轉人工複核，例如：{}。如需避免，請補充規則或設定 otherwise。',
  },
  'rules-not-analysed': {
    en: 'The rules are too many and too intertwined to be held against each other completely: overlaps or gaps may be left.',
    'zh-CN': '规则过多且相互交织，无法全部核对：可能仍有重叠或遗漏。',
    'zh-TW': '規則過多且相互交織，無法全部核對：可能仍有重疊或遺漏。',
  },
  'personal-attribute': {
    en: 'Grading by a personal attribute ({}) may be unfair or unlawful. Grade by what the customer does, if you can.',
    'zh-CN': '按个人属性（{}）定级可能有失公平，甚至违法，建议改用客户的实际行为。',
    'zh-TW': '依個人屬性（{}）定級可能有失公平，甚至違法，建議改用客戶的實際行為。',
  },
};
