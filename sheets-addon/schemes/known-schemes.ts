import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { schemePurpose } from '../../core/grading/scheme-purpose.ts';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../core/schemes/built-in-schemes.ts';
import type { MemoryEntry } from '../../core/sheets/memory-sheet.ts';
import { textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { CheckedScheme, SchemeOption } from '../protocol.ts';

/** A scheme that this workbook can be graded by. */
export interface KnownScheme {
  readonly document: AnyScheme;
  readonly from: SchemeOption['from'];
  /** Of the workbook's own: the cells in which it was checked. */
  readonly cellsHash?: string;
}

/** The memory's entry of the workbook's own schemes as they were checked last: a list of {@link CheckedScheme}. */
export const CHECKED_SCHEMES = 'schemes';

/** All schemes: the built-in ones, those of segments, then the workbook's own; one of its own goes before a built-in one of the same id. */
export function knownSchemes(entries: readonly MemoryEntry[]): KnownScheme[] {
  const own = checkedSchemes(entries).map(
    ({ document, cellsHash }): KnownScheme => ({ document, from: 'sheet', cellsHash }),
  );
  const ids = new Set(own.map(({ document }) => document.id));
  const builtIn = [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES].filter(({ id }) => !ids.has(id));
  return [...builtIn.map((document): KnownScheme => ({ document, from: 'built-in' })), ...own];
}

/** The workbook's own schemes with which cells they were checked in; none when nothing was. */
export function checkedSchemes(entries: readonly MemoryEntry[]): readonly CheckedScheme[] {
  const text = entries.find(({ name }) => name === CHECKED_SCHEMES)?.text;
  try {
    const checked: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(checked) ? (checked as CheckedScheme[]) : [];
  } catch {
    // somebody has edited the hidden sheet: the schemes must be checked again
    return [];
  }
}

/** A scheme as it is offered. */
export function schemeOption({ document, from }: KnownScheme, language: Language): SchemeOption {
  return { id: document.id, title: textIn(document.titles, language), from, purpose: schemePurpose(document) };
}
