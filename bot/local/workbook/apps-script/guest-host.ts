import type { HostDate, HostText, SpreadsheetHost } from './spreadsheet-host.ts';
import { exception } from './strict-service.ts';

/** What a host function answers, made anew in the script's world: dates are its Dates, arrays its arrays. */
export type Copied<T> = T extends HostDate
  ? Date
  : T extends readonly (infer Item)[]
    ? Copied<Item>[]
    : T extends object
      ? { [Name in keyof T]: Copied<T[Name]> }
      : T;

/** The host as the stand-in calls it. */
export type GuestHost = {
  readonly [Name in keyof SpreadsheetHost]: (
    ...given: Parameters<SpreadsheetHost[Name]>
  ) => Copied<ReturnType<SpreadsheetHost[Name]>>;
};

/** The text that a {@link HostText} stands for. */
export type TextAt = (place: number) => string;

/**
 * The host's functions behind copies: what they answer is made anew here, and what they throw is thrown as an Error of this
 * world. After this, nothing of the outside is within reach.
 */
export function guestHost(host: SpreadsheetHost, textAt: TextAt = () => ''): GuestHost {
  const guest: Record<string, unknown> = {};
  for (const name of Object.keys(host)) {
    const ask = (host as unknown as Record<string, (...given: unknown[]) => unknown>)[name];
    if (ask !== undefined) guest[name] = guarded(ask, textAt);
  }
  return guest as GuestHost;
}

/** A function from outside, made safe to call: see `guestHost`. */
function guarded(ask: (...given: unknown[]) => unknown, textAt: TextAt): (...given: unknown[]) => unknown {
  return (...given) => {
    let answer: unknown;
    let problem: string;
    try {
      answer = ask(...given);
      return typeof answer === 'object' && answer !== null ? copied(answer, textAt) : answer;
    } catch (error) {
      problem = String((error as { message?: unknown } | null)?.message ?? error);
    }
    throw exception(problem);
  };
}

function copied(from: object, textAt: TextAt): unknown {
  if (Array.isArray(from)) {
    const list: unknown[] = [];
    for (let at = 0; at < from.length; at++) {
      const one: unknown = from[at];
      list.push(typeof one === 'object' && one !== null ? copied(one, textAt) : one);
    }
    return list;
  }
  const { dateMs, longText } = from as Partial<HostDate & HostText>;
  if (dateMs !== undefined) return new Date(dateMs);
  if (longText !== undefined) return textAt(longText);
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(from)) {
    const one = (from as Record<string, unknown>)[name];
    copy[name] = typeof one === 'object' && one !== null ? copied(one, textAt) : one;
  }
  return copy;
}
