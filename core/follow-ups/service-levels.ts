import type { CustomerStage } from '../customer-stage.ts';
import type { ContactMethod } from '../grading/contact-methods.ts';
import type { Playbook, Scheme, Tier } from '../grading/scheme.ts';
import { relativePlace } from '../grading/tier-order.ts';
import { GOOD_PLAYBOOK, KEY_PLAYBOOK, SMALL_PLAYBOOK, USUAL_PLAYBOOK } from '../schemes/customer-playbooks.ts';
import type { FollowUp } from './follow-up.ts';
import { NEW_PROSPECT_PLAYBOOK, UNGRADED_CUSTOMER_PLAYBOOK } from './untiered-playbooks.ts';

/** How one group of customers of a book is served: a tier of the scheme in use for its stage, or the new ones. */
export interface ServiceLevel {
  readonly stage: CustomerStage;
  /** Null: customers without a tier (new prospects, cases for review). */
  readonly tier: string | null;
  /** Days from one contact to the next, ideally and at most. */
  readonly everyDays: number;
  readonly longestDays: number;
  /** What one contact takes. */
  readonly contactMinutes: number;
  /** Ways to be in touch, most fitting first; never empty. */
  readonly methods: readonly ContactMethod[];
  /** Working hours until a complaint is answered; a working day has eight. */
  readonly complaintHours: number;
  /** Days from one survey to the next; null: nobody is asked. */
  readonly surveyEveryDays: number | null;
  /** What one rep can look after; null: shares what the others leave. */
  readonly capacity: Playbook['capacity'] | null;
  readonly policy: Playbook['policy'] | null;
}

/** Every level of a workspace, the one served first first: by place of the tier, prospects before customers, new ones before the last tier. */
export type ServiceLevels = readonly ServiceLevel[];

/** The schemes that a workspace grades by. */
export interface SchemesInUse {
  /** Undefined where a workspace's choice names none. */
  readonly prospects: Scheme | undefined;
  readonly customers: Scheme | undefined;
}

/** What a tier gets by its place, best first: that of A, B, C and D. */
const DEFAULT_PLAYBOOKS = [KEY_PLAYBOOK, GOOD_PLAYBOOK, USUAL_PLAYBOOK, SMALL_PLAYBOOK] as const;

/** Customers without a tier come just before those of the last one. */
const UNTIERED_PLACE = 1 - 1e-6;

/**
 * How every group of a workspace's customers is served, by the playbooks of the schemes in use: a level for each tier, and
 * one for those without a tier for each stage, scheme or not.
 *
 * What a playbook leaves out is taken from what is usual by the tier's place from best to last. Left out on purpose
 * are days of a rep (such a tier shares what is left) and surveys (nobody is asked): only a tier without any playbook gets
 * the surveys of its place, where it holds customers.
 */
export function serviceLevels({ prospects, customers }: SchemesInUse): ServiceLevels {
  const placed = [
    ...placedLevels('prospect', prospects, NEW_PROSPECT_PLAYBOOK),
    ...placedLevels('customer', customers, UNGRADED_CUSTOMER_PLAYBOOK),
  ];
  // The sort is stable: prospects stay before customers of the same place.
  placed.sort((one, other) => one.place - other.place);
  return placed.map(({ level }) => level);
}

/**
 * The level by which a customer is served: its tier's, or that of customers without a tier where it has none or its tier
 * is of no scheme in use. Out of market is served like the last tier of its stage, should anything come up.
 */
export function levelOf(levels: ServiceLevels, followUp: Pick<FollowUp, 'stage' | 'status' | 'tier'>): ServiceLevel {
  const { stage, status, tier } = followUp;
  let untiered: ServiceLevel | undefined;
  let last: ServiceLevel | undefined;
  for (const level of levels) {
    if (level.stage !== stage) continue;
    if (level.tier === null) untiered = level;
    else if (level.tier === tier && status !== 'out-of-market') return level;
    last = level;
  }
  const found = status === 'out-of-market' ? last : (untiered ?? last);
  if (found === undefined) throw new RangeError(`No service level for the stage ${stage}.`);
  return found;
}

interface PlacedLevel {
  readonly place: number;
  readonly level: ServiceLevel;
}

function placedLevels(stage: CustomerStage, scheme: Scheme | undefined, untiered: UntieredPlaybook): PlacedLevel[] {
  const tiers = (scheme?.tiers ?? []).map((tier): PlacedLevel => {
    const place = relativePlace(scheme ?? { tiers: [] }, tier.id);
    return { place, level: tierLevel(stage, tier, place) };
  });
  return [...tiers, { place: UNTIERED_PLACE, level: { stage, tier: null, ...untiered } }];
}

function tierLevel(stage: CustomerStage, { id, playbook }: Tier, place: number): ServiceLevel {
  const usual = DEFAULT_PLAYBOOKS[Math.round(place * 3)] ?? SMALL_PLAYBOOK;
  const given: Playbook = playbook ?? (stage === 'customer' ? usual : {});
  const everyDays = given.everyDays ?? Math.min(usual.everyDays, given.longestDays ?? Number.POSITIVE_INFINITY);
  return {
    stage,
    tier: id,
    everyDays,
    longestDays: given.longestDays ?? 2 * everyDays,
    contactMinutes: given.contactMinutes ?? usual.contactMinutes,
    methods: given.methods === undefined || given.methods.length === 0 ? usual.methods : given.methods,
    complaintHours: given.complaintHours ?? usual.complaintHours,
    surveyEveryDays: given.surveyEveryDays ?? null,
    capacity: given.capacity ?? null,
    policy: given.policy ?? null,
  };
}

/** How customers without a tier are served. */
export type UntieredPlaybook = Omit<ServiceLevel, 'stage' | 'tier'>;
