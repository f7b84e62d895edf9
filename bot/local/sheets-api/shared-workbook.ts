import type { Workbook } from '../workbook/workbook.ts';

/** A workbook as Google's Drive has it: who may do what with it. */
export interface SharedWorkbook {
  readonly workbook: Workbook;
  /** What an account may do; null: it is not shared with it. */
  roleOf(email: string): 'reader' | 'writer' | null;
  /** Called after each request that may have changed something. */
  readonly changed?: () => void;
}
