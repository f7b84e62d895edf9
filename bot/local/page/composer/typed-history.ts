/** How much of what was typed is kept. */
const KEPT = 50;

/** What was typed and sent, the newest last, and where one is in it while going back. */
export interface TypedHistory {
  readonly entries: readonly string[];
  /** How many steps back; 0 while one types something new. */
  readonly back: number;
}

/** Nothing typed yet. */
export const NO_HISTORY: TypedHistory = { entries: [], back: 0 };

/** With one more text at its end; the same text twice in a row counts once. */
export function withTyped({ entries }: TypedHistory, text: string): TypedHistory {
  return { entries: entries.at(-1) === text ? entries : [...entries, text].slice(-KEPT), back: 0 };
}

/** One step back (1) or forth (-1); the text there is {@link recalled}. */
export function stepped({ entries, back }: TypedHistory, by: 1 | -1): TypedHistory {
  return { entries, back: Math.min(Math.max(back + by, 0), entries.length) };
}

/** The text at which one is; empty when one is not in the past. */
export function recalled({ entries, back }: TypedHistory): string {
  return back === 0 ? '' : (entries.at(-back) ?? '');
}
