import type { Workbook } from '../workbook.ts';
import type { ServiceCounter } from './service-counts.ts';
import type { SpreadsheetHost } from './spreadsheet-host.ts';

/** For whom a script runs and who is told what it does. */
export interface WorkbookHostOptions {
  /** The e-mail address of the person for whom the script runs: protections ask. */
  readonly user: string;
  readonly counter: ServiceCounter;
  /** Throws when this execution may not call that method: scopes and authorisation. */
  readonly allow?: (service: string, method: string) => void;
  /** What `toast` says. */
  readonly toast?: (message: string, title: string | null, seconds: number | null) => void;
}

/** A workbook as the SpreadsheetApp stand-in asks for it, for one execution of a script. */
export function createWorkbookHost(workbook: Workbook, options: WorkbookHostOptions): SpreadsheetHost {
  const { counter, allow, toast } = options;
  const host: Partial<SpreadsheetHost> = {
    entered(service, method) {
      allow?.(service, method);
      counter.count(service, method);
    },
    flush: () => workbook.calculate(),
    toast: (message, title, seconds) => toast?.(message, title, seconds),
  };
  return host as SpreadsheetHost;
}
