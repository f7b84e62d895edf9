import type { Digest } from '../../core/digest/digest.ts';
import type { DigestList } from '../../core/digest/digest-list.ts';
import { barChartText } from '../../core/text/bar-chart-text.ts';
import { safeCsvCell } from '../../core/text/csv-line.ts';
import { digestCharts } from '../../core/text/digest-charts.ts';
import { DIGEST_COMMAND_TEXT } from '../../core/text/digest-command-text.ts';
import { digestListText } from '../../core/text/digest-list-text.ts';
import { digestMatrices } from '../../core/text/digest-matrix.ts';
import { type DigestLine, digestText } from '../../core/text/digest-text.ts';
import type { Language } from '../../core/text/language.ts';
import { inColumns } from '../../core/text/text-width.ts';
import { printable } from './printable.ts';

/** How a digest is printed. */
export type DigestFormat = 'text' | 'json' | 'tsv';

/** A digest for a terminal, a program or a spreadsheet. */
export function digestOutput(digest: Digest, format: DigestFormat, language: Language, isAscii: boolean): string {
  switch (format) {
    case 'text':
      return linesText(digestLines(digest, language, isAscii));
    case 'json':
      return jsonText(digest);
    case 'tsv': {
      const { sections } = digestText(digest, language);
      const rows = sections.flatMap(({ lines, title }) => lines.map(({ lead, text }) => [title, lead, text]));
      return tsvText([DIGEST_COMMAND_TEXT[language].columns, ...rows]);
    }
    default:
      return format satisfies never;
  }
}

/** The list behind a number, all of it. */
export function digestListOutput(list: DigestList, format: DigestFormat, language: Language): string {
  const { lines, nobody, title } = digestListText(list, language);
  switch (format) {
    case 'text':
      return linesText([
        title,
        ...(nobody === null ? [] : [nobody]),
        ...lines.map((line, index) => numbered(line, index)),
      ]);
    case 'json':
      return jsonText(list);
    case 'tsv':
      return tsvText([
        DIGEST_COMMAND_TEXT[language].listColumns,
        ...lines.map(({ customerId, lead, text }) => [customerId ?? '', lead, text]),
      ]);
    default:
      return format satisfies never;
  }
}

function digestLines(digest: Digest, language: Language, isAscii: boolean): string[] {
  const { context, headline, sections, title } = digestText(digest, language);
  const charts = digestCharts(digest, language).flatMap((chart) => [
    '',
    chart.title,
    ...barChartText(chart, { isAscii }),
  ]);
  const matrices = digestMatrices(digest, language).flatMap(({ caption, more, rows }) => [
    '',
    caption,
    ...inColumns(
      rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : printable(cell)))),
      (column) => typeof rows.at(-1)?.[column] === 'number',
    ),
    ...(more === null ? [] : [more]),
  ]);
  const told = sections.flatMap(({ lines, more, title: heading }) => [
    '',
    heading,
    ...lines.map(({ lead, text }) => `${isAscii ? '*' : '•'} ${lead}${text}`),
    ...(more === null ? [] : [`  ${more}`]),
  ]);
  return [headline, title, ...charts, ...told, ...matrices, ...(context === '' ? [] : ['', context])];
}

function numbered({ lead, text }: DigestLine, index: number): string {
  return `${(index + 1).toLocaleString('en')}. ${lead}${text}`;
}

function linesText(lines: readonly string[]): string {
  return `${lines.map((line) => printable(line).trimEnd()).join('\n')}\n`;
}

/** One object, without the schemes' documents: of them only what they are called. */
function jsonText(told: Digest | DigestList): string {
  const bare = (key: string, value: unknown): unknown => {
    if (key === 'fitted') return undefined;
    if ((key === 'prospects' || key === 'customers') && isScheme(value))
      return { id: value.id, version: value.version };
    return value;
  };
  return `${JSON.stringify(told, bare, 2)}\n`;
}

function isScheme(value: unknown): value is { readonly id: string; readonly version: number } {
  return typeof value === 'object' && value !== null && 'id' in value && 'version' in value && 'tiers' in value;
}

function tsvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => printable(safeCsvCell(cell)).trim()).join('\t')}\n`).join('');
}
