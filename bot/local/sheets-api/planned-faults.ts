import type { Workbook } from '../workbook/workbook.ts';
import { GoogleError, type GoogleStatus, noPermission, noSuchSpreadsheet, unauthenticated } from './google-error.ts';
import type { OperationName } from './operations.ts';
import { exhausted } from './request-quota.ts';

/** What is to go wrong with a request. */
export interface SheetsFault {
  /** The n-th request of its kind from now on, in which those with a fault of their own count too; default 1, the next. */
  readonly nth?: number;
  /** How many from that one on; default 1. */
  readonly times?: number;
  /** Answered as Google answers such failures, 429 as if the quota were used up. */
  readonly status?: 400 | 401 | 403 | 404 | 429 | 500 | 503;
  /** Seconds, as a header; default none. */
  readonly retryAfterSeconds?: number;
  /** The connection is cut. */
  readonly cut?: boolean;
  /** The request is taken and never answered. */
  readonly hang?: boolean;
  /** It takes effect before it fails: only the answer is lost. */
  readonly applied?: boolean;
  /** Nothing happens until then. */
  readonly waitFor?: Promise<unknown>;
  /** It is answered only then, though it has taken effect. */
  readonly answerAfter?: Promise<unknown>;
  /** Done to the workbook before the request: somebody else at the sheet. */
  readonly before?: (workbook: Workbook) => void;
  /** Done to the workbook after the request. */
  readonly after?: (workbook: Workbook) => void;
}

/** Which requests: of one kind, or any. */
export type FaultKind = OperationName | 'token' | 'revoke' | 'any';

/** Faults that a test has asked for. */
export interface PlannedFaults {
  plan(kind: FaultKind, fault: SheetsFault): void;
  /** Forgets all that are still to come. */
  clear(): void;
  /** Counts a request, and tells what is to go wrong with it; undefined: nothing. */
  take(kind: Exclude<FaultKind, 'any'>): SheetsFault | undefined;
}

/** No faults. Where several would meet one request, it is the one that was planned first. */
export function createPlannedFaults(): PlannedFaults {
  let planned: { readonly kind: FaultKind; readonly fault: SheetsFault; seen: number }[] = [];
  return {
    plan(kind, fault) {
      planned.push({ kind, fault, seen: 0 });
    },
    clear() {
      planned = [];
    },
    take(kind) {
      let found: SheetsFault | undefined;
      for (const one of planned) {
        if (one.kind !== kind && one.kind !== 'any') continue;
        one.seen += 1;
        if (one.seen >= (one.fault.nth ?? 1)) found ??= one.fault;
      }
      planned = planned.filter(({ fault, seen }) => seen < (fault.nth ?? 1) + (fault.times ?? 1) - 1);
      return found;
    },
  };
}

/** How Google answers such a failure. */
export function failureOf(status: NonNullable<SheetsFault['status']>, kind: 'read' | 'write'): GoogleError {
  switch (status) {
    case 400:
      return new GoogleError('FAILED_PRECONDITION', 'Precondition check failed.');
    case 401:
      return unauthenticated();
    case 403:
      return noPermission();
    case 404:
      return noSuchSpreadsheet();
    case 429:
      return exhausted(kind, 'per user', 60);
    case 500:
    case 503:
      return new GoogleError(...(status === 500 ? BROKEN : AWAY));
    default:
      return status satisfies never;
  }
}

const BROKEN: [GoogleStatus, string] = ['INTERNAL', 'Internal error encountered.'];
const AWAY: [GoogleStatus, string] = ['UNAVAILABLE', 'The service is currently unavailable.'];
