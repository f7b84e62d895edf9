import type { Scheme } from '../grading/scheme.ts';
import { PIPELINE_CRITERIA } from './pipeline-criteria.ts';
import { PIPELINE_TIERS } from './pipeline-tiers.ts';

/**
 * S1, tiers of prospects by when they may sign: A within 3 months, B in 4 to 6, C in 7 to 12, D later.
 *
 * The rules are the source's two tables, for prospects without a system and with one; "system" stands for whatever the
 * business sells. Two rows may fit the same answers (B and C, C and D): the stated months to close choose among them,
 * and where they are not known the better row holds. Answers that no row has together are a case for review. Capacities
 * (S2) are the source's; cadences, minutes and hours until a complaint is answered are ours (default). No stability:
 * prospects move at once.
 */
export const salesPipeline: Scheme = {
  id: 'sales-pipeline',
  version: 1,
  titles: { en: 'Sales pipeline', 'zh-CN': '销售漏斗', 'zh-TW': '銷售漏斗' },
  tiers: PIPELINE_TIERS,
  criteria: PIPELINE_CRITERIA,
  method: {
    kind: 'decision-table',
    hitPolicy: 'first',
    rules: [
      { when: { objectiveNeed: { is: [false] } }, outcome: 'out-of-market' },
      // without a system
      {
        when: {
          hasSystem: { is: [false] },
          objectiveNeed: { is: [true] },
          subjectiveNeed: { is: [true] },
          resolve: { is: ['high'] },
          feasibilityBegun: { is: [true] },
          selectionBegun: { is: [true] },
        },
        outcome: 'A',
      },
      {
        when: {
          hasSystem: { is: [false] },
          objectiveNeed: { is: [true] },
          subjectiveNeed: { is: [true] },
          resolve: { is: ['high', 'medium'] },
          selectionBegun: { is: [false] },
        },
        outcome: 'B',
      },
      {
        when: {
          hasSystem: { is: [false] },
          objectiveNeed: { is: [true] },
          subjectiveNeed: { is: [true] },
          resolve: { is: ['medium', 'low'] },
          selectionBegun: { is: [false] },
        },
        outcome: 'C',
      },
      {
        when: {
          hasSystem: { is: [false] },
          objectiveNeed: { is: [true] },
          subjectiveNeed: { is: [false] },
          resolve: { is: ['low', 'none'] },
          feasibilityBegun: { is: [false] },
          selectionBegun: { is: [false] },
        },
        outcome: 'D',
      },
      // with a system, to replace it or to extend it
      {
        when: {
          hasSystem: { is: [true] },
          objectiveNeed: { is: [true] },
          subjectiveNeed: { is: [true] },
          dissatisfaction: { is: ['high'] },
          resolve: { is: ['high'] },
          selectionBegun: { is: [true] },
        },
        outcome: 'A',
      },
      {
        when: {
          hasSystem: { is: [true] },
          objectiveNeed: { is: [true] },
          subjectiveNeed: { is: [true] },
          dissatisfaction: { is: ['high', 'medium'] },
          resolve: { is: ['high', 'medium'] },
          selectionBegun: { is: [false] },
        },
        outcome: 'B',
      },
      {
        when: {
          hasSystem: { is: [true] },
          objectiveNeed: { is: [true] },
          subjectiveNeed: { is: [true] },
          dissatisfaction: { is: ['medium', 'low'] },
          resolve: { is: ['medium', 'low'] },
          selectionBegun: { is: [false] },
        },
        outcome: 'C',
      },
      {
        when: {
          hasSystem: { is: [true] },
          objectiveNeed: { is: [true] },
          subjectiveNeed: { is: [true] },
          dissatisfaction: { is: ['low', 'none'] },
          resolve: { is: ['low', 'none'] },
          selectionBegun: { is: [false] },
        },
        outcome: 'D',
      },
    ],
    statedBy: {
      criteria: ['monthsToClose', 'expectedDate'],
      bands: [{ upTo: 3, outcome: 'A' }, { upTo: 6, outcome: 'B' }, { upTo: 12, outcome: 'C' }, { outcome: 'D' }],
    },
  },
};
