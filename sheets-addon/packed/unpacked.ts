import { unpackedText } from './packed-text.ts';

/**
 * The values that the build packed into this text. Schemes, words and the headings that recognise columns take a quarter of the space so, and
 * every call of a custom function loads the script.
 */
export function unpacked(packed: string): unknown {
  const text = unpackedText(packed);
  const [traditional = '', simplified = ''] = text.split(SHORT_MARK, 2);
  const simple = (words: string): string =>
    words.replace(/[^ -~]/g, (character) => simplified[traditional.indexOf(character)] ?? character);
  // in the text: walking through all values would take as long as reading it
  const json = text
    .slice(traditional.length + simplified.length + 2)
    .replace(SHORT_FORM, (_, kind: string, short: string) => {
      const parts = short.split('|');
      const first = parts[0] ?? '';
      const last = parts[parts.length - 1] ?? '';
      if (kind === SHORT_LIST) return `["${parts.join('","')}"]`;
      if (kind === SHORT_WORDS)
        return parts
          .slice(1)
          .map((word) => `"${word}":"${first}"`)
          .join();
      return `{"en":"${first}","zh-CN":"${parts.length > 2 ? (parts[1] ?? '') : simple(last)}","zh-TW":"${last}"}`;
    });
  return JSON.parse(json) as unknown;
}

/** Stands around what is short in place of JSON, and behind both scripts: a character that no text of ours has. */
export const SHORT_MARK = '\u007F';

/** What is short: a list of texts, words that have the outcome before them, or a text in three languages, its parts with `|` between. */
export const SHORT_LIST = '[';
export const SHORT_WORDS = ':';
export const SHORT_TEXTS = '{';

/** Declared last: behind it the build has literals unpacked. */
const SHORT_FORM = /\u007F(.)([^\u007F]*)\u007F/g;
