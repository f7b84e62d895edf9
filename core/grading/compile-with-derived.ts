import type { Doubt, Facts, FactValue } from '../customer.ts';
import { compileMethod } from './compile-method.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { DerivedGrade, Grade, GradeRemark, Reason } from './grade.ts';
import type { Grader } from './grader.ts';
import type { Labelled } from './scheme.ts';
import { criteriaWithDerived, derivedInOrder, subScheme } from './scheme-inputs.ts';
import { UncheckedSchemeError } from './unchecked-scheme.ts';

/**
 * The grader of a scheme whose method takes the outcomes of others: each is found first and joins the values. One that
 * cannot be found because of a doubtful value is as doubtful as that value.
 */
export function compileWithDerived(fitted: FittedScheme): Grader {
  const { scheme } = fitted;
  const ordered = derivedInOrder(scheme);
  if (ordered === undefined) throw new UncheckedSchemeError('Derived results go round in a circle');
  const feeders = ordered.map((derived) => ({ id: derived.id, grader: compileMethod(fittedPart(fitted, derived)) }));
  const main = compileMethod({
    ...fitted,
    scheme: { ...scheme, criteria: criteriaWithDerived(scheme) },
  });
  return {
    counted: main.counted,
    grade(facts) {
      const extended = withoutDerived(facts, feeders);
      const grades = new Map<string, Grade>();
      for (const { id, grader } of feeders) {
        const grade = grader.grade(extended);
        grades.set(id, grade);
        join(extended, id, grade.tier, () => grade);
      }
      return explained(main.grade(extended), grades);
    },
    code(facts) {
      const extended = withoutDerived(facts, feeders);
      for (const { id, grader } of feeders)
        join(extended, id, grader.code(extended).tier, () => grader.grade(extended));
      return main.code(extended);
    },
  };
}

/** Facts to which derived results are added as they are found. */
interface Extended {
  readonly values: Record<string, FactValue>;
  doubts?: Readonly<Record<string, Doubt>>;
}

/** What a table calls as a derived result is called does not count. */
function withoutDerived({ values, doubts }: Facts, feeders: readonly { readonly id: string }[]): Extended {
  const own = { ...values };
  for (const { id } of feeders) if (own[id] !== undefined) Reflect.deleteProperty(own, id);
  if (doubts === undefined) return { values: own };
  const others = Object.entries(doubts).filter(([id]) => !feeders.some((feeder) => feeder.id === id));
  return others.length === 0 ? { values: own } : { values: own, doubts: Object.fromEntries(others) };
}

function join(extended: Extended, id: string, label: string | null, explain: () => Grade): void {
  if (label !== null) {
    extended.values[id] = label;
    return;
  }
  const doubt = doubtOf(explain());
  if (doubt !== undefined) extended.doubts = { ...extended.doubts, [id]: doubt };
}

/** How doubtful a result is that was not found: to be looked at by a person, or only not to be read; undefined when something is missing. */
function doubtOf({ review, warnings }: Grade): Doubt | undefined {
  const codes = [...review, ...warnings].map(({ code }) => code);
  if (codes.some((code) => TO_BE_REVIEWED.has(code))) return { code: 'ambiguous', text: '' };
  return codes.some((code) => NOT_TO_BE_READ.has(code)) ? { code: 'unreadable', text: '' } : undefined;
}

const TO_BE_REVIEWED: ReadonlySet<string> = new Set(['out-of-range', 'ambiguous', 'other-currency']);
const NOT_TO_BE_READ: ReadonlySet<string> = new Set(['unreadable', 'future-date', 'past-date', 'nothing-to-compare']);

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
  const warnings = [
    ...grade.warnings.flatMap(remarksBehind),
    ...[...used].flatMap((id) => derived.get(id)?.warnings ?? []),
  ];
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
  const seen = new Map(remarks.map((remark) => [JSON.stringify(remark), remark]));
  return [...seen.values()];
}
