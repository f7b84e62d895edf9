import { type CompiledDocument, isDivided } from '../grading/compile-document.ts';
import type { GradeRemark, Reason } from '../grading/grade.ts';
import type { GradedRecord } from '../grading/grade-table.ts';
import type { TableRecord } from '../table/reading.ts';
import { gradeWriter, remarkText, textIn, tierTitle } from './grading-text.ts';
import type { ByLanguage, Language } from './language.ts';

/** A reason with its sentence. */
type WordedReason = Reason & { readonly text: string };

/** One segment of a customer for JSON. */
interface WordedSegment {
  readonly segment: string;
  /** The label's id; null where it could not be decided. */
  readonly label: string | null;
  /** The label's title, or why there is none. */
  readonly text: string;
}

/** Puts what a document says of customers into the words of one language. */
export interface GradedTableWords {
  /** False for a document of segments only. */
  readonly hasTiers: boolean;
  /** What stands between sentences in one cell. */
  readonly semicolon: string;
  /** The tier's title. */
  readonly tier: (graded: GradedRecord) => string | undefined;
  readonly reasons: (graded: GradedRecord) => string;
  readonly eachReason: (graded: GradedRecord) => readonly WordedReason[];
  /** What would lift the customer; undefined when nothing does. */
  readonly lift: (graded: GradedRecord) => string | undefined;
  readonly remark: (remark: GradeRemark) => string;
  /** Review and warnings of the tier. */
  readonly remarks: (graded: GradedRecord) => readonly string[];
  /** Why a segment that others have a label in could not be decided, by segment. */
  readonly undecided: (graded: GradedRecord) => readonly string[];
  /** The label's title in each segment. */
  readonly labels: (graded: GradedRecord) => readonly (string | undefined)[];
  readonly eachSegment: (graded: GradedRecord) => readonly WordedSegment[];
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
  }));
  const fitted = tier?.fitted ?? segments[0]?.fitted;
  const remark = (one: GradeRemark): string => (fitted === undefined ? one.code : remarkText(one, fitted, language));
  const eachReason = ({ grade, segments: labels }: GradedRecord): WordedReason[] =>
    writer === undefined
      ? labels.flatMap(({ reasons }, index) =>
          reasons.map((reason) => ({ ...reason, text: writers[index]?.reason(reason) ?? '' })),
        )
      : grade.reasons.map((reason) => ({ ...reason, text: writer.reason(reason) }));
  const whyNot = (graded: GradedRecord, index: number): string => {
    const of = parts[index]?.fitted;
    const review = graded.segments[index]?.review ?? [];
    return of === undefined ? '' : review.map((one) => remarkText(one, of, language)).join(semicolon);
  };
  const labels = (graded: GradedRecord): (string | undefined)[] =>
    graded.segments.map(({ tier: label }, index) => {
      const of = parts[index]?.fitted.scheme;
      return label === null || of === undefined ? undefined : tierTitle(label, of, language);
    });
  return {
    hasTiers: tier !== undefined,
    semicolon,
    tier: ({ grade }) =>
      tier === undefined || grade.tier === null ? undefined : tierTitle(grade.tier, tier.fitted.scheme, language),
    reasons(graded) {
      if (writer === undefined) return distinct(eachReason(graded).map(({ text }) => text)).join(semicolon);
      let text = '';
      for (const reason of graded.grade.reasons) text += `${text === '' ? '' : semicolon}${writer.reason(reason)}`;
      return text;
    },
    eachReason,
    lift: ({ record, grade }) => {
      const next = grade.tier === null ? null : (tier?.nextTier(record.facts) ?? null);
      return next === null || grade.tier === null ? undefined : writer?.nextTier(next, grade.tier);
    },
    remark,
    // a document of segments only says its remarks segment by segment
    remarks: ({ grade, segments: of }) =>
      tier === undefined
        ? of.flatMap(({ warnings }) => warnings.map(remark))
        : [...grade.review, ...grade.warnings].map(remark),
    undecided: (graded) =>
      parts.flatMap((part, index) =>
        part.isDivided && graded.segments[index]?.tier === null
          ? [headed(`${part.title}${colon}`, whyNot(graded, index))]
          : [],
      ),
    labels,
    eachSegment: (graded) =>
      labels(graded).map((text, index) => ({
        segment: parts[index]?.fitted.scheme.id ?? '',
        label: graded.segments[index]?.tier ?? null,
        text: text ?? whyNot(graded, index),
      })),
  };
}

/** The customer's name as the table has it; null when it has none. */
export function nameOf(record: TableRecord): string | null {
  const name = record.facts.values['name'];
  return name === undefined ? null : String(name);
}

/** A segment may be called as what it goes by. */
function headed(heading: string, text: string): string {
  return text.startsWith(heading) ? text : `${heading}${text}`;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

const COLON: ByLanguage = { en: ': ', 'zh-CN': '：', 'zh-TW': '：' };
const SEMICOLON: ByLanguage = { en: '; ', 'zh-CN': '；', 'zh-TW': '；' };
