/** Words that all give one outcome, joined by `|`, which keeps the long lists readable. Traditional characters and capitals are read alike. */
export function wordsFor(outcome: string, list: string): Record<string, string> {
  return wordsByOutcome({ [outcome]: list });
}

/** {@link wordsFor} of several outcomes; of the same word in two lists the later one counts. */
export function wordsByOutcome(lists: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([outcome, list]) =>
      list.split('|').map((word): [string, string] => [word, outcome]),
    ),
  );
}
