import type { Titles } from '../../core/grading/scheme.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { LANGUAGES } from '../../core/text/language.ts';
import { SHEETS_SCHEMES_TEXT } from '../../core/text/sheets-schemes-text.ts';

/**
 * A scheme as one of the workbook's own: under an id that nobody has yet, with titles that say that it is a copy.
 *
 * @param taken ids that cannot be used
 */
export function ownCopy<Document extends AnyScheme>(document: Document, taken: ReadonlySet<string>): Document {
  return { ...document, id: freeId(document.id, taken), version: 1, titles: copyTitles(document.titles) };
}

/** `account-value-own`, else `account-value-own-2` and so on; at most 64 characters. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const end = number === 1 ? '-own' : `-own-${number}`;
    const candidate = id.slice(0, LONGEST_ID - end.length) + end;
    if (!taken.has(candidate)) return candidate;
  }
}

function copyTitles(titles: Titles): Titles {
  const copied: Titles = {};
  for (const language of LANGUAGES) {
    const title = titles[language];
    const suffix = SHEETS_SCHEMES_TEXT[language].copySuffix;
    if (title !== undefined) copied[language] = title.slice(0, LONGEST_TITLE - suffix.length) + suffix;
  }
  return copied;
}

/** As a scheme document allows. */
const LONGEST_ID = 64;
const LONGEST_TITLE = 200;
