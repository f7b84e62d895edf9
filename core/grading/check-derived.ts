import { FIELDS } from '../table/fields.ts';
import { circlesIn } from './circles-in.ts';
import { type AnyScheme, inputsOf, partsOf } from './scheme-inputs.ts';
import type { SchemeNote, SchemeProblem } from './scheme-problem.ts';

/** Derived results that read each other in a circle, so that none could come first. */
export function checkDerived({ derived = [] }: AnyScheme): SchemeProblem[] {
  const ids = derived.map(({ id }) => id);
  const edges = new Map(derived.map(({ id, method }) => [id, inputsOf(method).filter((input) => ids.includes(input))]));
  return circlesIn(edges).map((circle) => ({
    path: `derived[${ids.indexOf(circle[0] ?? '')}].method`,
    code: 'derived-circle',
    detail: circle.join(' → '),
  }));
}

/** What stands behind a segment's label: derived results, each once. */
export function checkDetails({ derived = [], segments = [] }: AnyScheme): SchemeProblem[] {
  return segments.flatMap(({ details = [] }, index) =>
    details.flatMap((id, place): SchemeProblem[] => {
      const path = `segments[${index}].details[${place}]`;
      if (!derived.some((one) => one.id === id)) return [{ path, code: 'unknown-criterion', detail: id }];
      return details.indexOf(id) < place ? [{ path, code: 'listed-twice', detail: id }] : [];
    }),
  );
}

/** Derived results that nothing reads, and those that are called like a field of the table, whose value they hide. */
export function derivedNotes(scheme: AnyScheme): SchemeNote[] {
  const knockOuts = 'knockOuts' in scheme ? (scheme.knockOuts ?? []) : [];
  const used = new Set([
    ...partsOf(scheme).flatMap(({ method }) => inputsOf(method)),
    ...knockOuts.map(({ criterion }) => criterion),
  ]);
  return (scheme.derived ?? []).flatMap(({ id }, index): SchemeNote[] => {
    const path = `derived[${index}]`;
    return [
      ...(used.has(id) ? [] : [{ path, code: 'derived-unused' as const, detail: id }]),
      ...(FIELDS.some((field) => field.id === id) ? [{ path, code: 'derived-like-field' as const, detail: id }] : []),
    ];
  });
}
