import { LogicEngine } from 'json-logic-engine';
import type { Facts } from '../../../core/customer.ts';
import type { FittedScheme } from '../../../core/grading/fit-scheme.ts';
import type { Reason } from '../../../core/grading/grade.ts';
import type { Rule } from '../../../core/grading/scheme-methods.ts';
import { type Answer, type Banded, type Code, insert, rounded, scorecardOf } from './contest.ts';

/**
 * json-logic's fastest style found: one rule of nested three-part ifs finds the place of every criterion, a second one
 * adds up what the places give, a third one finds the tier.
 */
export function jsonLogicGrader(bands: readonly Banded[], fitted: FittedScheme) {
  const engine = new LogicEngine();
  const places = engine.build(
    bands.map((banded) =>
      choose(
        banded,
        banded.weighted.map((weighted, index) => ({
          preserve: { band: String(index + 1), weighted, points: weighted / 100 },
        })),
      ),
    ),
  );
  const sumOfPlaces = engine.build({ '/': [{ '+': bands.map((_, index) => ({ val: [index, 'weighted'] })) }, 100] });
  const { cutOffs } = scorecardOf(fitted);
  const last = fitted.scheme.tiers[fitted.scheme.tiers.length - 1]?.id;
  const tier = engine.build(
    cutOffs.reduceRight<unknown>(
      (rest, cutOff) => ({ if: [{ '>=': [{ val: [] }, cutOff.from] }, cutOff.outcome, rest] }),
      last,
    ),
  );
  return {
    code: (values: Facts['values']): Code => {
      const found: Place[] = places(values);
      return { tier: tier(rounded(sumOfPlaces(found))), bands: found.map((place) => place.band) };
    },
    reasons: (values: Facts['values']): Answer => {
      const found: Place[] = places(values);
      const score = rounded(sumOfPlaces(found));
      const reasons: Reason[] = [];
      for (const [index, { id, max }] of bands.entries()) {
        const place = found[index];
        if (place)
          insert(reasons, { criterion: id, value: values[id] ?? null, band: place.band, points: place.points, max });
      }
      return { tier: tier(score), score, reasons };
    },
  };
}

/** A decision table as json-logic's fastest style found: one rule of nested ifs whose outcomes are ready-made objects. */
export function jsonLogicTable(rules: readonly Rule[]): (values: Facts['values']) => Code {
  const table = new LogicEngine().build(
    rules.reduceRight<unknown>(
      (rest, { when, outcome }, index) => {
        const conditions = Object.entries(when).map(([id, { is = [] }]) => {
          const tests = is.map((value) => ({ '===': [{ val: [id] }, value] }));
          return tests.length === 1 ? tests[0] : { or: tests };
        });
        return { if: [{ and: conditions }, { preserve: { tier: outcome, bands: [String(index + 1)] } }, rest] };
      },
      { preserve: { tier: null, bands: [null] } },
    ),
  );
  return (values) => table(values);
}

/** A rule for the outcome of the band that a customer falls into. */
function choose(banded: Banded, outcomes: readonly unknown[]): unknown {
  return banded.cuts.reduceRight<unknown>(
    (rest, cut, index) => ({
      if: [{ [banded.isLowerBetter ? '<=' : '>=']: [{ val: [banded.id] }, cut] }, outcomes[index], rest],
    }),
    outcomes[outcomes.length - 1],
  );
}

interface Place {
  readonly band: string;
  readonly points: number;
}
