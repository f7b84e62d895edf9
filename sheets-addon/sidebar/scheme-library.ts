import { checkDocument } from '../../core/grading/check-scheme.ts';
import { schemeColumns } from '../../core/grading/scheme-columns.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { type SchemePurpose, schemePurpose } from '../../core/grading/scheme-purpose.ts';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../core/schemes/built-in-schemes.ts';
import { textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { columnsLines, SCHEME_LIST_TEXT } from '../../core/text/scheme-columns-text.ts';
import { schemeNoteText } from '../../core/text/scheme-note-text.ts';
import { schemeProblemSentence } from '../../core/text/scheme-problem-text.ts';
import type { SchemeCells } from '../schemes/scheme-cells.ts';
import { cellsWithScheme, type SheetSchemes, schemesInCells } from './scheme-cells.ts';

/**
 * Everything that knows whole scheme documents. It is most of the sidebar's script and is loaded behind the first screen,
 * which needs none of it.
 */
export interface SchemeLibrary {
  /** Every scheme that comes with Tierbook, tiers before segments. */
  readonly builtIn: readonly AnyScheme[];
  readonly summarise: (document: AnyScheme, language: Language) => SchemeSummary;
  readonly check: (document: unknown, language: Language) => TextCheck;
  readonly schemesInCells: (cells: SchemeCells, language: Language) => SheetSchemes;
  readonly cellsWithScheme: (cells: SchemeCells | null, document: AnyScheme, language: Language) => SchemeCells;
}

/** A scheme in a few words. */
export interface SchemeSummary {
  readonly title: string;
  readonly purpose: SchemePurpose;
  /** Titles of its tiers, best first; of a document of segments those of the segments. */
  readonly outcomes: readonly string[];
  /** What it goes by, line by line. */
  readonly goesBy: readonly { readonly heading: string; readonly items: readonly string[] }[];
}

/** What checking a document found, in sentences. */
export type TextCheck =
  | { readonly kind: 'sound'; readonly document: AnyScheme; readonly notes: readonly string[] }
  | { readonly kind: 'unsound'; readonly problems: readonly string[] };

/** The library itself. */
export function schemeLibrary(): SchemeLibrary {
  return {
    builtIn: [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES],
    summarise,
    check: checkedInWords,
    schemesInCells,
    cellsWithScheme,
  };
}

function summarise(document: AnyScheme, language: Language): SchemeSummary {
  const outcomes = 'tiers' in document ? document.tiers : document.segments;
  return {
    title: textIn(document.titles, language),
    purpose: schemePurpose(document),
    outcomes: outcomes.map(({ titles }) => textIn(titles, language)),
    goesBy: schemeColumns(document)
      .flatMap((part) => columnsLines(part, document, language))
      .map(({ heading, items }) => ({ heading: `${heading}${SCHEME_LIST_TEXT[language].colon}`, items })),
  };
}

function checkedInWords(document: unknown, language: Language): TextCheck {
  const checked = checkDocument(document);
  return 'problems' in checked
    ? {
        kind: 'unsound',
        problems: checked.problems.map((problem) =>
          schemeProblemSentence(problem, nameAround(document, problem.path), language),
        ),
      }
    : { kind: 'sound', document: checked.scheme, notes: checked.notes.map((note) => schemeNoteText(note, language)) };
}

/** The name of the nearest part around a place in a document that has one; undefined for none. */
function nameAround(document: unknown, path: string): string | undefined {
  let part = document;
  let name: string | undefined;
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  for (const [index, key] of keys.entries()) {
    if (typeof part !== 'object' || part === null) break;
    part = (part as Readonly<Record<string, unknown>>)[key];
    if (index === keys.length - 1 || typeof part !== 'object' || part === null) continue;
    const { id, criterion, outcome } = part as Readonly<Record<string, unknown>>;
    const own = [id, criterion, outcome].find((one) => typeof one === 'string');
    if (typeof own === 'string') name = own;
  }
  return name;
}
