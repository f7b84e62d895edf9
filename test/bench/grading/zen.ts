import { type ZenDecision, ZenEngine } from '@gorules/zen-engine';
import type { Facts } from '../../../core/customer.ts';
import type { FittedScheme } from '../../../core/grading/fit-scheme.ts';
import type { Reason } from '../../../core/grading/grade.ts';
import { type Answer, type Banded, type Code, insert, scorecardOf } from './contest.ts';

/**
 * Zen in the two fastest styles found, both one expression node: `singly` one customer a call with a hundred calls under
 * way at a time, as a service would; `mapped` a thousand customers a call, which spares it most of the crossings.
 */
export function zenGrader(bands: readonly Banded[], fitted: FittedScheme, style: 'singly' | 'mapped') {
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
  const decisionOf = (found: string) =>
    engine.createDecision({
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
  const score = `score: round((${sum}) / 10) / 10`;
  const points = bands.map((banded) =>
    choose(
      banded,
      banded.weighted.map((weighted) => String(weighted / 100)),
    ),
  );
  const codes = decisionOf(`{bands: [${ids.join(', ')}], ${score}}`);
  const reasons = decisionOf(`{bands: [${ids.join(', ')}], points: [${points.join(', ')}], ${score}}`);
  const evaluate = async (decision: ZenDecision, batch: readonly Facts['values'][]): Promise<ZenResult[]> => {
    if (style === 'mapped') {
      const { result } = await decision.evaluate({ customers: batch });
      return batch.map((_, index) => ({ tier: result.tier[index], found: result.found[index] }));
    }
    const answers = await Promise.all(batch.map((customer) => decision.evaluate(customer)));
    return answers.map((answer) => answer.result);
  };
  const size = style === 'mapped' ? 1000 : 100;
  return {
    codes: (values: readonly Facts['values'][]): Promise<Code[]> =>
      inBatches(values, size, async (batch) =>
        (await evaluate(codes, batch)).map(({ tier: reached, found }) => ({ tier: reached, bands: found.bands })),
      ),
    reasons: (values: readonly Facts['values'][]): Promise<Answer[]> =>
      inBatches(values, size, async (batch) =>
        (await evaluate(reasons, batch)).map(({ tier: reached, found }, index): Answer => {
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

function idsOf(banded: Banded): string[] {
  return Array.from(banded.weighted, (_, index) => `'${index + 1}'`);
}

interface ZenResult {
  readonly tier: string;
  readonly found: { readonly bands: readonly string[]; readonly points?: readonly number[]; readonly score: number };
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
