import type { Scheme } from '../grading/scheme.ts';
import { GROWTH_POTENTIAL, LOYALTY, PROFIT, WORD_OF_MOUTH } from './common-criteria.ts';
import { ANSWERS, LEVELS, LEVELS_DOWN, RATE_BANDS, sizeBands, YEARS_BANDS } from './common-points.ts';
import { CUSTOMER_STABILITY, lettered, UNPROFITABLE_PLAYBOOK } from './customer-playbooks.ts';

/**
 * S5, customers by what the relation is worth: A a long-term relation, B a promising one, C one-off projects under high
 * competition, D rare business under extreme competition. The criteria are the source's; weights and cut-offs are ours
 * (default). In words, a relation of one-off projects is low, and one of rare business none.
 */
export const relationshipValue: Scheme = {
  id: 'relationship-value',
  version: 1,
  titles: { en: 'Relationship value', 'zh-CN': '客户关系价值', 'zh-TW': '客戶關係價值' },
  tiers: lettered(UNPROFITABLE_PLAYBOOK),
  criteria: [
    {
      id: 'cooperationHistory',
      type: 'months',
      unit: 'year',
      titles: { en: 'Stable long-term relation', 'zh-CN': '合作关系', 'zh-TW': '合作關係' },
    },
    { ...PROFIT, titles: { en: 'Profit contribution', 'zh-CN': '利润贡献', 'zh-TW': '利潤貢獻' } },
    LOYALTY,
    WORD_OF_MOUTH,
    GROWTH_POTENTIAL,
    {
      id: 'competition',
      type: 'count',
      direction: 'lower-is-better',
      titles: { en: 'Competitive pressure', 'zh-CN': '竞争压力', 'zh-TW': '競爭壓力' },
    },
  ],
  method: {
    kind: 'scorecard',
    criteria: [
      { criterion: 'cooperationHistory', weight: 25, bands: YEARS_BANDS, levels: LEVELS, answers: ANSWERS },
      { criterion: 'profit', weight: 25, bands: sizeBands(0.0001), levels: LEVELS },
      { criterion: 'loyalty', weight: 15, bands: RATE_BANDS, levels: LEVELS },
      { criterion: 'wordOfMouth', weight: 10, bands: sizeBands(0.0001), levels: LEVELS, answers: ANSWERS },
      { criterion: 'growthPotential', weight: 15, bands: sizeBands(0.0001), levels: LEVELS, answers: ANSWERS },
      {
        criterion: 'competition',
        weight: 10,
        bands: [{ upTo: 0, points: 100 }, { upTo: 2, points: 80 }, { upTo: 4, points: 45 }, { points: 0 }],
        levels: LEVELS_DOWN,
      },
    ],
    cutOffs: [
      { outcome: 'A', from: 78 },
      { outcome: 'B', from: 55 },
      { outcome: 'C', from: 25 },
    ],
  },
  stability: CUSTOMER_STABILITY,
};
