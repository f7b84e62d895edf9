import { type CompiledDocument, isDivided } from '../../core/grading/compile-document.ts';
import { forAndAgainst } from '../../core/grading/for-and-against.ts';
import type { Reason } from '../../core/grading/grade.ts';
import type { GradedRecord } from '../../core/grading/grade-table.ts';
import { cliText } from '../../core/text/cli-text.ts';
import { type GradedTableWords, gradedTableWords, nameOf } from '../../core/text/graded-table-words.ts';
import { type GradeWriter, gradeWriter, textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { type BorderedColumn, borderedTable } from './bordered-table.ts';
import { printable } from './printable.ts';

/** An overview for people: who got what, what speaks most for and against, and what would lift it. */
export function* gradeOverview(
  graded: Iterable<GradedRecord>,
  compiled: CompiledDocument,
  language: Language,
): Iterable<string> {
  const { headings, overview } = cliText[language];
  const words = gradedTableWords(compiled, language);
  // a segment that nobody can have a label in takes no room
  const shown = compiled.segments.flatMap(({ fitted }, index) => (isDivided(fitted) ? [index] : []));
  const titles = shown.map((index) => textIn(compiled.segments[index]?.fitted.scheme.titles ?? {}, language));
  const hasRoom = shown.length <= MOST_BESIDE_REASONS;
  const tierColumns: BorderedColumn[] = words.hasTiers
    ? [
        { head: headings.tier, align: 'left' },
        { head: headings.score, align: 'right' },
      ]
    : [];
  const columns: BorderedColumn[] = [
    { head: overview.row, align: 'right' },
    { head: overview.name, align: 'left' },
    ...tierColumns,
    ...titles.map((head): BorderedColumn => ({ head, align: 'left' })),
    ...(words.hasTiers
      ? [overview.strongest, overview.weakest, overview.nextTier]
      : hasRoom
        ? [headings.reasons, headings.review]
        : [headings.review]
    ).map((head): BorderedColumn => ({ head, align: 'left' })),
  ];
  const cellsOf = words.hasTiers
    ? tierCells(compiled, words, language)
    : segmentCells(compiled, words, language, hasRoom);
  const rows: string[][] = [];
  for (const item of graded) {
    const { record } = item;
    const labels = words.labels(item);
    const { before, behind } = cellsOf(item);
    const cells = [
      String(record.row),
      nameOf(record) ?? String(record.facts.values['key'] ?? ''),
      ...before,
      ...shown.map((index) => labels[index] ?? '–'),
      ...behind,
    ];
    rows.push(cells.map(printable));
  }
  yield* borderedTable(columns, rows);
}

/** More segments than this leave no room for reasons. */
const MOST_BESIDE_REASONS = 2;

/** What stands before and behind a customer's segments. */
type CellsOf = (graded: GradedRecord) => { readonly before: readonly string[]; readonly behind: readonly string[] };

function tierCells({ tier }: CompiledDocument, words: GradedTableWords, language: Language): CellsOf {
  const writer = tier && gradeWriter(tier.fitted, language);
  return (item) => {
    const { grade } = item;
    const { deciding, favour, against } = forAndAgainst(grade.reasons, 1);
    // what is wrong, and what to find out first
    const remarks = grade.review.slice(0, 2).map(words.remark);
    return {
      before: [words.tier(item) ?? '–', grade.score === null ? '' : String(grade.score)],
      behind: [
        inShort(favour[0] ?? deciding[0], writer),
        inShort(against[0], writer),
        remarks.length === 0 ? (words.lift(item) ?? '') : remarks.join('; '),
      ],
    };
  };
}

/** The first reason of each segment where there is room, and why there is no label. */
function segmentCells(
  { segments }: CompiledDocument,
  words: GradedTableWords,
  language: Language,
  hasRoom: boolean,
): CellsOf {
  const writers = segments.map(({ fitted }) => gradeWriter(fitted, language, 'labels'));
  return (item) => {
    const why = words.undecided(item)[0] ?? '';
    if (!hasRoom) return { before: [], behind: [why] };
    const reasons = item.segments.map(({ tier, reasons: all }, index) => {
      const { deciding, favour, against } = forAndAgainst(all, 1);
      return tier === null ? '' : inShort(favour[0] ?? deciding[0] ?? against[0], writers[index]);
    });
    const told = [...new Set(reasons)].filter((text) => text !== '');
    return { before: [], behind: [told.join('; '), why] };
  };
}

function inShort(reason: Reason | undefined, writer: GradeWriter | undefined): string {
  return reason === undefined ? '' : (writer?.reason(reason, 'short') ?? '');
}
