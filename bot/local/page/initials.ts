/** One or two letters that stand for a name: `AB` for Anna Berg, the last character of a Chinese name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  if (/\p{Script=Han}/u.test(name)) return Array.from(name.trim()).at(-1) ?? '';
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => Array.from(word ?? '')[0] ?? '');
  return letters.join('').toUpperCase();
}
