import * as z from 'zod/mini';

const languageTexts = z.strictObject({
  en: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  'zh-CN': z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  'zh-TW': z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});

const id = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/));

const pointsOf100 = z.number().check(z.gte(0), z.lte(100));

const share = z.number().check(z.gt(0), z.lte(1));

const tier = z.strictObject({
  id,
  titles: languageTexts,
  /** `#rrggbb`, for charts and the sheet's cells. */
  colour: z.optional(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/))),
  /** How the tier is served: open until follow-ups read it. */
  playbook: z.optional(z.record(z.string(), z.unknown())),
});

const criterion = z.strictObject({
  /** A field of the table (`salesAmount`), or an id of the scheme's own with `headings` that recognise its column. */
  id,
  type: z.enum(['money', 'number', 'percent', 'count', 'date', 'months', 'level', 'yes-no', 'text']),
  /** Default: higher is better. A `date` counts as months before the day of grading, so recent is lower. */
  direction: z.optional(z.enum(['higher-is-better', 'lower-is-better'])),
  titles: languageTexts,
  /** Column headings that recognise it, beside its titles. */
  headings: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(100))),
  /** How `months` and `date` are shown. Default: months. Bands are in months either way. */
  unit: z.optional(z.enum(['month', 'year'])),
});

const knockOut = z.strictObject({
  criterion: id,
  /**
   * Exactly one: `above` (more than; a criterion where lower is better), `below` (less than; where higher is better),
   * or `is` (one of these levels, answers or texts). Numbers are on the criterion's scale, months for days.
   */
  when: z.strictObject({
    above: z.optional(z.number()),
    below: z.optional(z.number()),
    is: z.optional(z.array(z.union([z.string(), z.boolean()])).check(z.minLength(1), z.maxLength(100))),
  }),
  /** The tier that the customer then gets, unless its score alone puts it even lower. */
  tier: id,
});

const band = z.strictObject({
  /** The band begins at this value and goes up (higher is better). Beside `top`: the least it takes all the same. */
  from: z.optional(z.number()),
  /** The band begins at this value and goes down (lower is better). Beside `top`: the most it may be all the same. */
  upTo: z.optional(z.number()),
  /** The band takes the best share of the customers, cumulative: 0.2 is the best fifth, 0.5 the best half. */
  top: z.optional(share),
  points: pointsOf100,
});

const scoredCriterion = z.strictObject({
  criterion: id,
  /** Relative to the other weights, whatever they add up to. */
  weight: z.number().check(z.gt(0), z.lte(1_000_000)),
  /** Best first; the last one has only points and takes what the others leave. For everything with a number. */
  bands: z.optional(z.array(band).check(z.minLength(2), z.maxLength(20))),
  /** Points for a level in words; also where a column of numbers has words here and there. */
  levels: z.optional(z.strictObject({ high: pointsOf100, medium: pointsOf100, low: pointsOf100, none: pointsOf100 })),
  /** Points for yes and for no. */
  answers: z.optional(z.strictObject({ yes: pointsOf100, no: pointsOf100 })),
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
  /** The least score (0–100) of each tier, best first; the last tier takes the rest and has none. */
  cutOffs: z.array(z.strictObject({ tier: id, from: pointsOf100 })).check(z.minLength(1), z.maxLength(19)),
  /** The least share of the weight that must be known for a grade, of what any customer has. Default: 0.5. */
  leastKnown: z.optional(z.number().check(z.gte(0), z.lte(1))),
});

/**
 * The scheme document: how customers are graded, as JSON. This is the shape; `checkScheme` holds what goes beyond it.
 * Properties that are not listed are refused, so that a misspelt one does not go unnoticed.
 */
export const schemeDocument = z.strictObject({
  /** For editors only. */
  $schema: z.optional(z.string()),
  id,
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
  titles: languageTexts,
  /** Best first. */
  tiers: z.array(tier).check(z.minLength(2), z.maxLength(20)),
  criteria: z.array(criterion).check(z.minLength(1), z.maxLength(100)),
  knockOuts: z.optional(z.array(knockOut).check(z.maxLength(50))),
  method: z.discriminatedUnion('kind', [scorecard]),
});

/** A named, versioned document that says how customers are graded (domain.md, Words). */
export type Scheme = z.infer<typeof schemeDocument>;

/** One input of a scheme. */
export type Criterion = z.infer<typeof criterion>;

/** A text in at least one language; `textIn` chooses. */
export type Titles = z.infer<typeof languageTexts>;

/** Criterion → band → points × weight → cut-offs (PMML's Scorecard). */
export type Scorecard = z.infer<typeof scorecard>;

/** How one criterion counts in a scorecard. */
export type ScoredCriterion = z.infer<typeof scoredCriterion>;

/** A rule that bounds the tier whatever the score: payments overdue → D. */
export type KnockOut = z.infer<typeof knockOut>;

/** The points of a customer whose value lies in a range, absolute or relative to the population. */
export type Band = z.infer<typeof band>;
