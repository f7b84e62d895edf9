import { type CompiledDocument, isDivided } from '../grading/compile-document.ts';
import type { FittedScheme } from '../grading/fit-scheme.ts';
import type { Grade, GradeRemark } from '../grading/grade.ts';
import type { GradedRecord } from '../grading/grade-table.ts';
import type { Scheme } from '../grading/scheme.ts';
import type { TableRecord } from '../table/reading.ts';
import { type FullPoints, gradeWriter, remarkText, textIn, tierTitle } from './grading-text.ts';
import type { ByLanguage, Language } from './language.ts';

/** Puts what a document says of customers into the words of one language. */
export interface GradedTableWords {
  /** False for a document of segments only. */
  readonly hasTiers: boolean;
  /** The tier's title. */
  readonly tier: (graded: GradedRecord) => string | undefined;
  /** Why, for one cell: each criterion's value and points, without what is the same in every row. */
  readonly reasons: (graded: GradedRecord) => string;
  /** What would lift the customer; undefined when nothing does. */
  readonly lift: (graded: GradedRecord) => string | undefined;
  /** What full points take, which the reasons leave out; empty where points decide nothing that they tell. */
  readonly fullPoints: () => readonly FullPoints[];
  readonly remark: (remark: GradeRemark) => string;
  /** Why a segment that others have a label in could not be decided, by segment. */
  readonly undecided: (graded: GradedRecord) => readonly string[];
  /**
   * All that is remarked and undecided, for one cell, behind what else is to be said there; empty for nothing. `first`: default that the row of
   * a table names no customer, where it has neither name nor number.
   */
  readonly review: (graded: GradedRecord, first?: readonly string[]) => string;
  /** The label's title in each segment. */
  readonly labels: (graded: GradedRecord) => readonly (string | undefined)[];
}

/** Words for many customers, which remember what repeats. */
export function gradedTableWords(compiled: CompiledDocument, language: Language): GradedTableWords {
  const { tier, segments } = compiled;
  const writer = tier && gradeWriter(tier.fitted, language);
  const writers = segments.map(({ fitted }) => gradeWriter(fitted, language, 'labels'));
  const colon = COLON[language];
  const semicolon = SEMICOLON[language];
  const parts = segments.map(({ fitted }) => ({
    fitted,
    isDivided: isDivided(fitted),
    title: textIn(fitted.scheme.titles, language),
    labels: titlesOf(fitted.scheme, language),
  }));
  const titles = tier && titlesOf(tier.fitted.scheme, language);
  const fitted = tier?.fitted ?? segments[0]?.fitted;
  const remark = (one: GradeRemark): string => (fitted === undefined ? one.code : remarkText(one, fitted, language));
  const eachReason = ({ segments: of }: GradedRecord): string[] =>
    of.flatMap(({ reasons }, index) => reasons.map((reason) => writers[index]?.reason(reason, 'row') ?? ''));
  const labels = (graded: GradedRecord): readonly (string | undefined)[] =>
    parts.length === 0
      ? NO_LABELS
      : graded.segments.map(({ tier: label }, index) => {
          const of = parts[index]?.labels;
          return label === null || of === undefined ? undefined : (of.get(label) ?? label);
        });
  // review and warnings of the tier; a document of segments only says its remarks segment by segment
  const remarks = ({ grade, segments: of }: GradedRecord): string[] =>
    tier === undefined
      ? of.flatMap(({ warnings }) => warnings.map(remark))
      : [...grade.review, ...grade.warnings].map(remark);
  const undecided = (graded: GradedRecord): string[] =>
    parts.flatMap((part, index) =>
      part.isDivided && graded.segments[index]?.tier === null
        ? [headed(`${part.title}${colon}`, undecidedText(graded.segments[index], part.fitted, language))]
        : [],
    );
  return {
    hasTiers: tier !== undefined,
    tier: ({ grade }) => (grade.tier === null ? undefined : (titles?.get(grade.tier) ?? grade.tier)),
    reasons(graded) {
      if (writer === undefined) return distinct(eachReason(graded)).join(semicolon);
      const { reasons } = graded.grade;
      const texts = Array<string>(reasons.length);
      for (let at = 0; at < reasons.length; at += 1) {
        const reason = reasons[at];
        texts[at] = reason === undefined ? '' : writer.reason(reason, 'row');
      }
      // joined at once, since V8 puts off adding texts up, and pays for it wherever they are read character by character
      return texts.join(semicolon);
    },
    lift: ({ record, grade }) => {
      const next = grade.tier === null ? null : (tier?.nextTier(record.facts) ?? null);
      return next === null || grade.tier === null ? undefined : writer?.nextTier(next, grade.tier);
    },
    fullPoints() {
      if (writer !== undefined) return writer.fullPoints();
      const told = writers.flatMap((one, at) =>
        one.fullPoints().map((full) => ({ ...full, of: parts[at]?.title ?? '' })),
      );
      // segments that score the same criterion in the same way say it once
      const asked = told.filter(
        ({ criterion, range }, at) =>
          !told.slice(0, at).some((one) => one.criterion === criterion && one.range === range),
      );
      return asked.map(({ criterion, range, of }) => ({
        criterion:
          asked.filter((one) => one.criterion === criterion).length > 1 ? `${of}${colon}${criterion}` : criterion,
        range,
      }));
    },
    remark,
    undecided,
    review(graded, first = isNamed(graded) ? [] : [NO_NAME[language]]) {
      const { grade } = graded;
      // as nearly every customer
      if (parts.length + first.length + grade.review.length + grade.warnings.length === 0) return '';
      return [...first, ...remarks(graded), ...undecided(graded)].join(semicolon);
    },
    labels,
  };
}

/** Why a segment could not be decided; empty where nothing is said. */
export function undecidedText(grade: Grade | undefined, fitted: FittedScheme, language: Language): string {
  return (grade?.review ?? []).map((remark) => remarkText(remark, fitted, language)).join(SEMICOLON[language]);
}

/** The customer's name as the table has it; null when it has none. */
export function nameOf(record: TableRecord): string | null {
  const name = record.facts.values['name'];
  return name === undefined ? null : typeof name === 'string' ? name : String(name);
}

function isNamed({ record: { facts } }: GradedRecord): boolean {
  return (facts.values['name'] ?? facts.values['key']) !== undefined;
}

function titlesOf(scheme: Scheme, language: Language): ReadonlyMap<string, string> {
  return new Map(scheme.tiers.map(({ id }) => [id, tierTitle(id, scheme, language)]));
}

/** A segment may be called as what it goes by. */
function headed(heading: string, text: string): string {
  return text.startsWith(heading) ? text : `${heading}${text}`;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

const NO_NAME: ByLanguage = {
  en: 'The row names no customer',
  'zh-CN': '该行没有客户名称',
  'zh-TW': '該列沒有客戶名稱',
};
/** Always the same one: V8 makes empty lists of two kinds by `map`, and compiles the loop over all customers anew when the other comes. */
const NO_LABELS: readonly string[] = [];
const COLON: ByLanguage = { en: ': ', 'zh-CN': '：', 'zh-TW': '：' };
const SEMICOLON: ByLanguage = { en: '; ', 'zh-CN': '；', 'zh-TW': '；' };
