import { checkScorecard } from './check-scorecard.ts';
import type { Criterion, KnockOut, Scheme } from './scheme.ts';
import { schemeDocument } from './scheme.ts';
import type { SchemeProblem, SchemeProblemCode } from './scheme-problem.ts';
import { shapeProblems } from './scheme-shape-problems.ts';

/** A document that is a scheme, or everything that keeps it from being one. */
export type SchemeCheck = { readonly scheme: Scheme } | { readonly problems: readonly SchemeProblem[] };

/** Checks a parsed JSON document: first its shape, then, if that holds, what its parts mean together. Never throws. */
export function checkScheme(document: unknown): SchemeCheck {
  const parsed = schemeDocument.safeParse(document);
  if (!parsed.success) return { problems: shapeProblems(parsed.error.issues, document) };
  const scheme = parsed.data;
  const problems = [
    ...checkTitles(scheme),
    ...checkIds(scheme),
    ...checkHeadings(scheme),
    ...checkScorecard(scheme, scheme.method),
    ...(scheme.knockOuts ?? []).flatMap((knockOut, index) => checkKnockOut(scheme, knockOut, `knockOuts[${index}]`)),
  ];
  return problems.length > 0 ? { problems } : { scheme };
}

function checkTitles(scheme: Scheme): SchemeProblem[] {
  const titled = [
    { path: 'titles', titles: scheme.titles },
    ...scheme.tiers.map((tier, index) => ({ path: `tiers[${index}].titles`, titles: tier.titles })),
    ...scheme.criteria.map((criterion, index) => ({ path: `criteria[${index}].titles`, titles: criterion.titles })),
  ];
  return titled
    .filter(({ titles }) => Object.values(titles).every((title) => (title ?? '').trim() === ''))
    .map(({ path }) => ({ path, code: 'no-title' }));
}

function checkIds(scheme: Scheme): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  for (const list of ['tiers', 'criteria'] as const) {
    const seen = new Set<string>();
    for (const [index, { id }] of scheme[list].entries()) {
      const path = `${list}[${index}].id`;
      // values are looked up in plain objects, which have these already
      if (id in {}) problems.push({ path, code: 'reserved-id', detail: id });
      if (seen.has(id)) problems.push({ path, code: 'duplicate-id', detail: id });
      seen.add(id);
    }
  }
  return problems;
}

function checkHeadings(scheme: Scheme): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  const owners = new Map<string, number>();
  for (const [place, criterion] of scheme.criteria.entries()) {
    for (const [index, heading] of (criterion.headings ?? []).entries()) {
      const key = heading.normalize('NFKC').trim().toLowerCase();
      if ((owners.get(key) ?? place) !== place) {
        problems.push({ path: `criteria[${place}].headings[${index}]`, code: 'duplicate-heading', detail: heading });
      }
      owners.set(key, place);
    }
  }
  return problems;
}

function checkKnockOut(scheme: Scheme, knockOut: KnockOut, path: string): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  const tierIndex = scheme.tiers.findIndex((tier) => tier.id === knockOut.tier);
  if (tierIndex < 0) problems.push({ path: `${path}.tier`, code: 'unknown-tier', detail: knockOut.tier });
  if (tierIndex === 0) problems.push({ path: `${path}.tier`, code: 'knock-out-best-tier', detail: knockOut.tier });
  const criterion = scheme.criteria.find((candidate) => candidate.id === knockOut.criterion);
  if (criterion === undefined) {
    return [...problems, { path: `${path}.criterion`, code: 'unknown-criterion', detail: knockOut.criterion }];
  }
  const code = conditionProblem(criterion, knockOut.when);
  return code === undefined ? problems : [...problems, { path: `${path}.when`, code }];
}

function conditionProblem(criterion: Criterion, when: KnockOut['when']): SchemeProblemCode | undefined {
  const given = [when.above, when.below, when.is].filter((part) => part !== undefined);
  if (given.length !== 1) return 'knock-out-when';
  const isLowerBetter = criterion.direction === 'lower-is-better';
  const isWord = criterion.type === 'level' || criterion.type === 'yes-no' || criterion.type === 'text';
  if (when.is === undefined) {
    if (isWord) return 'knock-out-when';
    return (when.above === undefined) === isLowerBetter ? 'knock-out-wrong-way' : undefined;
  }
  if (criterion.type === 'text')
    return when.is.every((word) => typeof word === 'string') ? undefined : 'knock-out-when';
  if (!isWord) return 'knock-out-when';
  const bestFirst: readonly (string | boolean)[] =
    criterion.type === 'yes-no' ? [true, false] : ['high', 'medium', 'low', 'none'];
  if (!when.is.every((word) => bestFirst.includes(word))) return 'knock-out-when';
  // else a better value could be knocked out where a worse one is not
  const words = new Set(when.is);
  const worst = isLowerBetter ? bestFirst.slice(0, words.size) : bestFirst.slice(-words.size);
  return worst.every((word) => words.has(word)) && words.size < bestFirst.length ? undefined : 'knock-out-not-worst';
}
