import type { Facts } from '../../../core/customer.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import type { Rule } from '../../../core/grading/scheme-methods.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const LEVELS = ['high', 'medium', 'low', 'none'] as const;

/** The sales pipeline's table for prospects without a system: four rules over five answers. */
export const PROSPECT_RULES: readonly Rule[] = pipelineRules();

/** A scheme of that table alone. */
export const PROSPECT_SCHEME: Scheme = {
  ...salesPipeline,
  id: 'prospects-without-system',
  method: { kind: 'decision-table', hitPolicy: 'first', rules: [...PROSPECT_RULES] },
};

/** Prospects with all five answers, repeatable. */
export function prospects(count: number): Facts[] {
  const random = seededRandom(20_260_315);
  return Array.from({ length: count }, () => ({
    values: {
      objectiveNeed: random() < 0.9,
      subjectiveNeed: random() < 0.8,
      resolve: LEVELS[Math.floor(4 * random())] ?? 'none',
      feasibilityBegun: random() < 0.5,
      selectionBegun: random() < 0.4,
    },
  }));
}

function pipelineRules(): Rule[] {
  const { method } = salesPipeline;
  if (method.kind !== 'decision-table') throw new Error('The sales pipeline is no table any more.');
  return method.rules.flatMap(({ when, outcome }) => {
    const { hasSystem, ...answers } = when;
    return hasSystem?.is?.[0] === false ? [{ when: answers, outcome }] : [];
  });
}
