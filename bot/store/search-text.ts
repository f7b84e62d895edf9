import { Converter } from 'opencc-js/t2cn';
import { normaliseName, withoutLegalSuffix } from '../../core/customer-name.ts';
import { storableText } from './json-column.ts';

/** A name or a query as it is compared: lower case, narrow, simplified, without diacritics and punctuation. */
export interface SearchText {
  /** Everything, words apart by one space. */
  readonly full: string;
  /** Without the legal form; the same as `full` when there is none. */
  readonly core: string;
}

/** Longer names and queries are compared by their beginning; the index takes terms of up to 2,700 bytes. */
const LONGEST = 160;

/** Reads a name or a query for comparison; both texts are empty when there is nothing to compare. */
export function readSearchText(text: string): SearchText {
  const clean = storableText(text.slice(0, 2 * LONGEST));
  const full = fold(clean);
  return { full, core: fold(withoutLegalSuffix(full === clean ? clean : clean.normalize('NFKC'))) || full };
}

/** A name in one text for the store; {@link readWrittenName} reads it back. */
export function writeName({ full, core }: SearchText): string {
  return full === core ? full : `${core}${REST}${full}`;
}

/** The name that {@link writeName} wrote. */
export function readWrittenName(written: string): SearchText {
  const [core = '', full = core] = written.split(REST);
  return { full, core };
}

/** Stands after the core of a name in its term, below every other character, so that whole names sort first. */
export const REST = '\u0001';

/** Without spaces: `face book` and `facebook` are one name. */
export function squeeze(text: string): string {
  return text.replaceAll(' ', '');
}

/** The characters of a text; those beyond 16 bits count as one. */
export function charactersOf(text: string): string[] {
  return Array.from(text);
}

/** Whether a character stands for a word or syllable (Chinese, kana, Hangul, Thai, a symbol) and not for a letter. */
export function isIdeograph(character: string): boolean {
  if (character <= '\u02ff') return character > '\u007f' && !/[\p{L}\p{N}\p{M}]/u.test(character);
  return (
    (character >= '\u4e00' && character <= '\u9fff') ||
    WORD_SCRIPTS.test(character) ||
    !/[\p{L}\p{N}\p{M}]/u.test(character)
  );
}

const WORD_SCRIPTS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}〇ー]/u;
const HAN = /\p{Script=Han}/u;
/** Letters that keep their stroke or ligature in Unicode's decomposition. */
const STROKED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ё: 'е',
};
const simplify = Converter({ from: 't', to: 'cn' });

function fold(text: string): string {
  let folded = normaliseName(text);
  if (/[^\x20-\x7e]/.test(folded)) {
    folded = folded
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .normalize('NFC')
      .replace(/[ßæœøłđðþıħё]/g, (letter) => STROKED[letter] ?? letter);
    if (HAN.test(folded)) folded = simplify(folded);
  }
  return storableText(charactersOf(folded).slice(0, LONGEST).join('')).trim();
}
