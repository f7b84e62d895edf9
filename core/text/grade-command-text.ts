import type { SchemeChoice } from '../grading/choose-scheme.ts';
import { schemeColumns } from '../grading/scheme-columns.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import { criterionText, textIn } from './grading-text.ts';
import type { ByLanguage, Language } from './language.ts';
import { columnText, SCHEME_LIST_TEXT } from './scheme-columns-text.ts';

/** What `grade` says of the scheme that it chose and of segments. */
export const GRADE_COMMAND_TEXT: ByLanguage<{
  /** @param used columns that the scheme goes by, of `gradable` by which any could */
  chosen(scheme: string, used: number, gradable: number, columns: string): string;
  chosenForProspects(scheme: string, used: number, gradable: number, columns: string): string;
  nothingFits(scheme: string, columns: string): string;
  readonly chooseAnother: string;
  more(count: number): string;
  /** By a document of segments only. */
  placed(customers: number, scheme: string, version: number): string;
  /** @param labels such as `loyal 3, general 5` */
  labels(segment: string, labels: string, without: number): string;
  /** @param criteria titles of those that the segment goes by */
  notDivided(segment: string, criteria: string): string;
}> = {
  en: {
    chosen: (scheme, used, gradable, columns) =>
      `Graded by “${scheme}”, which fits these columns best (${used} of ${gradable}): ${columns}.`,
    chosenForProspects: (scheme, used, gradable, columns) =>
      `Graded by “${scheme}”, which fits these columns best, since they are those of prospects (${used} of ${gradable}): ${columns}.`,
    nothingFits: (scheme, columns) =>
      `No column of this table can be graded by. “${scheme}” needs at least one of these: ${columns}. “schemes list” says what the others need.`,
    chooseAnother: 'Use --scheme to choose another.',
    more: (count) => `${count} more`,
    placed: (customers, scheme, version) =>
      `${counted(customers, 'customer', 'customers')} put into segments by “${scheme}”, version ${version}.`,
    labels: (segment, labels, without) =>
      `${segment}: ${labels}${without === 0 ? '' : `; ${without} without a label`}.`,
    notDivided: (segment, criteria) =>
      `${segment}: nobody has a label, since no customer of this table has a value: ${criteria}.`,
  },
  'zh-CN': {
    chosen: (scheme, used, gradable, columns) =>
      `已按“${scheme}”定级，它与表中各列最匹配（${gradable} 列中用到 ${used} 列）：${columns}。`,
    chosenForProspects: (scheme, used, gradable, columns) =>
      `已按“${scheme}”定级，它与表中各列最匹配，因为这些是潜在客户的列（${gradable} 列中用到 ${used} 列）：${columns}。`,
    nothingFits: (scheme, columns) =>
      `表中没有可用于定级的列。“${scheme}”至少需要其中一列：${columns}。其他标准所需的列可用 schemes list 查看。`,
    chooseAnother: '可用 --scheme 指定其他标准。',
    more: (count) => `另有 ${formatDecimal(count, 0)} 列`,
    placed: (customers, scheme, version) =>
      `已按“${scheme}”第 ${version} 版为 ${formatDecimal(customers, 0)} 个客户划分细分。`,
    labels: (segment, labels, without) =>
      `${segment}：${[...(labels === '' ? [] : [labels]), ...(without === 0 ? [] : [`${without} 个未能划分`])].join('；')}。`,
    notDivided: (segment, criteria) => `${segment}：表中没有任何客户有以下数据，无法划分：${criteria}。`,
  },
  'zh-TW': {
    chosen: (scheme, used, gradable, columns) =>
      `已依「${scheme}」定級，它與表中各欄最相符（${gradable} 欄中用到 ${used} 欄）：${columns}。`,
    chosenForProspects: (scheme, used, gradable, columns) =>
      `已依「${scheme}」定級，它與表中各欄最相符，因為這些是潛在客戶的欄位（${gradable} 欄中用到 ${used} 欄）：${columns}。`,
    nothingFits: (scheme, columns) =>
      `表中沒有可用來定級的欄位。「${scheme}」至少需要其中一欄：${columns}。其他標準所需的欄位可用 schemes list 查看。`,
    chooseAnother: '可用 --scheme 指定其他標準。',
    more: (count) => `另有 ${formatDecimal(count, 0)} 欄`,
    placed: (customers, scheme, version) =>
      `已依「${scheme}」第 ${version} 版為 ${formatDecimal(customers, 0)} 位客戶劃分細分。`,
    labels: (segment, labels, without) =>
      `${segment}：${[...(labels === '' ? [] : [labels]), ...(without === 0 ? [] : [`${without} 位未能劃分`])].join('；')}。`,
    notDivided: (segment, criteria) => `${segment}：表中沒有任何客戶有以下資料，無法劃分：${criteria}。`,
  },
};

/** Columns that are named in the sentence about the choice; the rest is counted. */
const MOST_NAMED = 4;

/** Which scheme a table is graded by and why, or that no column can be graded by and which ones could; in one sentence or two. */
export function schemeChoiceText({ scheme, reason, criteria, gradable }: SchemeChoice, language: Language): string {
  const text = GRADE_COMMAND_TEXT[language];
  const { comma } = SCHEME_LIST_TEXT[language];
  const title = textIn(scheme.titles, language);
  if (reason === 'nothing') {
    const columns = schemeColumns(scheme)[0]?.columns ?? [];
    return text.nothingFits(title, columns.map((column) => columnText(column, scheme, language)).join(comma));
  }
  const named = criteria.slice(0, MOST_NAMED).map((id) => criterionText(id, scheme, language));
  const more = criteria.length - named.length;
  const columns = [...named, ...(more > 0 ? [text.more(more)] : [])].join(comma);
  const sentence =
    reason === 'prospects'
      ? text.chosenForProspects(title, criteria.length, gradable, columns)
      : text.chosen(title, criteria.length, gradable, columns);
  return `${sentence}${language === 'en' ? ' ' : ''}${text.chooseAnother}`;
}
