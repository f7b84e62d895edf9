/** What is wrong with a scheme document, by code; the sentences are in `core/text/scheme-problem-text.ts`. */
export type SchemeProblemCode = ShapeProblemCode | PartsProblemCode | MethodProblemCode | TableProblemCode;

/** What is wrong with the shape of a document. */
export type ShapeProblemCode =
  | 'missing'
  | 'wrong-type'
  | 'not-finite'
  | 'too-small'
  | 'not-above'
  | 'too-large'
  | 'text-empty'
  | 'text-too-long'
  | 'document-too-large'
  | 'too-few'
  | 'too-many'
  | 'not-allowed'
  | 'bad-format'
  | 'unknown-property';

/** What is wrong with what a document's parts mean together, its methods aside. */
export type PartsProblemCode =
  | 'no-title'
  | 'duplicate-id'
  | 'duplicate-heading'
  | 'duplicate-label'
  | 'reserved-id'
  | 'range-empty'
  | 'contacts-too-far'
  | 'unknown-criterion'
  | 'unknown-tier'
  | 'derived-like-criterion'
  | 'derived-circle'
  | 'knock-out-when'
  | 'knock-out-wrong-way'
  | 'knock-out-not-worst'
  | 'knock-out-always'
  | 'knock-out-best-tier';

/** What is wrong with a method, decision tables aside. */
export type MethodProblemCode =
  | 'unknown-outcome'
  | 'unknown-label'
  | 'listed-twice'
  | 'not-numeric'
  | 'directions-differ'
  | 'bands-missing'
  | 'bands-without-number'
  | 'levels-missing'
  | 'answers-missing'
  | 'labels-missing'
  | 'label-missing'
  | 'label-taken'
  | 'last-band-open'
  | 'band-without-start'
  | 'band-start-wrong-way'
  | 'band-out-of-range'
  | 'bands-mixed'
  | 'bands-not-ordered'
  | 'months-out-of-range'
  | 'outcomes-not-ordered'
  // scorecards
  | 'scored-twice'
  | 'points-not-ordered'
  | 'missing-above-best'
  | 'cut-offs-not-tiers'
  | 'cut-offs-not-descending'
  | 'cut-off-unreachable'
  | 'last-tier-unreachable'
  | 'instead-of-itself'
  | 'instead-of-circle'
  | 'only-stand-ins'
  // quantiles and matrices
  | 'shares-not-whole'
  | 'axis-without-labels'
  | 'axes-alike'
  | 'cell-missing';

/** What is wrong with a decision table. */
export type TableProblemCode =
  | 'condition-empty'
  | 'condition-mixed'
  | 'condition-wants-bounds'
  | 'condition-wants-words'
  | 'condition-range-empty'
  | 'condition-never-holds'
  | 'rules-overlap'
  | 'rule-unreachable'
  | 'rule-twice'
  | 'table-too-large'
  | 'stated-by-share';

/** One thing that is wrong with a scheme document. */
export interface SchemeProblem {
  /** Where, as `method.criteria[2].weight`; empty for the document itself. */
  readonly path: string;
  readonly code: SchemeProblemCode;
  /** What the sentence names: a bound, an id, what is allowed. */
  readonly detail?: string;
  /** A second thing that the sentence names. */
  readonly other?: string;
}

/** What is worth knowing of a scheme document that is in order. */
export type SchemeNoteCode =
  | 'outcome-never'
  | 'derived-unused'
  | 'derived-like-field'
  | 'knock-out-never'
  | 'rules-gap'
  | 'rules-not-analysed'
  | 'personal-attribute';

/** One thing that is worth knowing of a scheme document, although it is not wrong. */
export interface SchemeNote {
  /** Where, as in {@link SchemeProblem}. */
  readonly path: string;
  readonly code: SchemeNoteCode;
  /** What the sentence names: an id, examples; a {@link PersonalAttribute}. */
  readonly detail?: string;
}

/** What a person is and must not be graded by. */
export type PersonalAttribute = 'age' | 'sex' | 'origin' | 'faith' | 'health' | 'marital-status';
