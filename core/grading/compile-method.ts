import { compileBands } from './compile-bands.ts';
import { compileDecisionTable } from './compile-decision-table.ts';
import { compileMatrix } from './compile-matrix.ts';
import { compileScorecard } from './compile-scorecard.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { Grader } from './grader.ts';
import { withKnockOuts } from './with-knock-outs.ts';

/** The grader of the tier's own method, which takes the labels of derived results as values. */
export function compileMethod(fitted: FittedScheme): Grader {
  const { method } = fitted.scheme;
  switch (method.kind) {
    case 'scorecard':
      return compileScorecard(fitted, method);
    case 'decision-table':
      return withKnockOuts(fitted, compileDecisionTable(fitted, method));
    case 'bands':
    case 'quantiles':
      return withKnockOuts(fitted, compileBands(fitted, method));
    case 'matrix':
      return withKnockOuts(fitted, compileMatrix(fitted, method));
    default:
      return method satisfies never;
  }
}
