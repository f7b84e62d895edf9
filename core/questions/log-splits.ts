import type { NotedContact } from './question.ts';

/** A word of its own in English; Chinese runs on. */
const LOG_WORD = /(?<=\s)log(?=$|[\s:：,，])|记录|登记|記錄|登記/giu;

/** Every way to take a text apart at a word that asks to log something after a name, the first such word first. */
export function logSplits(text: string): NotedContact[] {
  return [...text.matchAll(LOG_WORD)]
    .map((match) => ({
      name: withoutQuotes(text.slice(0, match.index).trim()),
      said: text
        .slice(match.index + match[0].length)
        .replace(/^[\s:：,，]+/, '')
        .trim(),
    }))
    .filter(({ name }) => name !== '');
}

const QUOTES = ['""', "''", '“”', '‘’', '「」', '『』', '«»', '《》', '``'];

/** A text without the quotes that stand around all of it. */
export function withoutQuotes(text: string): string {
  const pair = QUOTES.find(([open, close]) => text.length > 2 && text[0] === open && text[text.length - 1] === close);
  const inner = pair === undefined ? '' : text.slice(1, -1).trim();
  return inner === '' ? text : inner;
}
