import type { CustomerStage } from '../customer-stage.ts';
import type { ContactMethod, Playbook, Scheme } from '../grading/scheme.ts';

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
