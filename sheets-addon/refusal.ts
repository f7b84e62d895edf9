import type { Language } from '../core/text/language.ts';
import { SHEETS_SCRIPT_TEXT } from '../core/text/sheets-script-text.ts';
import type { Refusal } from './protocol.ts';

/** Why a run stopped before it wrote anything; thrown within the script and told to the person as a {@link Refusal}. */
export class Stop extends Error {
  declare readonly why: Why;

  constructor(why: Why) {
    super(why.code);
    this.why = why;
  }
}

/** What a refusal's sentence needs. */
export type Why =
  | { readonly code: 'busy' | 'unusable' | 'no-room' | 'nothing-to-undo' | 'changed-meanwhile' }
  | { readonly code: 'protected'; readonly range: string; readonly description: string }
  | { readonly code: 'no-such-scheme' | 'scheme-changed'; readonly scheme: string };

/** Runs; what stops it, or what Google refuses, becomes a refusal in the reader's language. */
export function orRefusal<T>(language: Language, run: () => T): T | Refusal {
  try {
    return run();
  } catch (error) {
    if (error instanceof Stop) return refusalOf(error.why, language);
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', code: 'failed', text: SHEETS_SCRIPT_TEXT[language].failed(message) };
  }
}

function refusalOf(why: Why, language: Language): Refusal {
  return { kind: 'refused', code: why.code, text: sentenceOf(why, language) };
}

function sentenceOf(why: Why, language: Language): string {
  const text = SHEETS_SCRIPT_TEXT[language];
  switch (why.code) {
    case 'busy':
      return text.busy;
    case 'unusable':
      return text.unusable;
    case 'no-room':
      return text.noRoom;
    case 'nothing-to-undo':
      return text.nothingToUndo;
    case 'changed-meanwhile':
      return text.changedMeanwhile;
    case 'protected':
      return text.isProtected(why.range, why.description);
    case 'no-such-scheme':
      return text.noSuchScheme(why.scheme);
    case 'scheme-changed':
      return text.schemeChanged(why.scheme);
    default:
      return why satisfies never;
  }
}
