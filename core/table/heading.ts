import { foldScript } from './fold-script.ts';
import { parseHeadingUnit, parseUnit, type Unit } from './units.ts';
import { isSheetError } from './words.ts';

/** A heading taken apart for matching. */
export interface Heading {
  /**
   * Keys under which it may be known, the most faithful first: whole, without brackets and units, without a year, each half of a heading in two
   * languages. Letters and digits only, lower case, simplified characters.
   */
  readonly keys: readonly string[];
  /** The key without brackets and units. */
  readonly bare: string;
  /** The units named in brackets or at its end. */
  readonly unit: Unit;
  /** Bracketed text that is neither a unit nor a year, so that leaving it out may change the meaning; else empty. */
  readonly remark: string;
  /** All of its words, folded, for hints such as `nps` or `1-5`. */
  readonly text: string;
}

/** Takes a heading apart; null for text that cannot be one (empty, over 80 characters, without a letter, a spreadsheet's error). */
export function readHeading(text: string): Heading | null {
  if (text === '' || text.length > LONGEST_HEADING) return null;
  const folded = foldScript(text.normalize('NFKC')).toLowerCase().trim();
  if (folded === '' || !/\p{L}/u.test(folded) || isSheetError(folded)) return null;
  const hints: Hints = { unit: {}, remark: '' };
  const unbracketed = withoutBrackets(folded, hints);
  const bare = withoutTrailingUnits(unbracketed, hints);
  const sign = /[€£¥₩₹$]/.exec(folded)?.[0];
  const named = sign === undefined ? undefined : parseUnit(sign)?.currency;
  if (named !== undefined && hints.unit.currency === undefined) hints.unit = { ...hints.unit, currency: named };
  if (/%/.test(folded) && hints.unit.percent === undefined) hints.unit = { ...hints.unit, percent: 0.01 };
  const key = headingKey(bare);
  const keys = new Set([
    headingKey(folded),
    headingKey(unbracketed),
    key,
    key.replace(QUALIFIER, ''),
    key.replace(/^\d{1,2}(?=\p{L})/u, ''),
  ]);
  for (const part of bare.split(/[/|\n\r;；]|\s[-–—]\s/u)) keys.add(headingKey(part));
  const han = bare.replace(/[^\p{Script=Han}]+/gu, '');
  if (han !== '') {
    keys.add(han.replace(QUALIFIER, ''));
    const latin = headingKey(bare.replace(/\p{Script=Han}+/gu, ' '));
    if (latin.length > 1) keys.add(latin);
  }
  if (hints.remark !== '') keys.add(headingKey(hints.remark));
  keys.delete('');
  return { keys: [...keys], bare: key, unit: hints.unit, remark: hints.remark, text: folded };
}

/** The letters and digits of a heading, folded: the form in which headings are compared. */
export function headingKey(text: string): string {
  return foldScript(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, '')
    .replace(/(?<=\p{Script=Han})[的之](?=\p{Script=Han})/gu, '');
}

interface Hints {
  unit: Unit;
  remark: string;
}

const LONGEST_HEADING = 80;
/** Years and periods that do not change what a column holds; 上年 and `last year` do, and stay. */
const QUALIFIER =
  /^(?:(?:fy)?20\d\d年?度?|本年度?|当年度?|今年|全年|年度|累计|总|近一年|近12个月|annual|yearly|total|ytd|ltm|lifetime|cumulative)(?=.{2})|(?<=.{2})(?:(?:fy)?20\d\d年?度?|ytd|ltm|peryear|perannum)$/u;

/** A year, a scale or a note to who fills the table in. */
const HARMLESS_REMARK =
  /^(?:\d|(?:fy|q)\s?\d|必填|选填|可选|满分|百分制|十分制|五分制|required|optional|mandatory|out of)/u;

function withoutBrackets(text: string, hints: Hints): string {
  return text.replace(/[([{【〔〈<「『]([^()[\]{}【】〔〕〈〉<>「」『』]*)[)\]}】〕〉>」』]/gu, (_, inside: string) => {
    const content = inside.trim();
    const unit = parseHeadingUnit(content.replace(/^单位[:：]?/, ''));
    if (unit !== undefined) hints.unit = { ...hints.unit, ...unit };
    else if (!HARMLESS_REMARK.test(content)) hints.remark = content;
    return ' ';
  });
}

function withoutTrailingUnits(text: string, hints: Hints): string {
  const words = text.split(/[\s,，、:：_]+/u).filter((word) => word !== '');
  while (words.length > 1) {
    const unit = parseHeadingUnit(words[words.length - 1] ?? '');
    if (unit === undefined || unit.counting === true || unit.months !== undefined) break;
    hints.unit = { ...unit, ...hints.unit };
    words.pop();
  }
  const rest = words.join(' ');
  const tail = /(?:万|千|百万|千万|亿)?元$/u.exec(rest);
  if (tail === null || tail.index < 2) return rest;
  hints.unit = { ...parseUnit(tail[0]), ...hints.unit };
  return rest.slice(0, tail.index).replace(/[/\s(-]+$/u, '');
}
