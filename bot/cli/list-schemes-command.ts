import { type PartColumns, schemeColumns } from '../../core/grading/scheme-columns.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { schemePurpose } from '../../core/grading/scheme-purpose.ts';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../core/schemes/built-in-schemes.ts';
import { criterionText, textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { type ColumnsLine, columnsLines, SCHEME_LIST_TEXT } from '../../core/text/scheme-columns-text.ts';
import { textWidth } from '../../core/text/text-width.ts';
import { type CliIo, print } from './cli-io.ts';
import { wrapItems } from './wrap-items.ts';

/** How `schemes list` prints: for people, for `cut`, for programs. */
export type ListFormat = 'table' | 'tsv' | 'json';

const DOCUMENTS: readonly AnyScheme[] = [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES];

/** `schemes list`: every built-in scheme and document of segments, what it is for, and the columns that it goes by. */
export async function listSchemesCommand(io: CliIo, format: ListFormat, language: Language): Promise<number> {
  switch (format) {
    case 'json':
      await print(
        io,
        `${JSON.stringify(
          DOCUMENTS.map((document) => listed(document, language)),
          null,
          2,
        )}\n`,
      );
      return 0;
    case 'tsv':
      for (const document of DOCUMENTS) await print(io, `${tsvLine(document, language)}\n`);
      return 0;
    case 'table':
      await print(io, `${DOCUMENTS.map((document) => block(document, language)).join('\n\n')}\n`);
      return 0;
    default:
      return format satisfies never;
  }
}

/** A head line, and below it what the document needs, counts and is helped by. */
function block(document: AnyScheme, language: Language): string {
  const text = SCHEME_LIST_TEXT[language];
  const title = textIn(document.titles, language);
  const head = [title, text.version(document.version), text.purpose[schemePurpose(document)]].join(text.comma);
  const lines = schemeColumns(document).flatMap((part) => columnsLines(part, document, language));
  const indent = 2 + Math.max(...lines.map(({ heading }) => textWidth(heading))) + 2;
  const options = { indent, separator: text.comma };
  return [
    `${document.id}  ${head}`,
    ...lines.flatMap(({ heading, items }) => wrapItems(`  ${heading}`, items, options)),
  ].join('\n');
}

/** Id, version, title, purpose, then what it needs, counts, wants at least and is helped by; several parts and columns have `; ` between. */
function tsvLine(document: AnyScheme, language: Language): string {
  const parts = schemeColumns(document).map((part) => columnsLines(part, document, language));
  const kinds = (['needs', 'counts', 'atLeast', 'helps'] as const).map((kind) =>
    parts.flatMap((lines) => ofKind(lines, kind)).join('; '),
  );
  const { id, version, titles } = document;
  return [id, version, textIn(titles, language), schemePurpose(document), ...kinds].join('\t');
}

function ofKind(lines: readonly ColumnsLine[], kind: ColumnsLine['kind']): string[] {
  return lines.flatMap((line) => (line.kind === kind ? [...line.items] : []));
}

function listed(document: AnyScheme, language: Language): object {
  const { id, version, titles } = document;
  return {
    id,
    version,
    title: textIn(titles, language),
    for: schemePurpose(document),
    parts: schemeColumns(document).map((part) => listedPart(part, document, language)),
  };
}

function listedPart({ segment, columns, leastKnown }: PartColumns, document: AnyScheme, language: Language): object {
  return {
    segment,
    leastKnown,
    columns: columns.map(({ criteria, isNeeded, weight }) => ({
      anyOf: criteria.map((id) => ({ id, title: criterionText(id, document, language) })),
      isNeeded,
      weight,
    })),
  };
}
