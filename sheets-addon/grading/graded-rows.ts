import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import type { CompiledDocument } from '../../core/grading/compile-document.ts';
import { type GradedRecord, gradeTable } from '../../core/grading/grade-table.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { asText, type OwnValue } from '../../core/sheets/cell-text.ts';
import { identityOf } from '../../core/sheets/row-identity.ts';
import type { TableReading, TableRecord } from '../../core/table/reading.ts';
import { type GradedTableWords, gradedTableWords } from '../../core/text/graded-table-words.ts';
import { type FullPoints, tierTitle } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { followUpDays, type Standing } from './follow-up-day.ts';

/** One customer's row with what the scheme says of it, ready for its cells. */
export interface GradedRow {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly record: TableRecord;
  /** {@link fingerprint} of the customer's number, else of its name; that of an empty text where it has neither. */
  readonly identity: string;
  /** The tier's title; empty for none. */
  readonly tier: string;
  readonly score: number | null;
  readonly needsReview: boolean;
  /** By wanted column, in their order. */
  readonly cells: OwnValue[];
}

/** A table's customers as a scheme grades them. */
export interface GradedRows {
  readonly compiled: CompiledDocument;
  readonly rows: readonly GradedRow[];
  readonly fullPoints: readonly FullPoints[];
  /** The day of the next contact if the customer were in the tier with this title; '' where none can be said. */
  readonly followUpIn: (row: GradedRow, tierTitle: string) => OwnValue;
}

/**
 * Grades every customer of a table and puts it into words: the very ones that `tierbook grade` writes.
 *
 * @param tell called now and then with how many are done
 */
export function gradedRows(
  reading: TableReading,
  document: AnyScheme,
  { asOf, language }: { readonly asOf: CalendarDate; readonly language: Language },
  tell: (done: number) => void = () => undefined,
): GradedRows {
  const { compiled, gradeOf } = gradeTable(reading, document, asOf);
  const words = gradedTableWords(compiled, language);
  const dayFor = 'method' in document ? remembered(followUpDays(document, asOf)) : () => '';
  const titles = new Map<string, string>();
  if ('method' in document) for (const { id } of document.tiers) titles.set(tierTitle(id, document, language), id);
  const rows: GradedRow[] = [];
  for (const record of reading.records) {
    const one = gradeOf(record);
    rows.push(rowOf(one, words, dayFor(record.facts, one.grade)));
    // from the first on: V8 would compile the loop without it, and throw that away when it comes
    if (rows.length % 2_500 === 1) tell(rows.length);
  }
  return {
    compiled,
    rows,
    fullPoints: words.fullPoints(),
    followUpIn: ({ record }, title) => {
      const tier = titles.get(title.trim());
      return tier === undefined ? '' : dayFor(record.facts, { status: 'graded', tier });
    },
  };
}

/** Many customers have the same days and the same tier. */
function remembered(dayFor: ReturnType<typeof followUpDays>): (facts: Facts, standing: Standing) => OwnValue {
  const byStanding = new Map<string, Map<unknown, OwnValue>>();
  return (facts, standing) => {
    const { lastContact, nextContact, expectedDate } = facts.values;
    const of = standing.tier ?? `?${standing.status}`;
    let known = byStanding.get(of);
    if (known === undefined) byStanding.set(of, (known = new Map()));
    const isPlain = nextContact === undefined && expectedDate === undefined;
    const key = isPlain ? lastContact : `${lastContact}|${nextContact}|${expectedDate}`;
    let day = known.get(key);
    if (day === undefined) {
      const date = dayFor(facts, standing);
      known.set(key, (day = date === null ? '' : { date }));
    }
    return day;
  };
}

function rowOf(one: GradedRecord, words: GradedTableWords, day: OwnValue): GradedRow {
  const { record, grade } = one;
  const tier = words.tier(one) ?? '';
  const why = asText(words.reasons(one));
  const review = asText(words.review(one));
  const { score } = grade;
  const cells: OwnValue[] = words.hasTiers
    ? [asText(tier), score ?? '', why, asText(words.lift(one) ?? ''), review, day]
    : [why, review];
  for (const label of words.labels(one)) cells.push(asText(label ?? ''));
  const needsReview = grade.status === 'review' || grade.status === 'unreadable';
  return {
    row: record.row,
    record,
    identity: identityOf(record),
    tier,
    score,
    needsReview,
    cells,
  };
}
