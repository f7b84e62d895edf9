import { unpackedText } from './packed-text.ts';

/**
 * The JSON value that the build packed into this text. Schemes, words and the headings that recognise columns take a quarter of the space so, and
 * every call of a custom function loads the script.
 */
export function unpacked(packed: string): unknown {
  return expanded(JSON.parse(unpackedText(packed)));
}

/** The property under which a long record of words stands as a list of outcomes, each with its words joined by `|`. */
export const WORDS_BY_OUTCOME = '|';

/** Changes the value itself: a reviver would be called for every number. */
function expanded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const parts = value as Record<string, unknown>;
  const runs = parts[WORDS_BY_OUTCOME] as readonly (readonly [outcome: string, words: string])[] | undefined;
  if (runs !== undefined) {
    const record: Record<string, string> = {};
    for (const [outcome, words] of runs) for (const word of words.split('|')) record[word] = outcome;
    return record;
  }
  for (const key of Object.keys(parts)) {
    const part = parts[key];
    if (typeof part === 'object') parts[key] = expanded(part);
  }
  return value;
}
