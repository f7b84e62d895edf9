import * as z from 'zod/mini';

/** An id of a scheme, a tier, a criterion, … */
export const id = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/));

const pointsOf100 = z.number().check(z.gte(0), z.lte(100));

const share = z.number().check(z.gt(0), z.lte(1));

/** A word that a person may have written in a cell: an answer, a rating, a channel. */
const word = z.string().check(z.minLength(1), z.maxLength(200));

const start = {
  /** It begins at this value and goes up (higher is better). Beside `top`: the least it takes all the same. */
  from: z.optional(z.number()),
  /** It begins at this value and goes down (lower is better). Beside `top`: the most it may be all the same. */
  upTo: z.optional(z.number()),
  /** It takes the best share of the customers, cumulative: 0.2 is the best fifth, 0.5 the best half. */
  top: z.optional(share),
};

const scoredBand = z.strictObject({ ...start, points: pointsOf100 });

const outcomeBand = z.strictObject({ ...start, outcome: id });

const scoredCriterion = z.strictObject({
  /** A criterion or a derived result. */
  criterion: id,
  /** Relative to the other weights, whatever they add up to. */
  weight: z.number().check(z.gt(0), z.lte(1_000_000)),
  /** Best first; the last one has only points and takes what the others leave. For everything with a number. */
  bands: z.optional(z.array(scoredBand).check(z.minLength(2), z.maxLength(20))),
  /** Points for a level in words; also where a column of numbers has words here and there. */
  levels: z.optional(z.strictObject({ high: pointsOf100, medium: pointsOf100, low: pointsOf100, none: pointsOf100 })),
  /** Points for yes and for no. */
  answers: z.optional(z.strictObject({ yes: pointsOf100, no: pointsOf100 })),
  /** Points by label, for a derived result, or by word, for a text; case and width aside. Best first. */
  labels: z.optional(z.record(word, pointsOf100)),
  /** What a customer gets whose value is not known. Default: leave it out and let the others weigh more. */
  missing: z.optional(
    z.discriminatedUnion('do', [
      z.strictObject({ do: z.literal('leave-out') }),
      z.strictObject({ do: z.literal('review') }),
      z.strictObject({ do: z.literal('points'), points: pointsOf100 }),
    ]),
  ),
  /** Counts only when no customer has any of these criteria: complaints in place of the complaint rate. */
  insteadOf: z.optional(z.array(id).check(z.minLength(1), z.maxLength(20))),
});

const scorecard = z.strictObject({
  kind: z.literal('scorecard'),
  criteria: z.array(scoredCriterion).check(z.minLength(1), z.maxLength(50)),
  /** The least score (0–100) of each outcome, best first; the last outcome takes the rest and has none. */
  cutOffs: z.array(z.strictObject({ outcome: id, from: pointsOf100 })).check(z.minLength(1), z.maxLength(19)),
  /** The least share of the weight that must be known for a grade, of what any customer has. Default: 0.5. */
  leastKnown: z.optional(z.number().check(z.gte(0), z.lte(1))),
});

const condition = z.strictObject({
  /** One of these levels, answers, labels or words. Stands alone. */
  is: z.optional(z.array(z.union([word, z.boolean()])).check(z.minLength(1), z.maxLength(100))),
  /** At least, at most, more than, less than: numbers on the criterion's scale, months for days. */
  from: z.optional(z.number()),
  upTo: z.optional(z.number()),
  above: z.optional(z.number()),
  below: z.optional(z.number()),
});

const rule = z.strictObject({
  /** By criterion or derived result; what is not named may be anything. */
  when: z.record(id, condition),
  /** An outcome, or `out-of-market`, or `review`. */
  outcome: id,
});

