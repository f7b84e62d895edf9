/**
 * Whether two heading keys differ only by a slip of the finger: one letter in 6 to 9, two from 10 on, one Chinese character in 4 or
 * more unless it is one that carries meaning (上次 / 下次, 率 / 数) or
 * the first.
 */
export function isCloseSpelling(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const shortest = Math.min(a.length, b.length);
  if (longest - shortest > 2) return false;
  if (!HAN.test(a) && !HAN.test(b)) {
    if (/\d/.test(a + b)) return false;
    return shortest >= 6 && editDistance(a, b) <= (shortest >= 10 ? 2 : 1);
  }
  return shortest >= 4 && editDistance(a, b) === 1 && !differsInMeaning(a, b);
}

const HAN = /\p{Script=Han}/u;
/** One of these more, less or other makes another heading. */
const MEANINGFUL =
  /[上下次率数额量度不未已无非年月日周季天前后去今本当首末最增减净毛总均旧新大小高低主副收付进出买卖人电手传\dA-Za-z%]/u;

function differsInMeaning(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  const isSwap = left.length === 2 && right === left.charAt(1) + left.charAt(0);
  // The first character says what the rest is about: 回款金额 is no slip of 欠款金额.
  return !isSwap && (start === 0 || MEANINGFUL.test(left + right));
}

/** Optimal string alignment: insertions, deletions, substitutions and neighbours swapped. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
