import type { Language } from '../core/text/language.ts';
import { scriptSentence } from '../core/text/sheets-script-text.ts';
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
    return { kind: 'refused', code: 'failed', text: scriptSentence(language, 'failed', { message }) };
  }
}

function refusalOf(why: Why, language: Language): Refusal {
  return { kind: 'refused', code: why.code, text: sentenceOf(why, language) };
}

function sentenceOf(why: Why, language: Language): string {
  const { code, ...data } = why;
  const isNamed = why.code === 'protected' && why.description !== '';
  return scriptSentence(language, isNamed ? 'protected-named' : code, data);
}
