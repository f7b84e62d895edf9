import type { Facts, FactValue } from '../customer.ts';
import { compileMethod } from './compile-method.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { DerivedGrade, Grade, GradeRemark, Reason } from './grade.ts';
import type { Grader } from './grader.ts';
import type { Labelled } from './scheme.ts';
import { derivedCriteria, derivedInOrder, subScheme } from './scheme-inputs.ts';

/** The grader of a scheme whose method takes the outcomes of others: each is found first and joins the values. */
export function compileWithDerived(fitted: FittedScheme): Grader {
  const { scheme } = fitted;
  const ordered = derivedInOrder(scheme) ?? [];
  const feeders = ordered.map((derived) => ({ id: derived.id, grader: compileMethod(fittedPart(fitted, derived)) }));
  const main = compileMethod({
    ...fitted,
    scheme: { ...scheme, criteria: [...scheme.criteria, ...derivedCriteria(scheme)] },
  });
  return {
    counted: main.counted,
    grade(facts) {
      const values: Record<string, FactValue> = { ...facts.values };
      const grades = new Map<string, Grade>();
      for (const { id, grader } of feeders) {
        const grade = grader.grade({ ...facts, values });
        grades.set(id, grade);
        if (grade.tier === null) Reflect.deleteProperty(values, id);
        else values[id] = grade.tier;
      }
      return explained(main.grade({ ...facts, values }), grades);
    },
    code: (facts) => main.code(withLabels(facts, feeders)),
  };
}

/** A derived result or a segment of a fitted scheme, fitted by the same population. */
export function fittedPart(fitted: FittedScheme, labelled: Labelled): FittedScheme {
  const prefix = `${labelled.id}.`;
  const cuts: Record<string, readonly number[]> = {};
  for (const [place, points] of Object.entries(fitted.cuts)) {
    if (place.startsWith(prefix)) cuts[place.slice(prefix.length)] = points;
  }
  const { asOf, population, known, currency } = fitted;
  return { scheme: subScheme(fitted.scheme, labelled), asOf, population, known, cuts, currency };
}

function withLabels(facts: Facts, feeders: readonly { readonly id: string; readonly grader: Grader }[]): Facts {
  const values: Record<string, FactValue> = { ...facts.values };
  const extended = { ...facts, values };
  for (const { id, grader } of feeders) {
    const { tier } = grader.code(extended);
    if (tier === null) Reflect.deleteProperty(values, id);
    else values[id] = tier;
  }
  return extended;
}

/** The grade with what decided the derived results behind each of them, and their remarks in place of "not known". */
function explained(grade: Grade, derived: ReadonlyMap<string, Grade>): Grade {
  const used = new Set<string>();
  const reasonsBehind = (reason: Reason): Reason[] => {
    const feeder = derived.get(reason.criterion);
    if (feeder === undefined || used.has(reason.criterion)) return [reason];
    used.add(reason.criterion);
    const behind = feeder.reasons.map((one) => ({ ...asPlace(one), of: reason.criterion })).flatMap(reasonsBehind);
    return [reason, ...behind];
  };
  const remarksBehind = (remark: GradeRemark): readonly GradeRemark[] => {
    const feeder = remark.criterion === undefined ? undefined : derived.get(remark.criterion);
    if (feeder === undefined || feeder.status === 'graded') return [remark];
    const behind = feeder.review.flatMap(remarksBehind);
    return behind.length > 0 ? behind : [remark];
  };
  const reasons = grade.reasons.flatMap(reasonsBehind);
  const warnings = [...grade.warnings, ...[...used].flatMap((id) => derived.get(id)?.warnings ?? [])];
  const labels = [...derived].map(([id, { tier }]): DerivedGrade => ({ id, label: tier }));
  return {
    ...grade,
    reasons,
    review: distinct(grade.review.flatMap(remarksBehind)),
    warnings: distinct(warnings),
    derived: labels,
  };
}

/** A feeder's points are no points of the score. */
function asPlace(reason: Reason): Reason {
  return { ...reason, points: 0, max: 0, decides: true };
}

function distinct(remarks: readonly GradeRemark[]): GradeRemark[] {
  const seen = new Map(remarks.map((remark) => [`${remark.code} ${remark.criterion ?? ''}`, remark]));
  return [...seen.values()];
}
