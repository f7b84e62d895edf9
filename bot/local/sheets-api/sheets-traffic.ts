import type { OperationName } from './operations.ts';

/** A request that was answered: of what it said and was told nothing is kept. */
export interface SheetsTrafficEntry {
  readonly operation: OperationName | 'token' | 'revoke' | 'consent';
  /** Without its query. */
  readonly path: string;
  /** Null: it got no answer. */
  readonly status: number | null;
}

/** What has been asked of the server, in its order. */
export interface SheetsTraffic {
  /** The last thousand. */
  readonly entries: readonly SheetsTrafficEntry[];
  /** How many requests of a kind there have been, or of any. */
  count(operation?: SheetsTrafficEntry['operation']): number;
  add(entry: SheetsTrafficEntry): void;
}

const KEPT = 1000;

/** Nothing yet. */
export function createSheetsTraffic(): SheetsTraffic {
  const entries: SheetsTrafficEntry[] = [];
  const counts = new Map<string, number>();
  return {
    entries,
    count(operation) {
      if (operation !== undefined) return counts.get(operation) ?? 0;
      return [...counts.values()].reduce((sum, one) => sum + one, 0);
    },
    add(entry) {
      entries.push(entry);
      if (entries.length > KEPT) entries.shift();
      counts.set(entry.operation, (counts.get(entry.operation) ?? 0) + 1);
    },
  };
}
