import type { Scheme } from '../../core/grading/scheme.ts';
import { columnLetter } from '../../core/table/column-letter.ts';
import { FIELDS } from '../../core/table/fields.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { fieldTitle } from '../../core/text/field-titles.ts';
import { textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { otherSheetsText, type SheetsLeftOut } from '../../core/text/other-sheets-text.ts';
import { columnsNotReadText, tableRemarks } from '../../core/text/table-remarks.ts';
import { tableProblemText } from '../../core/text/table-text.ts';
import type { UseCaseContext } from './context.ts';
import { openChoices } from './open-choices.ts';
import { type ReadSource, readSource, type TableFileOptions } from './read-source.ts';
import { tableChanges } from './table-changes.ts';
import type { PreviewChanges, PreviewColumn, TablePreview } from './table-preview.ts';
import type { TableSource } from './table-source.ts';

/** Remarks that are spelt out; the rest is counted. */
const MOST_REMARKS = 20;
/** Headings and examples longer than this are cut. */
const LONGEST_HEADING = 200;
const LONGEST_EXAMPLE = 60;

/**
 * How a file's table is read and what importing it would do, with nothing written: whatever is tried out is rolled back.
 * Rejects with the source's own error when the file is no table.
 */
export async function previewTable(
  context: UseCaseContext,
  source: TableSource,
  options: TableFileOptions,
): Promise<TablePreview> {
  const read = await readSource(context, source, options);
  const isUsable = !read.reading.problems.some(({ severity }) => severity === 'error');
  const preview = {
    ...previewOfReading(source.name, read, options),
    changes: isUsable ? await tryOut(context, read.reading, options) : null,
  };
  return read.sheetsLeftOut === null ? preview : tellSheetsLeftOut(preview, read.sheetsLeftOut, options.language);
}

/** The preview with a sentence on the sheets that were left out: the table that was meant may stand in one of them. */
function tellSheetsLeftOut(preview: TablePreview, leftOut: SheetsLeftOut, language: Language): TablePreview {
  const text = otherSheetsText(leftOut, language, 'by-place');
  if (text === null) return preview;
  if (preview.stopped !== null) return { ...preview, stopped: `${preview.stopped}\n${text}` };
  const severity = leftOut.tables.length > 0 ? 'problem' : 'note';
  return { ...preview, remarks: [{ severity, text }, ...preview.remarks] };
}

/** How a table was read; what importing it would do is the caller's to find out. */
export function previewOfReading(
  fileName: string,
  read: Omit<ReadSource, 'sheetsLeftOut'>,
  { asOf, language }: Pick<TableFileOptions, 'asOf' | 'language'>,
): Omit<TablePreview, 'changes'> {
  const error = read.reading.problems.find(({ severity }) => severity === 'error');
  const fields = fieldsFor(read.scheme, language);
  return {
    fileName,
    sheet: read.sheet,
    stopped: error === undefined ? null : tableProblemText(error, read.reading.columns, language),
    columns: previewColumns(read, new Map(fields.map(({ id, title }) => [id, title]))),
    fields,
    open: openChoices(read.reading, asOf),
    ...remarksOn(read.reading, language),
  };
}

/** The preview of a file that is no table; `stopped` says why and what to do. */
export function previewOfNoTable(fileName: string, stopped: string): TablePreview {
  return {
    fileName,
    sheet: null,
    stopped,
    columns: [],
    fields: [],
    open: [],
    remarks: [],
    moreRemarks: 0,
    changes: null,
  };
}

async function tryOut(
  context: UseCaseContext,
  reading: TableReading,
  options: TableFileOptions,
): Promise<PreviewChanges> {
  const transaction = await context.db.startTransaction().execute();
  try {
    const { changes } = await tableChanges({ ...context, db: transaction }, reading, { ...options, dryRun: true });
    return changes;
  } finally {
    await transaction.rollback().execute();
  }
}

function previewColumns(
  { reading, examples }: Pick<ReadSource, 'reading' | 'examples'>,
  titles: ReadonlyMap<string, string>,
): readonly PreviewColumn[] {
  const columns: PreviewColumn[] = [];
  for (const [index, value] of examples.entries()) {
    const { heading, field, match } = reading.columns[index] ?? { heading: '', field: null, match: 'none' as const };
    if (heading === '' && value === '') continue;
    const title = field === null ? null : (titles.get(field) ?? field);
    const shown = { heading: cut(heading, LONGEST_HEADING), example: cut(value, LONGEST_EXAMPLE) };
    columns.push({ letter: columnLetter(index), field, title, match, ...shown });
  }
  return columns;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function fieldsFor(scheme: Scheme | undefined, language: Language): TablePreview['fields'] {
  const known = new Set(FIELDS.map(({ id }) => id));
  const own = (scheme?.criteria ?? []).filter(({ id }) => !known.has(id));
  return [
    ...FIELDS.map(({ id }) => ({ id, title: fieldTitle(id, language) })),
    ...own.map(({ id, titles }) => ({ id, title: textIn(titles, language) })),
  ];
}

/** The remarks on a table. Why it cannot be used, and which rows are rejected, is said elsewhere. */
function remarksOn(reading: TableReading, language: Language): Pick<TablePreview, 'remarks' | 'moreRemarks'> {
  const first = reading.problems.find(({ severity }) => severity === 'error');
  const problems = reading.problems.filter((problem) => problem !== first && problem.code !== 'no-name');
  const { remarks, more } = tableRemarks({ ...reading, problems }, MOST_REMARKS, language);
  const notRead = columnsNotReadText(reading, language);
  if (notRead === null) return { remarks, moreRemarks: more };
  // Before the notes, since a heading that was not recognised may be a misspelt one that should have counted.
  const graver = remarks.filter(({ severity }) => severity !== 'note');
  const notes = remarks.slice(graver.length);
  return { remarks: [...graver, { severity: 'note', text: notRead }, ...notes], moreRemarks: more };
}
