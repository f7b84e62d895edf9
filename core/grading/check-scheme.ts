import { checkBands, checkQuantiles } from './check-bands.ts';
import { checkDecisionTable } from './check-decision-table.ts';
import { checkDerived, checkDetails, derivedNotes } from './check-derived.ts';
import { personalCriteria } from './check-fairness.ts';
import { checkIds } from './check-ids.ts';
import { checkKnockOuts, idleKnockOuts } from './check-knock-out.ts';
import { checkMatrix } from './check-matrix.ts';
import { outcomesNeverGiven } from './check-outcomes.ts';
import { checkRules } from './check-rules.ts';
import { checkScorecard } from './check-scorecard.ts';
import { type CheckedPart, checkedParts, partInputs } from './checked-part.ts';
import { sizeProblems } from './document-size.ts';
import { hiddenKeys } from './hidden-keys.ts';
import type { Effort } from './rule-boxes.ts';
import { type Scheme, type SegmentScheme, schemeDocument, segmentDocument } from './scheme.ts';
import { type AnyScheme, criteriaWithDerived } from './scheme-inputs.ts';
import type { SchemeNote, SchemeProblem } from './scheme-problem.ts';
import { MOST_PROBLEMS, shapeProblems } from './scheme-shape-problems.ts';

/** A document that is a scheme, with what is worth knowing of it; or everything that keeps it from being one. */
export type SchemeCheck =
  | { readonly scheme: Scheme; readonly notes: readonly SchemeNote[] }
  | { readonly problems: readonly SchemeProblem[] };

/** As {@link SchemeCheck}, for a document of either kind: one that gives tiers, or segments only. */
export type DocumentCheck =
  | { readonly kind: 'tiers'; readonly scheme: Scheme; readonly notes: readonly SchemeNote[] }
  | { readonly kind: 'segments'; readonly scheme: SegmentScheme; readonly notes: readonly SchemeNote[] }
  | { readonly problems: readonly SchemeProblem[] };

/** Checks a parsed JSON document: first its shape, then, if that holds, what its parts mean together. Never throws. */
export function checkScheme(document: unknown): SchemeCheck {
  const tooLarge = sizeProblems(document);
  if (tooLarge.length > 0) return { problems: tooLarge };
  const parsed = schemeDocument.safeParse(document);
  if (!parsed.success) return { problems: shapeProblems(parsed.error.issues, document) };
  const scheme = parsed.data;
  const found = checkMeaning(scheme, document);
  return found.problems.length > 0 ? { problems: found.problems } : { scheme, notes: found.notes };
}

/** {@link checkScheme} for a document that may also give segments only: one with `segments` and neither tiers nor a method. */
export function checkDocument(document: unknown): DocumentCheck {
  if (!isSegmentDocument(document)) {
    const checked = checkScheme(document);
    return 'problems' in checked ? checked : { kind: 'tiers', ...checked };
  }
  const tooLarge = sizeProblems(document);
  if (tooLarge.length > 0) return { problems: tooLarge };
  const parsed = segmentDocument.safeParse(document);
  if (!parsed.success) return { problems: shapeProblems(parsed.error.issues, document) };
  const scheme = parsed.data;
  const { problems, notes } = checkMeaning(scheme, document);
  return problems.length > 0 ? { problems } : { kind: 'segments', scheme, notes };
}

function isSegmentDocument(document: unknown): boolean {
  if (typeof document !== 'object' || document === null) return false;
  const keys = Object.keys(document);
  return keys.includes('segments') && !keys.includes('method') && !keys.includes('tiers');
}

function checkMeaning(
  scheme: AnyScheme,
  document: unknown,
): { readonly problems: readonly SchemeProblem[]; readonly notes: readonly SchemeNote[] } {
  const parts = checkedParts(scheme);
  const problems = [
    ...hiddenKeys(document),
    ...checkIds(scheme),
    ...checkRanges(scheme),
    ...checkDerived(scheme),
    ...checkDetails(scheme),
    ...parts.flatMap(checkMethod),
    ...('tiers' in scheme ? [...checkPlaybooks(scheme), ...checkKnockOuts(scheme, partInputs(scheme))] : []),
  ];
  // how rules fit together can only be seen once each is sound
  const rules = problems.length > 0 ? { problems: [], notes: [] } : checkAllRules(scheme, parts);
  return {
    problems: distinct([...problems, ...rules.problems]).slice(0, MOST_PROBLEMS),
    notes: [
      ...outcomesNeverGiven(scheme, parts),
      ...derivedNotes(scheme),
      ...('tiers' in scheme ? idleKnockOuts(scheme) : []),
      ...rules.notes,
      ...personalCriteria(scheme.criteria),
    ],
  };
}

function checkMethod(part: CheckedPart): SchemeProblem[] {
  const { method } = part;
  switch (method.kind) {
    case 'scorecard':
      return checkScorecard(part, method);
    case 'decision-table':
      return checkDecisionTable(part, method);
    case 'bands':
      return checkBands(part, method);
    case 'quantiles':
      return checkQuantiles(part, method);
    case 'matrix':
      return checkMatrix(part, method);
    default:
      return method satisfies never;
  }
}

function checkAllRules(
  scheme: AnyScheme,
  parts: readonly CheckedPart[],
): { problems: SchemeProblem[]; notes: SchemeNote[] } {
  const problems: SchemeProblem[] = [];
  const notes: SchemeNote[] = [];
  for (const part of parts) {
    const { method } = part;
    if (method.kind !== 'decision-table') continue;
    const effort: Effort = { left: MOST_STEPS };
    const whole = {
      ...scheme,
      criteria: criteriaWithDerived(scheme),
      tiers: [],
      method,
    };
    const checked = checkRules(whole, part, method, effort);
    problems.push(...checked.problems);
    notes.push(...checked.notes);
  }
  return { problems, notes };
}

function checkRanges({ criteria }: AnyScheme): SchemeProblem[] {
  return criteria.flatMap(({ range }, index): SchemeProblem[] =>
    range?.from !== undefined && range.upTo !== undefined && range.from > range.upTo
      ? [{ path: `criteria[${index}].range`, code: 'range-empty' }]
      : [],
  );
}

function checkPlaybooks({ tiers }: Scheme): SchemeProblem[] {
  return tiers.flatMap(({ playbook }, index): SchemeProblem[] =>
    playbook?.everyDays !== undefined && playbook.longestDays !== undefined && playbook.longestDays < playbook.everyDays
      ? [{ path: `tiers[${index}].playbook.longestDays`, code: 'contacts-too-far', detail: String(playbook.everyDays) }]
      : [],
  );
}

/** Several criteria of one method may be told the same. */
function distinct(problems: readonly SchemeProblem[]): SchemeProblem[] {
  const seen = new Map(
    problems.map((problem) => [
      `${problem.path} ${problem.code} ${problem.detail ?? ''} ${problem.other ?? ''}`,
      problem,
    ]),
  );
  return [...seen.values()];
}

/** How long the rules of one table are held against each other before it is told that they are too many: a third of a second. */
const MOST_STEPS = 10_000_000;
