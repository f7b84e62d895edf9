import { meaningsOf, SCHEME_VALUES, wordKey } from '../../core/text/sheets-scheme-words.ts';
import type { SchemeCell } from './scheme-cells.ts';

/** The document's word for what a person wrote; the text itself where it is none of ours. */
export function wordOf(text: string): string {
  return VALUES.get(wordKey(text))?.meaning ?? text;
}

/** A word of a condition as the document has it: yes and no are answers, unless the criterion is text. */
export function conditionWord(word: string, isText: boolean): string | boolean {
  if (isText) return word;
  const meaning = wordOf(word);
  return meaning === 'yes' ? true : meaning === 'no' ? false : isLevelWord(meaning) ? meaning : word;
}

/** Whether it is one of the levels. */
export function isLevelWord(word: string): boolean {
  return word === 'high' || word === 'medium' || word === 'low' || word === 'none';
}

/** Whether it is yes or no. */
export function isAnswer(word: string): boolean {
  return word === 'yes' || word === 'no';
}

/** A number as a cell holds it or as a person types it: 0.05, `5%`, `1,000`; undefined for what is none. */
export function numberOf(cell: SchemeCell): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return undefined;
  const text = cell.normalize('NFKC').trim();
  const plain = text.replace(/%$/, '').replace(/,(?=\d{3}(\D|$))/g, '');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return undefined;
  return text.endsWith('%') ? Number((Number(plain) / 100).toPrecision(15)) : Number(plain);
}

/** The words of a list, whatever comma they are divided by. */
export function listOfWords(text: string): string[] {
  return text
    .split(/[,，、;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

const VALUES = meaningsOf(SCHEME_VALUES);
