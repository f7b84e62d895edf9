/** What is wrong with a scheme document, by code; the sentences are in `core/text/scheme-problem-text.ts`. */
export type SchemeProblemCode =
  // its shape
  | 'missing'
  | 'wrong-type'
  | 'too-small'
  | 'too-large'
  | 'too-few'
  | 'too-many'
  | 'not-allowed'
  | 'bad-format'
  | 'unknown-property'
  // what its parts mean together
  | 'no-title'
  | 'duplicate-id'
  | 'duplicate-heading'
  | 'reserved-id'
  | 'unknown-criterion'
  | 'unknown-tier'
  | 'scored-twice'
  | 'text-not-scored'
  | 'bands-missing'
  | 'bands-without-number'
  | 'levels-missing'
  | 'answers-missing'
  | 'last-band-open'
  | 'band-without-start'
  | 'band-start-wrong-way'
  | 'bands-mixed'
  | 'bands-not-ordered'
  | 'points-not-ordered'
  | 'months-out-of-range'
  | 'cut-offs-not-tiers'
  | 'cut-offs-not-descending'
  | 'cut-off-unreachable'
  | 'last-tier-unreachable'
  | 'instead-of-itself'
  | 'only-stand-ins'
  | 'knock-out-when'
  | 'knock-out-wrong-way'
  | 'knock-out-not-worst'
  | 'knock-out-best-tier';

/** One thing that is wrong with a scheme document. */
export interface SchemeProblem {
  /** Where, as `method.criteria[2].weight`; empty for the document itself. */
  readonly path: string;
  readonly code: SchemeProblemCode;
  /** What the sentence names: a bound, an id, what is allowed. */
  readonly detail?: string;
}
