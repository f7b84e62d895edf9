import type { CheckedPart } from './checked-part.ts';
import {
  type Box,
  commonBox,
  type Effort,
  exampleText,
  leftovers,
  meets,
  type RuleBoxes,
  ruleBoxes,
} from './rule-boxes.ts';
import type { Scheme } from './scheme.ts';
import type { DecisionTable } from './scheme-methods.ts';
import type { SchemeNote, SchemeProblem } from './scheme-problem.ts';

/** What is wrong with how the rules of a table fit together, and what is worth knowing of it. */
export interface RulesCheck {
  readonly problems: readonly SchemeProblem[];
  readonly notes: readonly SchemeNote[];
}

/**
 * Holds the rules of a table, each of which is in order by itself, against each other: rules that overlap (hit policy
 * unique), that earlier rules leave nothing for (first), or that stand there twice (with `statedBy`, where overlaps are
 * meant); and customers whom no rule takes. Exact as far as `effort` goes; beyond, a note says so.
 */
export function checkRules(scheme: Scheme, part: CheckedPart, table: DecisionTable, effort: Effort): RulesCheck {
  const boxes = ruleBoxes(scheme, table);
  if (boxes === undefined) return { problems: [{ path: `${part.path}.rules`, code: 'table-too-large' }], notes: [] };
  const problems =
    table.hitPolicy === 'unique'
      ? overlaps(boxes, part)
      : table.statedBy === undefined
        ? unreachable(boxes, part, effort)
        : repeated(boxes, table, part);
  const notes = table.otherwise === undefined ? gaps(boxes, part, effort) : [];
  const isDone = effort.left >= 0;
  return { problems, notes: isDone ? notes : [...notes, { path: `${part.path}.rules`, code: 'rules-not-analysed' }] };
}

function overlaps(boxes: RuleBoxes, part: CheckedPart): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  for (const [later, box] of boxes.rules.entries()) {
    for (const [earlier, other] of boxes.rules.slice(0, later).entries()) {
      const common = commonBox(boxes, box, other);
      if (common === undefined) continue;
      const detail = String(earlier + 1);
      problems.push({ path: ruleAt(part, later), code: 'rules-overlap', detail, other: exampleText(boxes, common) });
      break;
    }
  }
  return problems;
}

function unreachable(boxes: RuleBoxes, part: CheckedPart, effort: Effort): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  for (const [index, box] of boxes.rules.entries()) {
    const earlier = [...boxes.rules.slice(0, index).entries()].filter(([, rule]) => meets(boxes.starts, rule, box));
    if (!isCovered(boxes, box, earlier, effort)) continue;
    let needed = earlier;
    for (const one of earlier) {
      const without = needed.filter((other) => other !== one);
      if (isCovered(boxes, box, without, effort)) needed = without;
    }
    const detail = needed.map(([place]) => place + 1).join(', ');
    problems.push({ path: ruleAt(part, index), code: 'rule-unreachable', detail });
  }
  return problems;
}

function isCovered(boxes: RuleBoxes, box: Box, rules: readonly [number, Box][], effort: Effort): boolean {
  const [left] = leftovers(
    boxes,
    box,
    rules.map(([, rule]) => rule),
    effort,
  );
  return left === undefined && effort.left >= 0;
}

function repeated(boxes: RuleBoxes, table: DecisionTable, part: CheckedPart): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  const seen = new Map<string, number>();
  for (const [index, box] of boxes.rules.entries()) {
    const key = `${table.rules[index]?.outcome ?? ''} ${box.join(' ')}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, index);
    else problems.push({ path: ruleAt(part, index), code: 'rule-twice', detail: String(before + 1) });
  }
  return problems;
}

function gaps(boxes: RuleBoxes, part: CheckedPart, effort: Effort): SchemeNote[] {
  const examples: Box[] = [];
  for (const left of leftovers(boxes, boxes.likely, boxes.rules, effort)) {
    if (examples.some((example) => left.every((bits, at) => (bits & ~(example[at] ?? 0)) === 0))) continue;
    examples.push(widened(boxes, left));
    if (examples.length === MOST_EXAMPLES) break;
  }
  if (examples.length === 0) return [];
  const detail = examples.map((example) => exampleText(boxes, example)).join('; ');
  return [{ path: `${part.path}.rules`, code: 'rules-gap', detail }];
}

/** The box with all that is beside the point let go: the answers that no rule has together, whatever the others are. */
function widened({ starts, likely, rules }: RuleBoxes, box: Box): Box {
  const wide = box.slice();
  for (let input = 0; input < starts.length - 1; input += 1) {
    const [from = 0, upTo = 0] = starts.slice(input, input + 2);
    const before = wide.slice(from, upTo);
    wide.set(likely.slice(from, upTo), from);
    if (rules.some((rule) => meets(starts, rule, wide))) wide.set(before, from);
  }
  return wide;
}

function ruleAt(part: CheckedPart, index: number): string {
  return `${part.path}.rules[${index}]`;
}

const MOST_EXAMPLES = 3;
