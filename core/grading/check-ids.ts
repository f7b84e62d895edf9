import { headingKey } from '../table/heading.ts';
import { foldAnswer } from '../table/words.ts';
import { OUT_OF_MARKET, REVIEW } from './fixed-outcomes.ts';
import { pathTo } from './path-to.ts';
import type { Labelled, Titles } from './scheme.ts';
import type { AnyScheme } from './scheme-inputs.ts';
import type { SchemeProblem } from './scheme-problem.ts';

/** What is wrong with the names in a document: ids, titles, labels, headings. */
export function checkIds(scheme: AnyScheme): SchemeProblem[] {
  return [...checkTitles(scheme), ...checkLists(scheme), ...checkDerivedIds(scheme), ...checkHeadings(scheme)];
}

/** Something with an id and a title, and the list that it stands in. */
interface Named {
  readonly id: string;
  readonly titles: Titles;
}

interface NamedList {
  readonly path: string;
  readonly items: readonly Named[];
  /** Whether its ids are outcomes. */
  readonly isOutcomes: boolean;
}

function listsOf(scheme: AnyScheme): NamedList[] {
  const labels = (list: 'derived' | 'segments', items: readonly Labelled[] = []): NamedList[] => [
    { path: list, items, isOutcomes: false },
    ...items.map((item, index) => ({ path: `${list}[${index}].labels`, items: item.labels, isOutcomes: true })),
  ];
  return [
    ...('tiers' in scheme ? [{ path: 'tiers', items: scheme.tiers, isOutcomes: true }] : []),
    { path: 'criteria', items: scheme.criteria, isOutcomes: false },
    ...labels('derived', scheme.derived),
    ...labels('segments', scheme.segments),
  ];
}

function checkTitles(scheme: AnyScheme): SchemeProblem[] {
  const titled = [
    { path: 'titles', titles: scheme.titles },
    ...listsOf(scheme).flatMap(({ path, items }) =>
      items.map(({ titles }, index) => ({ path: `${path}[${index}].titles`, titles })),
    ),
  ];
  return titled
    .filter(({ titles }) => Object.values(titles).every((title) => (title ?? '').trim() === ''))
    .map(({ path }) => ({ path, code: 'no-title' }));
}

function checkLists(scheme: AnyScheme): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  for (const { path, items, isOutcomes } of listsOf(scheme)) {
    const seen = new Set<string>();
    const folded = new Set<string>();
    for (const [index, { id }] of items.entries()) {
      const at = `${path}[${index}].id`;
      const isReserved = id in {} || (isOutcomes && (id === OUT_OF_MARKET || id === REVIEW));
      // values are looked up in plain objects, which have some names already
      if (isReserved) problems.push({ path: at, code: 'reserved-id', detail: id });
      if (seen.has(id)) problems.push({ path: at, code: 'duplicate-id', detail: id });
      else if (folded.has(foldAnswer(id))) problems.push({ path: at, code: 'duplicate-label', detail: id });
      seen.add(id);
      folded.add(foldAnswer(id));
    }
  }
  return problems;
}

/** Derived results stand among the criteria, and their cut points beside those of segments. */
function checkDerivedIds({ criteria, derived = [], segments = [] }: AnyScheme): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  for (const [index, { id }] of derived.entries()) {
    if (criteria.some((criterion) => criterion.id === id)) {
      problems.push({ path: `derived[${index}].id`, code: 'derived-like-criterion', detail: id });
    }
  }
  for (const [index, { id }] of segments.entries()) {
    if (derived.some((other) => other.id === id)) {
      problems.push({ path: `segments[${index}].id`, code: 'duplicate-id', detail: id });
    }
  }
  return problems;
}

/** Titles recognise a column too. */
function checkHeadings(scheme: AnyScheme): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  const owners = new Map<string, number>();
  for (const [place, { titles, headings = [] }] of scheme.criteria.entries()) {
    const all = [
      ...Object.entries(titles).map(([language, heading]) => ({ heading, at: pathTo('titles', language) })),
      ...headings.map((heading, index) => ({ heading, at: `headings[${index}]` })),
    ];
    for (const { heading = '', at } of all) {
      const key = headingKey(heading);
      if (key === '') continue;
      if ((owners.get(key) ?? place) !== place) {
        problems.push({ path: `criteria[${place}].${at}`, code: 'duplicate-heading', detail: heading });
      }
      owners.set(key, place);
    }
  }
  return problems;
}
