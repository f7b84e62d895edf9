import type { SchemeProblemCode } from '../../core/grading/scheme-problem.ts';

/** One way to tell several problems, as entries of a table by code. */
export function forEachCode<Telling>(
  codes: readonly SchemeProblemCode[],
  telling: Telling,
): Partial<Record<SchemeProblemCode, Telling>> {
  return Object.fromEntries(codes.map((code) => [code, telling]));
}
