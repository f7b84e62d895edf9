import type { PartColumns, SchemeColumn } from '../grading/scheme-columns.ts';
import type { AnyScheme } from '../grading/scheme-inputs.ts';
import type { SchemePurpose } from '../grading/scheme-purpose.ts';
import { formatPercent } from './format.ts';
import { criterionText, textIn } from './grading-text.ts';
import type { ByLanguage, Language } from './language.ts';

/** What `schemes list` says around titles. */
export const SCHEME_LIST_TEXT: ByLanguage<{
  readonly purpose: Readonly<Record<SchemePurpose, string>>;
  version(version: number): string;
  /** Columns without which hardly anything comes of the scheme. */
  readonly needs: string;
  /** Columns that a scorecard counts, each with its share of the weight. */
  readonly counts: string;
  /** How much of the weight must be known of a customer. */
  readonly atLeast: string;
  /** @param share such as `50 %` */
  leastKnown(share: string): string;
  readonly helps: string;
  readonly or: string;
  readonly comma: string;
  readonly colon: string;
}> = {
  en: {
    purpose: { prospects: 'for prospects', customers: 'for customers', segments: 'for segments' },
    version: (version) => `version ${version}`,
    needs: 'needs',
    counts: 'counts',
    atLeast: 'at least',
    leastKnown: (share) => `${share} of the weight of the table’s columns, known of a customer`,
    helps: 'helps',
    or: ' or ',
    comma: ', ',
    colon: ': ',
  },
  'zh-CN': {
    purpose: { prospects: '用于潜在客户', customers: '用于客户', segments: '用于客户细分' },
    version: (version) => `第 ${version} 版`,
    needs: '必需',
    counts: '计分',
    atLeast: '至少',
    leastKnown: (share) => `每个客户的已知数据须占表中各列权重的 ${share}`,
    helps: '有助',
    or: '或',
    comma: '、',
    colon: '：',
  },
  'zh-TW': {
    purpose: { prospects: '用於潛在客戶', customers: '用於客戶', segments: '用於客戶細分' },
    version: (version) => `第 ${version} 版`,
    needs: '必要',
    counts: '計分',
    atLeast: '至少',
    leastKnown: (share) => `每位客戶的已知資料須占表中各欄權重的 ${share}`,
    helps: '有助',
    or: '或',
    comma: '、',
    colon: '：',
  },
};

/** A column with what may stand in for it: "Sales amount or Profit". */
export function columnText({ criteria }: SchemeColumn, document: AnyScheme, language: Language): string {
  return criteria.map((id) => criterionText(id, document, language)).join(SCHEME_LIST_TEXT[language].or);
}

/** One line of what a part of a document goes by: a heading and its columns in words. */
export interface ColumnsLine {
  readonly kind: 'needs' | 'counts' | 'atLeast' | 'helps';
  readonly heading: string;
  readonly items: readonly string[];
}

/** What a part needs, counts and is helped by, in this order; the lines of one of several parts begin with its title. */
export function columnsLines(part: PartColumns, document: AnyScheme, language: Language): ColumnsLine[] {
  const text = SCHEME_LIST_TEXT[language];
  const segment = document.segments?.find(({ id }) => id === part.segment);
  const isAlone = !('method' in document) && document.segments.length === 1;
  const before = segment === undefined || isAlone ? '' : `${textIn(segment.titles, language)}${text.colon}`;
  const worded = (column: SchemeColumn): string => {
    const named = columnText(column, document, language);
    return column.weight === null ? named : `${named} ${formatPercent(column.weight, language)}`;
  };
  const line = (kind: ColumnsLine['kind'], items: readonly string[]): ColumnsLine[] =>
    items.length === 0 ? [] : [{ kind, heading: `${before}${text[kind]}`, items }];
  const others = part.columns.filter(({ isNeeded }) => !isNeeded);
  const least = part.leastKnown === null ? [] : [text.leastKnown(formatPercent(part.leastKnown, language))];
  return [
    ...line('needs', part.columns.filter(({ isNeeded }) => isNeeded).map(worded)),
    ...line('counts', others.filter(({ weight }) => weight !== null).map(worded)),
    ...line('atLeast', least),
    ...line('helps', others.filter(({ weight }) => weight === null).map(worded)),
  ];
}
