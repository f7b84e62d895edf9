import type { Workbook } from '../../workbook/workbook.ts';

/** What a request of a batch is carried out on, and for whom. */
export interface Target {
  readonly workbook: Workbook;
  /** E-mail address. */
  readonly user: string;
}
