/** What the groups of a pattern, which follow one another without gaps, found in the folded text, as it was written. */
export function partsOf(pattern: RegExp, tidy: string, folded: string): string[] | undefined {
  const found = pattern.exec(folded);
  if (found === null) return undefined;
  let from = 0;
  return found.slice(1).map((group: string | undefined) => tidy.slice(from, (from += (group ?? '').length)));
}
