import * as z from 'zod/mini';
import { CONTACT_METHODS } from './contact-methods.ts';
import { id, method, type Scorecard } from './scheme-methods.ts';

const languageTexts = z.strictObject({
  en: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  'zh-CN': z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  'zh-TW': z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});

const longTexts = z.strictObject({
  en: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
  'zh-CN': z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
  'zh-TW': z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
});

const playbook = z.strictObject({
  /** Days from one contact to the next, ideally and at most. */
  everyDays: z.optional(z.int().check(z.gte(1), z.lte(730))),
  longestDays: z.optional(z.int().check(z.gte(1), z.lte(1095))),
  /** What one contact takes. */
  contactMinutes: z.optional(z.int().check(z.gte(1), z.lte(960))),
  /** How a rep keeps in touch, most fitting first. */
  methods: z.optional(z.array(z.enum(CONTACT_METHODS)).check(z.maxLength(CONTACT_METHODS.length))),
  /** Working hours until a complaint is answered; a working day has eight. */
  complaintHours: z.optional(z.number().check(z.gt(0), z.lte(400))),
  /** Days from one satisfaction survey to the next; none: nobody is asked. */
  surveyEveryDays: z.optional(z.int().check(z.gte(7), z.lte(1095))),
  /** What one rep can look after: so many customers in so many days of a month of 20 working days. */
  capacity: z.optional(
    z.strictObject({
      customers: z.int().check(z.gte(1), z.lte(10_000)),
      daysAMonth: z.number().check(z.gt(0), z.lte(20)),
    }),
  ),
  /** Who looks after the customer, what it gets, what to do: a sentence or two. */
  policy: z.optional(longTexts),
});

const tier = z.strictObject({
  id,
  titles: languageTexts,
  /** `#rrggbb`, for charts and the sheet's cells. */
  colour: z.optional(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/))),
  /** How the tier is served. */
  playbook: z.optional(playbook),
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
  /** Whether a day counts as months from the day of grading until then (a deal to come). Default: months since. */
  isAhead: z.optional(z.boolean()),
  /**
   * Numbers outside are a case for review. Default: money, counts and months from 0, percentages 0 to 1, numbers any.
   * An empty range allows all.
   */
  range: z.optional(z.strictObject({ from: z.optional(z.number()), upTo: z.optional(z.number()) })),
  /** How a person recognises the answer, shown where it is asked for. */
  hint: z.optional(longTexts),
});

const knockOut = z.strictObject({
  criterion: id,
  /**
   * `above` (more than; a criterion where lower is better) or `below` (less than; where higher is better), and `is` (one
   * of these levels, answers or texts): one of them, or one bound and the words that say the same ("overdue: yes").
   * Numbers are on the criterion's scale, months for days.
   */
  when: z.strictObject({
    above: z.optional(z.number()),
    below: z.optional(z.number()),
    is: z.optional(z.array(z.union([z.string(), z.boolean()])).check(z.minLength(1), z.maxLength(100))),
  }),
  /** The tier that the customer then gets, unless it would be even lower without. */
  tier: id,
});

const label = z.strictObject({
  id,
  titles: languageTexts,
  colour: z.optional(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/))),
  playbook: z.optional(playbook),
});

const labelledParts = {
  id,
  titles: languageTexts,
  /** Its outcomes, best first where they have an order. */
  labels: z.array(label).check(z.minLength(2), z.maxLength(50)),
  method,
};

const labelled = z.strictObject(labelledParts);

const segment = z.strictObject({
  ...labelledParts,
  /** Derived results whose labels stand behind the segment's own: RFM: Champion (R5 F4 M5). */
  details: z.optional(z.array(id).check(z.minLength(1), z.maxLength(5))),
});

/** What keeps a tier from flapping, as it stands in a document. */
export const stabilitySettings = z.strictObject({
  /** How far below a tier's cut-off a customer may fall and keep the tier: 0.1 is a tenth of the cut-off. Default: 0, off. */
  buffer: z.optional(z.number().check(z.gte(0), z.lte(0.9))),
  /** A customer falls only when so many gradings in a row say so. Default: 1, at once. */
  downgradeAfter: z.optional(z.int().check(z.gte(1), z.lte(24))),
  /** Whether a customer keeps its tier while a complaint of it is open. Default: false. */
  holdDuringComplaint: z.optional(z.boolean()),
});

const common = {
  /** For editors only. */
  $schema: z.optional(z.string()),
  id,
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
  titles: languageTexts,
  criteria: z.array(criterion).check(z.minLength(1), z.maxLength(100)),
  /** Results of methods that feed other methods by their id, as a criterion would. */
  derived: z.optional(z.array(labelled).check(z.maxLength(30))),
};

/**
 * The scheme document: how customers are graded, as JSON. This is the shape; `checkScheme` holds what goes beyond it.
 * Properties that are not listed are refused, so that a misspelt one does not go unnoticed.
 */
export const schemeDocument = z.strictObject({
  ...common,
  /** Best first. */
  tiers: z.array(tier).check(z.minLength(2), z.maxLength(20)),
  knockOuts: z.optional(z.array(knockOut).check(z.maxLength(50))),
  method,
  /** Labels beside the tier. */
  segments: z.optional(z.array(segment).check(z.maxLength(20))),
  stability: z.optional(stabilitySettings),
});

/** A document that only says into which segments customers fall, beside the tier that another scheme gives. */
export const segmentDocument = z.strictObject({
  ...common,
  segments: z.array(segment).check(z.minLength(1), z.maxLength(20)),
});

/** A named, versioned document that says how customers are graded. */
export type Scheme = z.infer<typeof schemeDocument>;

/** A scheme that grades by a scorecard. */
export type ScorecardScheme = Omit<Scheme, 'method'> & { method: Scorecard };

/** A named, versioned document of segments without tiers (S15–S20). */
export type SegmentScheme = z.infer<typeof segmentDocument>;

/** One segment as a scheme of its own, whose tiers are the labels. */
export type SegmentAsScheme = Scheme & Pick<z.infer<typeof segment>, 'details'>;

/** One input of a scheme. */
export type Criterion = z.infer<typeof criterion>;

/** One outcome of a scheme, with how it is served. */
export type Tier = z.infer<typeof tier>;

/** How a tier is served. */
export type Playbook = z.infer<typeof playbook>;

/** A method with labels of its own: a derived result or a segment. */
export type Labelled = z.infer<typeof labelled>;

/** What keeps a tier from flapping. */
export type Stability = z.infer<typeof stabilitySettings>;

/** A text in at least one language; `textIn` chooses. */
export type Titles = z.infer<typeof languageTexts>;

/** A rule that bounds the tier whatever the score: payments overdue → D. */
export type KnockOut = z.infer<typeof knockOut>;
