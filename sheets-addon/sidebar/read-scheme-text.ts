import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import type { Language } from '../../core/text/language.ts';
import { jsonStop, type TextPlace } from './json-stop.ts';
import { ownCopy } from './own-copy.ts';
import type { SchemeLibrary } from './scheme-library.ts';

/** More characters than any scheme has: a table of 500 rules over 12 criteria has half as many. */
export const LONGEST_SCHEME = 2_000_000;

/** What came of a text that should be a scheme. */
export type ReadScheme =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json'; readonly place: TextPlace | null }
  /** Something else, JSON or not. */
  | { readonly kind: 'not-a-scheme' }
  | { readonly kind: 'unsound'; readonly problems: readonly string[] }
  | {
      readonly kind: 'sound';
      readonly document: AnyScheme;
      readonly notes: readonly string[];
      /** Its id was a built-in scheme's, so that it got another. */
      readonly isRenamed: boolean;
      /** The workbook has a scheme with this id already. */
      readonly exists: boolean;
    };

/**
 * Reads a scheme that somebody pasted or chose as a file, and checks it. One with the id of a built-in scheme becomes a copy
 * under an id of its own, since the built-in one goes before it.
 *
 * @param own ids of the workbook's schemes
 */
export function readSchemeText(
  text: string,
  own: ReadonlySet<string>,
  library: SchemeLibrary,
  language: Language,
): ReadScheme {
  // a byte order mark is no part of what an editor saved
  const json = text.replace(/^\uFEFF/, '').trim();
  if (json === '') return { kind: 'empty' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return isLikeJson(json) ? { kind: 'not-json', place: jsonStop(json) } : { kind: 'not-a-scheme' };
  }
  if (!isLikeScheme(parsed)) return { kind: 'not-a-scheme' };
  const checked = library.check(parsed, language);
  if (checked.kind === 'unsound') return checked;
  const builtIn = new Set(library.builtIn.map(({ id }) => id));
  const isRenamed = builtIn.has(checked.document.id);
  const document = isRenamed ? ownCopy(checked.document, new Set([...builtIn, ...own])) : checked.document;
  return { kind: 'sound', document, notes: checked.notes, isRenamed, exists: own.has(document.id) };
}

/** Whether a text begins as JSON does, with the middle of some or with a comment: it is more than a table or a picture by mistake. */
export function isLikeJson(text: string): boolean {
  return /^[\s\uFEFF]*(?:["{[]|\/[/*])/.test(text);
}

/** Whether it has any of the parts that make a scheme: of a file of another kind it would only be told what it has not. */
function isLikeScheme(document: unknown): boolean {
  if (typeof document !== 'object' || document === null) return false;
  return ['criteria', 'tiers', 'method', 'segments'].some((part) => part in document);
}
