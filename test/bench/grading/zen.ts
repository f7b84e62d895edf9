import { type ZenDecision, ZenEngine } from '@gorules/zen-engine';
import type { Facts } from '../../../core/customer.ts';
import type { FittedScheme } from '../../../core/grading/fit-scheme.ts';
import type { Reason } from '../../../core/grading/grade.ts';
import type { Rule } from '../../../core/grading/scheme-methods.ts';
import { type Answer, type Banded, type Code, insert, scorecardOf } from './contest.ts';

/**
 * Zen in the two fastest styles found, both one expression node: `singly` one customer a call with a hundred calls under
 * way at a time, as a service would; `mapped` a thousand customers a call, which spares it most of the crossings.
 */
export function zenGrader(bands: readonly Banded[], fitted: FittedScheme, style: Style) {
  const engine = new ZenEngine();
  const it = style === 'mapped' ? '#.' : '';
  const choose = (banded: Banded, outcomes: readonly string[]): string => {
    const compare = banded.isLowerBetter ? '<=' : '>=';
    const branches = banded.cuts.map(
      (cut, index) => `${it}${banded.id} ${compare} ${cut} ? ${outcomes[index] ?? ''} : `,
    );
    return `(${branches.join('')}${outcomes[outcomes.length - 1] ?? ''})`;
  };
  const ids = bands.map((banded) => choose(banded, idsOf(banded)));
  const sum = bands.map((banded) => choose(banded, banded.weighted.map(String))).join(' + ');
  const { cutOffs } = scorecardOf(fitted);
  const last = fitted.scheme.tiers[fitted.scheme.tiers.length - 1]?.id ?? '';
  const scored = style === 'mapped' ? '#.score' : '$.found.score';
  const tier = `${cutOffs.map((cutOff) => `${scored} >= ${cutOff.from} ? '${cutOff.outcome}' : `).join('')}'${last}'`;
  const decisionOf = (found: string) => decision(engine, style, found, tier);
  const score = `score: round((${sum}) / 10) / 10`;
  const points = bands.map((banded) =>
    choose(
      banded,
      banded.weighted.map((weighted) => String(weighted / 100)),
    ),
  );
  const codes = decisionOf(`{bands: [${ids.join(', ')}], ${score}}`);
  const reasons = decisionOf(`{bands: [${ids.join(', ')}], points: [${points.join(', ')}], ${score}}`);
  const size = BATCH[style];
  return {
    codes: (values: readonly Facts['values'][]): Promise<Code[]> =>
      inBatches(values, size, async (batch) =>
        (await evaluate(codes, style, batch)).map(({ tier: reached, found }) => ({
          tier: reached,
          bands: found.bands,
        })),
      ),
    reasons: (values: readonly Facts['values'][]): Promise<Answer[]> =>
      inBatches(values, size, async (batch) =>
        (await evaluate(reasons, style, batch)).map(({ tier: reached, found }, index): Answer => {
          const sorted: Reason[] = [];
          for (const [place, { id, max }] of bands.entries()) {
            const value = batch[index]?.[id] ?? null;
            const band = found.bands[place] ?? null;
            insert(sorted, { criterion: id, value, band, points: found.points?.[place] ?? 0, max });
          }
          return { tier: reached, score: found.score, reasons: sorted };
        }),
      ),
  };
}

/** A decision table in the same styles, as nested conditions in the order of its rules. */
export function zenTable(
  rules: readonly Rule[],
  style: Style,
): (values: readonly Facts['values'][]) => Promise<Code[]> {
  const it = style === 'mapped' ? '#.' : '';
  const found = rules.map(({ when }, index) => {
    const conditions = Object.entries(when).map(([id, { is = [] }]) => {
      const tests = is.map((value) =>
        typeof value === 'string' ? `${it}${id} == '${value}'` : `${value ? '' : 'not '}${it}${id}`,
      );
      return `(${tests.join(' or ')})`;
    });
    return `${conditions.join(' and ')} ? ${index + 1} : `;
  });
  const rule = style === 'mapped' ? '#.rule' : '$.found.rule';
  const tier = `${rules.map(({ outcome }, index) => `${rule} == ${index + 1} ? '${outcome}' : `).join('')}null`;
  const table = decision(new ZenEngine(), style, `{rule: ${found.join('')}null}`, tier);
  return (values) =>
    inBatches(values, BATCH[style], async (batch) =>
      (await evaluate(table, style, batch)).map((result) => ({
        tier: result.tier,
        bands: [typeof result.found.rule === 'number' ? String(result.found.rule) : null],
      })),
    );
}

type Style = 'singly' | 'mapped';

/** Customers a batch. */
const BATCH = { singly: 100, mapped: 1000 };

/** A decision of one node that first finds something out and then the tier from that. */
function decision(engine: ZenEngine, style: Style, found: string, tier: string): ZenDecision {
  return engine.createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in' },
      {
        id: 'grade',
        type: 'expressionNode',
        name: 'grade',
        content: {
          expressions: [
            { id: 'found', key: 'found', value: style === 'mapped' ? `map(customers, ${found})` : found },
            { id: 'tier', key: 'tier', value: style === 'mapped' ? `map($.found, ${tier})` : tier },
          ],
        },
      },
      { id: 'out', type: 'outputNode', name: 'out' },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'grade', type: 'edge' },
      { id: 'b', sourceId: 'grade', targetId: 'out', type: 'edge' },
    ],
  });
}

async function evaluate(made: ZenDecision, style: Style, batch: readonly Facts['values'][]): Promise<ZenResult[]> {
  if (style === 'mapped') {
    const { result } = await made.evaluate({ customers: batch });
    return batch.map((_, index) => ({ tier: result.tier[index], found: result.found[index] }));
  }
  const answers = await Promise.all(batch.map((customer) => made.evaluate(customer)));
  return answers.map((answer) => answer.result);
}

function idsOf(banded: Banded): string[] {
  return Array.from(banded.weighted, (_, index) => `'${index + 1}'`);
}

interface ZenResult {
  readonly tier: string;
  readonly found: {
    readonly bands: readonly string[];
    readonly points?: readonly number[];
    readonly score: number;
    readonly rule?: number | null;
  };
}

async function inBatches<In, Out>(
  items: readonly In[],
  size: number,
  run: (batch: readonly In[]) => Promise<Out[]>,
): Promise<Out[]> {
  const all: Out[] = [];
  for (let start = 0; start < items.length; start += size) all.push(...(await run(items.slice(start, start + size))));
  return all;
}