const decisionTable = z.strictObject({
  kind: z.literal('decision-table'),
  /** `first`: the first rule that fits decides. `unique`: no two rules may fit the same customer (DMN's F and U). */
  hitPolicy: z.enum(['first', 'unique']),
  rules: z.array(rule).check(z.minLength(1), z.maxLength(500)),
  /** The outcome where no rule fits. Default: review, which names the answers that no rule has together. */
  otherwise: z.optional(id),
  /**
   * What somebody states apart from the answers, as the months until a prospect signs. Where rules of several outcomes
   * fit, it chooses among them (the nearest when its own is not among them); where it is not known, the first rule does.
   * A statement that contradicts the rule is a warning.
   */
  statedBy: z.optional(
    z.strictObject({
      /** The first that the customer has is taken. */
      criteria: z.array(id).check(z.minLength(1), z.maxLength(5)),
      /** Best first; the last one has only its outcome. */
      bands: z.array(outcomeBand).check(z.minLength(2), z.maxLength(20)),
    }),
  ),
});

const by = z.array(id).check(z.minLength(1), z.maxLength(10));

const bands = z.strictObject({
  kind: z.literal('bands'),
  /** The first of these criteria that any customer has. */
  by,
  /** Best first; the last one has only its outcome. For everything with a number. */
  bands: z.optional(z.array(outcomeBand).check(z.minLength(2), z.maxLength(20))),
  /** Outcomes of levels, answers, or words, also where a column of numbers has words here and there. */
  levels: z.optional(z.strictObject({ high: id, medium: id, low: id, none: id })),
  answers: z.optional(z.strictObject({ yes: id, no: id })),
  labels: z.optional(z.record(word, id)),
  /** The outcome of a customer without a value. Default: review. */
  missing: z.optional(id),
});

const quantiles = z.strictObject({
  kind: z.literal('quantiles'),
  /** The first of these criteria that any customer has. */
  by,
  /** The share of the customers that each outcome takes, best first; together 1. */
  shares: z
    .array(
      z.strictObject({
        outcome: id,
        share,
        /** The least (most, where lower is better) that it takes all the same, however few come near it. */
        from: z.optional(z.number()),
        upTo: z.optional(z.number()),
      }),
    )
    .check(z.minLength(2), z.maxLength(20)),
  /** Equal values get equal outcomes: all the better of the two (default) or all the worse. */
  ties: z.optional(z.enum(['better', 'worse'])),
  /** The outcome of a customer without a value. Default: review. */
  missing: z.optional(id),
});

const matrix = z.strictObject({
  kind: z.literal('matrix'),
  /** A derived result, or a criterion of levels or answers (`yes`, `no`), for each axis. */
  rows: id,
  columns: id,
  /** Outcome by row label and column label; every cell is filled. */
  cells: z.record(id, z.record(id, id)),
});

/** How an outcome is reached. */
export const method = z.discriminatedUnion('kind', [scorecard, decisionTable, bands, quantiles, matrix]);

/** How an outcome is reached: criterion values, or the outcomes of other methods, in; one outcome out. */
export type Method = z.infer<typeof method>;

/** Criterion → band → points × weight → cut-offs (PMML's Scorecard). */
export type Scorecard = z.infer<typeof scorecard>;

/** How one criterion counts in a scorecard. */
export type ScoredCriterion = z.infer<typeof scoredCriterion>;

/** Rules over conditions (DMN's decision table). */
export type DecisionTable = z.infer<typeof decisionTable>;

/** One row of a decision table. */
export type Rule = z.infer<typeof rule>;

/** What a rule wants of one input. */
export type Condition = z.infer<typeof condition>;

/** One criterion with thresholds (binning). */
export type BandsMethod = z.infer<typeof bands>;

/** Rank in the population, as in an ABC analysis. */
export type Quantiles = z.infer<typeof quantiles>;

/** Two graded axes and what their cells give (a portfolio matrix). */
export type Matrix = z.infer<typeof matrix>;

/** Where a band begins, absolute or relative to the population. */
export type BandStart = Pick<z.infer<typeof scoredBand>, 'from' | 'upTo' | 'top'>;
