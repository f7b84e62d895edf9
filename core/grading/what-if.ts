import type { CalendarDate } from '../calendar-date.ts';
import type { FactValue } from '../customer.ts';
import { readTable } from '../table/read-table.ts';
import { exactMatch, vocabulary } from '../table/vocabulary.ts';
import { foldAnswer } from '../table/words.ts';
import { criterionFields } from './criterion-fields.ts';
import type { Scheme } from './scheme.ts';

/** A value that somebody supposes a customer had. */
export interface Supposition {
  readonly criterion: string;
  readonly value: FactValue;
}

/** What keeps a supposition from being used; the sentences are in `core/text/what-if-text.ts`. */
export type WhatIfProblem =
  /** There is no `criterion = value` in it. */
  | { readonly code: 'no-value'; readonly text: string }
  /** No criterion of the scheme is called so, or several may be meant. */
  | { readonly code: 'unknown-criterion'; readonly text: string; readonly criteria: readonly string[] }
  | { readonly code: 'unreadable'; readonly text: string; readonly criterion: string }
  | { readonly code: 'given-twice'; readonly criterion: string };

/** What was understood. */
export interface WhatIfReading {
  readonly suppositions: readonly Supposition[];
  readonly problems: readonly WhatIfProblem[];
}

/**
 * Reads `payment=95%, complaints=0` or `回款率=95%，投诉=0`, and one value in words, `sales were 5m` or `销售额是500万`: names as the scheme's column headings are recognised, or the
 * beginning of a title; values as cells of such a column are read. Nothing is guessed.
 */
export function readWhatIf(text: string, scheme: Scheme, asOf: CalendarDate): WhatIfReading {
  const suppositions: Supposition[] = [];
  const problems: WhatIfProblem[] = [];
  for (const { name, value, whole } of pairsIn(text)) {
    if (name === '' || value === '') {
      problems.push({ code: 'no-value', text: whole });
      continue;
    }
    const { ids, heading } = criterionNamed(name, scheme);
    const [criterion] = ids;
    if (criterion === undefined || ids.length > 1) {
      problems.push({ code: 'unknown-criterion', text: name, criteria: ids });
      continue;
    }
    const read = valueOf(heading, value, criterion, scheme, asOf);
    if (suppositions.some((other) => other.criterion === criterion)) problems.push({ code: 'given-twice', criterion });
    else if (read === undefined) problems.push({ code: 'unreadable', text: value, criterion });
    else suppositions.push({ criterion, value: read });
  }
  if (suppositions.length === 0 && problems.length === 0) problems.push({ code: 'no-value', text: text.trim() });
  return { suppositions, problems };
}

/** A comma parts two suppositions only where another name and sign follow: amounts have commas of their own. */
function pairsIn(text: string): { name: string; value: string; whole: string }[] {
  const parts = text.split(/[,，;；、\n]\s*(?=[^=＝,，;；、\n]*[=＝])/u);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((whole) => {
      const at = whole.search(/[=＝]/u);
      const { name = '', value = '' } =
        at < 0 ? (IN_WORDS.exec(whole)?.groups ?? {}) : { name: whole.slice(0, at), value: whole.slice(at + 1) };
      return { name: name.trim(), value: value.replace(ENDING, '').trim(), whole };
    });
}

/** "their sales were 5m", 销售额是500万: a value that is said without a sign of equality. */
const IN_WORDS =
  /^(?:(?:the|its|their|his|her|your|our)\s+)?(?<name>.+?)(?:\s+(?:were|was|is|are|would be|(?:went|rose|fell|dropped|grew)(?: up| down)? to)\s+|\s*(?:是|为|為|变成|變成|达到|達到|升到|降到)\s*)(?<value>.+)$/iu;
/** What a question or a list ends with. */
const ENDING = /(?:[\s,，;；、。.?？]|会怎样|會怎樣|会怎么样|會怎麼樣|怎么样|怎麼樣|呢)+$/u;

/** The criteria that a name may mean, as the scheme's column headings are recognised or by the beginning of a title. */
export function criteriaNamed(name: string, scheme: Scheme): readonly string[] {
  return criterionNamed(name, scheme).ids;
}

/** The criteria that the name may mean, and a heading by which a table would recognise the first. */
function criterionNamed(name: string, scheme: Scheme): { ids: readonly string[]; heading: string } {
  const known = exactMatch(vocabulary(criterionFields(scheme)), name)?.ids ?? [];
  const own = known.filter((id) => scheme.criteria.some((criterion) => criterion.id === id));
  if (own.length > 0) return { ids: own, heading: name };
  const folded = foldAnswer(name);
  const begun = scheme.criteria.filter(({ id, titles }) =>
    [id, ...Object.values(titles)].some((title) => title !== undefined && startsWord(foldAnswer(title), folded)),
  );
  const title = begun[0] && (Object.values(begun[0].titles).find((one) => one !== undefined) ?? begun[0].id);
  return { ids: begun.map(({ id }) => id), heading: title ?? name };
}

/** Whether the title has a word that begins so. */
function startsWord(title: string, beginning: string): boolean {
  return title.startsWith(beginning) || title.includes(` ${beginning}`);
}

/** Reads the value as the only cell of its column; a name stands beside it so that it is a table of customers. */
function valueOf(
  heading: string,
  value: string,
  criterion: string,
  scheme: Scheme,
  asOf: CalendarDate,
): FactValue | undefined {
  const grid = [
    ['Customer', heading],
    ['A', value],
  ];
  const columns = [
    { column: 'A', field: 'name' },
    { column: 'B', field: criterion },
  ];
  const { records } = readTable(grid, { asOf, fields: criterionFields(scheme), columns });
  return records[0]?.facts.values[criterion];
}
