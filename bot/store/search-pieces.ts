import { charactersOf, isIdeograph, type SearchText, squeeze } from './search-text.ts';

/** Marks pieces of a word. */
export const WORD = '~';
/** Marks pieces of a whole name. */
export const WHOLE = '=';
/** Typing errors after this many letters of a word do not change its pieces. */
const HEAD = 7;
/** In longer names with ideographs, pairs and gaps find a mistaken character. */
const LONGEST_IDEOGRAPH_NAME = 4;
/** Words of fewer letters have too many near neighbours. */
const SHORTEST_MISTYPED_WORD = 4;

/**
 * The pieces of a name by which it is found from the inside and in spite of typing errors, as the index holds them:
 * `abc` letters in a row, `华为` characters in a row, `深_华` characters with one between, `^ab` the start of a word,
 * `~abde` a word, `=abde` the whole name with one character left out.
 */
export function piecesOfName(name: SearchText): Set<string> {
  const pieces = new Set<string>();
  const whole = charactersOf(squeeze(name.full));
  for (const piece of rowPieces(whole)) pieces.add(piece);
  for (const piece of gapPieces(whole)) pieces.add(piece);
  for (const word of wordsOf(name.full)) {
    if (isIdeograph(word)) continue;
    const letters = charactersOf(word);
    if (letters.length >= 2) pieces.add(wordStartPiece(letters));
    if (letters.length >= SHORTEST_MISTYPED_WORD && word !== name.core) {
      for (const piece of typingErrorPieces(WORD, word)) pieces.add(piece);
    }
  }
  const core = squeeze(name.core);
  const letters = charactersOf(core);
  if (letters.length <= LONGEST_IDEOGRAPH_NAME || !letters.some(isIdeograph)) {
    for (const piece of typingErrorPieces(WHOLE, core)) pieces.add(piece);
  }
  if (core.length < HEAD && name.full !== name.core) {
    for (const piece of typingErrorPieces(WHOLE, squeeze(name.full))) pieces.add(piece);
  }
  return pieces;
}

/**
 * The words of a text in its order: what spaces part, and where letters meet ideographs. A word begins with an ideograph
 * when it consists of them.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const part of text.split(' ')) {
    let word = '';
    let ideographs = false;
    for (const character of part) {
      const ideograph = isIdeograph(character);
      if (word !== '' && ideograph !== ideographs) {
        words.push(word);
        word = '';
      }
      ideographs = ideograph;
      word += character;
    }
    if (word !== '') words.push(word);
  }
  return words;
}

/** Three letters in a row, or two characters of which one is an ideograph. */
export function rowPieces(characters: readonly string[]): string[] {
  const pieces: string[] = [];
  characters.forEach((first, at) => {
    const second = characters[at + 1];
    const third = characters[at + 2];
    if (second === undefined) return;
    if (isIdeograph(first) || isIdeograph(second)) pieces.push(first + second);
    else if (third !== undefined && !isIdeograph(third)) pieces.push(first + second + third);
  });
  return pieces;
}

/** Two ideographs with any character between them. */
export function gapPiece(first: string, third: string): string | undefined {
  return isIdeograph(first) && isIdeograph(third) ? `${first}_${third}` : undefined;
}

function gapPieces(characters: readonly string[]): string[] {
  const pieces: string[] = [];
  characters.forEach((first, at) => {
    const third = characters[at + 2];
    const piece = third === undefined ? undefined : gapPiece(first, third);
    if (piece !== undefined) pieces.push(piece);
  });
  return pieces;
}

/** The start of a word of at least two letters. */
export function wordStartPiece(letters: readonly string[]): string {
  return `^${letters.slice(0, 2).join('')}`;
}

/**
 * The first letters of a word, whole and with each one left out: two words share such a piece when one character was
 * left out, put in, mistaken or swapped with the next. Empty for a single character.
 */
export function typingErrorPieces(mark: typeof WORD | typeof WHOLE, word: string): string[] {
  const letters = charactersOf(word).slice(0, HEAD);
  if (letters.length < 2) return [];
  return [`${mark}${letters.join('')}`, ...letters.map((_letter, at) => `${mark}${letters.toSpliced(at, 1).join('')}`)];
}
