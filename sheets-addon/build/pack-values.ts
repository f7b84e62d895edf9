import { isDeepStrictEqual } from 'node:util';
import { foldScript, SIMPLIFIED, TRADITIONAL } from '../../core/table/fold-script.ts';
import { SHORT_LIST, SHORT_MARK, SHORT_TEXTS, SHORT_WORDS, unpacked } from '../packed/unpacked.ts';
import { packedText } from './pack-text.ts';

/**
 * The text from which `unpacked` makes this value.
 *
 * @throws Error for what JSON cannot hold, and for a text that has the mark in it
 */
export function packedValue(value: unknown): string {
  const packed = packedText([TRADITIONAL, SIMPLIFIED, shortJson(value)].join(SHORT_MARK));
  if (!isDeepStrictEqual(unpacked(packed), value)) throw new Error('What is packed does not come back as it was.');
  return packed;
}

/** JSON in which lists of texts, texts in three languages and long records of words are short. */
function shortJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return shortList(value) ?? `[${value.map(shortJson).join()}]`;
  const parts = (): string[] => Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${shortJson(part)}`);
  return shortTexts(value) ?? `{${shortWords(value) ?? parts().join()}}`;
}

function shortList(list: readonly unknown[]): string | undefined {
  return list.length > 1 && list.every(isPlain) ? short(SHORT_LIST, list) : undefined;
}

function shortTexts(value: object): string | undefined {
  const { en, 'zh-CN': china, 'zh-TW': taiwan, ...others } = value as Record<string, unknown>;
  if (Object.keys(others).length > 0 || !isPlain(en) || !isPlain(china) || !isPlain(taiwan)) return undefined;
  if (foldScript(taiwan) !== china) return short(SHORT_TEXTS, [en, china, taiwan]);
  return short(SHORT_TEXTS, taiwan === en ? [en] : [en, taiwan]);
}

const LONG_RECORD = 20;

/** Many words that give few outcomes, as schemes of places and industries have. */
function shortWords(value: object): string | undefined {
  const entries = Object.entries(value) as [word: string, outcome: unknown][];
  if (entries.length < LONG_RECORD || !entries.flat().every(isPlain)) return undefined;
  const runs: string[][] = [];
  for (const [word, outcome] of entries as [string, string][]) {
    const last = runs.at(-1);
    if (last?.[0] === outcome) last.push(word);
    else runs.push([outcome, word]);
  }
  return runs.map((run) => short(SHORT_WORDS, run)).join();
}

/** Whether it is a text that can stand in a short form as it is. */
function isPlain(value: unknown): value is string {
  return typeof value === 'string' && JSON.stringify(value) === `"${value}"` && !value.includes('|');
}

function short(kind: string, parts: readonly string[]): string {
  return SHORT_MARK + kind + parts.join('|') + SHORT_MARK;
}
