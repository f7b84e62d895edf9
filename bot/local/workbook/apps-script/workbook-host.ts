import type { Workbook } from '../workbook.ts';
import { inGoogleWords } from './google-words.ts';
import { hostCells } from './host-cells.ts';
import { hostParts } from './host-parts.ts';
import { hostSheets } from './host-sheets.ts';
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

/**
 * A workbook as the SpreadsheetApp stand-in asks for it, for one execution of a script. All parameters and answers are JSON.
 * Writes of a person who may not are refused before anything is written.
 */
export function createWorkbookHost(workbook: Workbook, options: WorkbookHostOptions): SpreadsheetHost {
  const { user, counter, allow, toast } = options;
  const asked: Omit<SpreadsheetHost, 'entered'> = {
    ...hostSheets(workbook, user),
    ...hostCells(workbook, user),
    ...hostParts(workbook, user),
    flush: () => workbook.calculate(),
    toast: (message, title, seconds) => toast?.(message, title, seconds),
  };
  const host: Record<string, unknown> = {
    entered(service: string, method: string) {
      allow?.(service, method);
      counter.count(service, method);
    },
  };
  for (const [name, answer] of Object.entries(asked) as [string, (...given: unknown[]) => unknown][])
    host[name] = (...given: unknown[]) => inGoogleWords(() => answer(...given));
  return host as unknown as SpreadsheetHost;
}
