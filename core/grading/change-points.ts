import { isLevel } from '../customer.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { Criterion, KnockOut } from './scheme.ts';
import { acceptedValues, cutUses, partsOf, rangeOf } from './scheme-inputs.ts';
import type { Condition } from './scheme-methods.ts';

/** Where a criterion's values make a difference to any method of a scheme. */
export interface ChangePoints {
  readonly criterion: Criterion;
  readonly isInPopulation: boolean;
  /** What the criterion's numbers may be. */
  readonly least: number;
  readonly most: number;
  /** Where its numbers change, ascending, each once. */
  readonly edges: readonly Edge[];
  readonly levels: boolean;
  readonly answers: boolean;
  /** As the scheme writes them, in its order. */
  readonly words: readonly string[];
  /** Whether a word that the scheme does not name is as good as any: rules and knock-outs take it, labels do not. */
  readonly otherWords: boolean;
}

/** A place on a criterion's scale: `before`, the number itself goes with what is above it; `after`, with what is below. */
export interface Edge {
  readonly at: number;
  readonly side: 'before' | 'after';
}

/** The change points of every criterion that a fitted scheme's tier depends on, in the scheme's order. */
export function changePoints(fitted: FittedScheme): ChangePoints[] {
  // without segments: they do not move the tier
  const { segments: _, ...tiered } = fitted.scheme;
  return tiered.criteria.flatMap((criterion): ChangePoints[] => {
    const { id } = criterion;
    const knockOuts = (tiered.knockOuts ?? []).filter((knockOut) => knockOut.criterion === id);
    const accepted = acceptedValues(tiered, criterion);
    if (accepted === undefined && knockOuts.length === 0) return [];
    const conditions = partsOf(tiered).flatMap(({ method }) =>
      method.kind === 'decision-table' ? method.rules.flatMap(({ when }) => when[id] ?? []) : [],
    );
    const named = [...knockOuts.map(({ when }) => when), ...conditions].flatMap(({ is }) => is ?? []);
    const labels = labelsOf(tiered, id);
    return [
      {
        criterion,
        isInPopulation: (fitted.known[id] ?? 0) > 0,
        ...rangeOf(criterion),
        edges: sortedEdges([
          ...cutEdges(fitted, tiered, criterion),
          ...[...knockOuts.map(({ when }) => when), ...conditions].flatMap(conditionEdges),
          ...statedEdges(tiered, criterion),
        ]),
        levels: (accepted?.levels ?? false) || named.some(isLevel),
        answers: (accepted?.answers ?? false) || named.some((word) => typeof word === 'boolean'),
        words: [...new Set([...labels, ...named.filter((word) => typeof word === 'string')])].filter(
          // the words of levels are tried as such, except where a text happens to be called so
          (word) => criterion.type === 'text' || !isLevel(word),
        ),
        otherWords: criterion.type === 'text' && labels.length === 0 && named.length > 0,
      },
    ];
  });
}

/** Where the criterion's own bands begin and its knock-outs end. */
export function ownEdges(
  criterion: Criterion,
  cuts: readonly number[],
  knockOuts: readonly KnockOut['when'][],
): Edge[] {
  return sortedEdges([...cuts.map((at) => cutEdge(criterion, at)), ...knockOuts.flatMap(conditionEdges)]);
}

type Tiered = Omit<FittedScheme['scheme'], 'segments'>;

function cutEdges(fitted: FittedScheme, tiered: Tiered, criterion: Criterion): Edge[] {
  return cutUses(tiered)
    .filter((use) => use.criterion === criterion.id)
    .flatMap(({ place }) => fitted.cuts[place] ?? [])
    .map((at) => cutEdge(criterion, at));
}

/** A band takes the value at which it begins, whichever way it goes on. */
function cutEdge({ direction }: Criterion, at: number): Edge {
  return { at, side: direction === 'lower-is-better' ? 'after' : 'before' };
}

function conditionEdges({ from, upTo, above, below }: Omit<Condition, 'is'>): Edge[] {
  const edges: { readonly at: number | undefined; readonly side: Edge['side'] }[] = [
    { at: from, side: 'before' },
    { at: below, side: 'before' },
    { at: upTo, side: 'after' },
    { at: above, side: 'after' },
  ];
  return edges.flatMap(({ at, side }) => (at === undefined ? [] : [{ at, side }]));
}

function statedEdges(tiered: Tiered, criterion: Criterion): Edge[] {
  return partsOf(tiered).flatMap(({ method }) =>
    method.kind === 'decision-table' && method.statedBy?.criteria.includes(criterion.id) === true
      ? method.statedBy.bands.flatMap(({ from, upTo }) => conditionEdges({ from, upTo }))
      : [],
  );
}

function labelsOf(tiered: Tiered, id: string): string[] {
  return partsOf(tiered).flatMap(({ method }) => {
    if (method.kind === 'scorecard') {
      return method.criteria.flatMap((scored) => (scored.criterion === id ? Object.keys(scored.labels ?? {}) : []));
    }
    return method.kind === 'bands' && method.by.includes(id) ? Object.keys(method.labels ?? {}) : [];
  });
}

function sortedEdges(all: readonly Edge[]): Edge[] {
  const distinct = new Map(all.map((edge) => [`${edge.at} ${edge.side}`, edge]));
  const edges = [...distinct.values()].filter(({ at }) => Math.abs(at) < Number.MAX_VALUE);
  edges.sort((a, b) => a.at - b.at || Number(a.side === 'after') - Number(b.side === 'after'));
  return edges;
}
