import type { ColumnType } from 'kysely';

/** What one customer is found by; written by `indexCustomerNames` only. */
export interface CustomerSearchTable {
  workspace_id: ColumnType<string, string, string>;
  customer_id: string;
  /** Its names as `writeName` of search-text.ts writes them, the name that it goes by first. */
  names: string[];
  /** Its rows in `customer_term`: the kind's digit, then the term. */
  terms: string[];
  /** What the customer matters while it has no score, below 0.5. */
  base_importance: number;
  /** A `tsvector` of pieces of its names. */
  pieces: string;
}

/** One text from whose start a customer is found. */
export interface CustomerTermTable {
  workspace_id: ColumnType<string, string, string>;
  kind: TermKind;
  term: string;
  customer_id: string;
  /** The customer's score plus what it sells; greater comes first. */
  importance: number;
}

/** What a term is: a customer key, a name, the initials of a name (Latin or pinyin), or a name spelled in pinyin. */
export type TermKind = 1 | 2 | 3 | 4;

export const KEY_TERM = 1;
export const NAME_TERM = 2;
export const INITIALS_TERM = 3;
export const PINYIN_TERM = 4;
