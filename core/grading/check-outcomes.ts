import type { CheckedPart } from './checked-part.ts';
import type { AnyScheme } from './scheme-inputs.ts';
import type { Method } from './scheme-methods.ts';
import type { SchemeNote } from './scheme-problem.ts';

/** Tiers and labels that no customer can get, whatever is known of it. */
export function outcomesNeverGiven(scheme: AnyScheme, parts: readonly CheckedPart[]): SchemeNote[] {
  const knockOuts = 'knockOuts' in scheme ? (scheme.knockOuts ?? []).map(({ tier }) => tier) : [];
  return parts.flatMap(({ method, outcomes, outcomesPath, isTier }) => {
    const possible = new Set([...outcomesOf(method, outcomes), ...(isTier ? knockOuts : [])]);
    return outcomes.flatMap((outcome, index): SchemeNote[] =>
      possible.has(outcome) ? [] : [{ path: `${outcomesPath}[${index}]`, code: 'outcome-never', detail: outcome }],
    );
  });
}

function outcomesOf(method: Method, all: readonly string[]): readonly string[] {
  switch (method.kind) {
    case 'scorecard':
      // a cut-off for each but the last, which takes the rest
      return all;
    case 'decision-table':
      return [...method.rules.map(({ outcome }) => outcome), ...named(method.otherwise)];
    case 'bands':
      return [
        ...(method.bands ?? []).map(({ outcome }) => outcome),
        ...Object.values({ ...method.levels }),
        ...Object.values({ ...method.answers }),
        ...Object.values({ ...method.labels }),
        ...named(method.missing),
      ];
    case 'quantiles':
      return [...method.shares.map(({ outcome }) => outcome), ...named(method.missing)];
    case 'matrix':
      return Object.values(method.cells).flatMap((row) => Object.values(row));
    default:
      return method satisfies never;
  }
}

function named(outcome: string | undefined): string[] {
  return outcome === undefined ? [] : [outcome];
}
