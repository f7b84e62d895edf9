import { quotePiece } from './index-customer-names.ts';
import { gapPiece, rowPieces, typingErrorPieces, WHOLE, WORD, wordStartPiece, wordsOf } from './search-pieces.ts';
import { charactersOf, isIdeograph, type SearchText, squeeze } from './search-text.ts';

/** More words and characters than these add nothing to what a query finds, only to its cost. */
const MOST_WORDS = 12;
const MOST_CHARACTERS = 40;
/** Errors are looked for in the beginning of a long query in Chinese. */
const MOST_CHARACTERS_WITH_ERRORS = 16;

/** A `tsquery` for names that hold every word of the query; undefined when it has no piece that the index knows. */
export function insideQuery(query: SearchText): string | undefined {
  return allOf(wordsOf(query.full).slice(0, MOST_WORDS).flatMap(piecesInsideWord));
}

/** A `tsquery` for names that hold the query's words in Latin letters, but for a typing error in each. */
export function mistypedWordsQuery(query: SearchText): string | undefined {
  return both(wordsOf(query.core).slice(0, MOST_WORDS).map(mistypedWord));
}

/** A `tsquery` for names that are the query but for a typing error, or that begin like it. */
export function mistypedNameQuery(query: SearchText): string | undefined {
  return either([query.core, query.full].map((name) => anyOf(typingErrorPieces(WHOLE, squeeze(name)))));
}

/**
 * A `tsquery` for names that hold the query in Chinese but for one character: for each way to mistype it, the pieces of
 * the name that this leaves whole.
 */
export function mistypedIdeographsQuery(query: SearchText): string | undefined {
  const characters = charactersOf(squeeze(query.core)).slice(0, MOST_CHARACTERS_WITH_ERRORS);
  if (characters.length < 3 || !characters.some(isIdeograph)) return undefined;
  const ways: (string | undefined)[] = [];
  characters.forEach((character, at) => {
    const left = characters.slice(0, at);
    const right = characters.slice(at + 1);
    const before = left[at - 1];
    const next = right[0];
    // Mistaken: what stands left and right of it, and the pair across it.
    const across = before !== undefined && next !== undefined ? gapPiece(before, next) : undefined;
    ways.push(allOf([...rowPieces(left), ...rowPieces(right), ...(across === undefined ? [] : [across])]));
    // Too much.
    ways.push(allOf(rowPieces([...left, ...right])));
    if (next === undefined) return;
    // One left out after it.
    const around = gapPiece(character, next);
    ways.push(
      allOf([...rowPieces([...left, character]), ...rowPieces(right), ...(around === undefined ? [] : [around])]),
    );
    // Swapped with the next.
    ways.push(allOf(rowPieces([...left, next, character, ...right.slice(1)])));
  });
  return either([...new Set(ways)]);
}

/** A `tsquery` for names that share anything telling with the query, to offer when nothing fits. */
export function nearQuery(query: SearchText): string | undefined {
  const words = wordsOf(query.core).slice(0, MOST_WORDS);
  const telling = words.filter((word) => !COMMON_WORDS.has(word));
  return either((telling.length > 0 ? telling : words).flatMap(nearWord));
}

function nearWord(word: string): (string | undefined)[] {
  const row = rowPieces(charactersOf(word).slice(0, MOST_CHARACTERS));
  if (isIdeograph(word)) return row.filter((piece) => !COMMON_WORDS.has(piece)).map((piece) => allOf([piece]));
  const pairs = row.slice(0, Math.max(1, row.length - 1)).map((piece, at) => allOf([piece, row[at + 1] ?? piece]));
  return word.length < 4 ? pairs : pairs.concat(mistypedWord(word));
}

/** Words of so many company names that sharing one says nothing. */
const COMMON_WORDS = new Set(
  (
    'trading group international industrial industries technology technologies tech company holdings global china ' +
    'services solutions import export logistics electronics systems 贸易 科技 集团 技术 国际 实业 电子 发展 中国 工业 ' +
    '上海 北京 深圳 广州 物流 进出 出口 投资 控股 商贸 信息 服务 工程 材料'
  ).split(' '),
);

function mistypedWord(word: string): string | undefined {
  if (isIdeograph(word) || word.length < 4) return allOf(piecesInsideWord(word));
  return anyOf([...typingErrorPieces(WORD, word), ...typingErrorPieces(WHOLE, word)]);
}

function piecesInsideWord(word: string): string[] {
  const characters = charactersOf(word).slice(0, MOST_CHARACTERS);
  const row = rowPieces(characters);
  return row.length === 0 && characters.length === 2 ? [wordStartPiece(characters)] : row;
}

function allOf(pieces: readonly string[]): string | undefined {
  return pieces.length === 0 ? undefined : `(${[...new Set(pieces)].map(quotePiece).join('&')})`;
}

function anyOf(pieces: readonly string[]): string | undefined {
  return pieces.length === 0 ? undefined : `(${[...new Set(pieces)].map(quotePiece).join('|')})`;
}

function both(queries: readonly (string | undefined)[]): string | undefined {
  const known = queries.filter((query) => query !== undefined);
  return known.length === 0 ? undefined : `(${known.join('&')})`;
}

function either(queries: readonly (string | undefined)[]): string | undefined {
  const known = [...new Set(queries.filter((query) => query !== undefined))];
  return known.length === 0 ? undefined : known.join('|');
}
