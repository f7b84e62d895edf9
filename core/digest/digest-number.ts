import type { CustomerStage } from '../customer-stage.ts';
import type { GradeStatus } from '../grading/grade.ts';
import type { DataProblem } from './digest.ts';

/** Which number of a digest is to be opened. Stands in a button's value, so it is small and may come from anybody. */
export type DigestNumber =
  | {
      readonly part: 'tiers';
      readonly stage: CustomerStage;
      readonly tier: string | null;
      readonly status: GradeStatus | null;
      readonly repId?: string | undefined;
    }
  | {
      readonly part: 'moves';
      readonly direction: 'up' | 'down';
      /** Only those out of the best tier (falls) or into it (rises). */
      readonly ofBest?: boolean | undefined;
      readonly repId?: string | undefined;
    }
  /** Moves by tier: from one, to one, or `either`; at least one of the three is said. */
  | {
      readonly part: 'tier-moves';
      /** Undefined: both ways. */
      readonly direction?: 'up' | 'down' | undefined;
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly either?: string | undefined;
      readonly repId?: string | undefined;
    }
  | {
      readonly part: 'overdue';
      readonly stage?: CustomerStage | undefined;
      readonly tier?: string | undefined;
      readonly repId?: string | undefined;
    }
  | { readonly part: 'complaints' | 'dormant' | 'satisfaction'; readonly repId?: string | undefined }
  /** Everybody in a rep's book. */
  | { readonly part: 'capacity'; readonly repId: string }
  | { readonly part: 'signings'; readonly month?: string | undefined; readonly repId?: string | undefined }
  /** Null: complaints without a cause; undefined: all. */
  | { readonly part: 'causes'; readonly cause?: string | null | undefined; readonly repId?: string | undefined }
  | { readonly part: 'ends'; readonly outcome: 'won' | 'lost'; readonly repId?: string | undefined }
  | { readonly part: 'data'; readonly code: DataProblem['code']; readonly repId?: string | undefined };
