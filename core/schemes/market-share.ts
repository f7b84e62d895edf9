import type { Scheme } from '../grading/scheme.ts';
import { CONTRIBUTION, GROWTH_POTENTIAL } from './common-criteria.ts';
import { ANSWERS, LEVELS, sizeBands } from './common-points.ts';
import { CUSTOMER_STABILITY, lettered } from './customer-playbooks.ts';

/**
 * S4, customers by market and sales. The source gives a row of answers for each tier (A high, high, large, yes; B medium,
 * fairly high, medium, some; C low, average, small, possible; D low, low, negligible, none); the points and cut-offs
 * (default) make these rows come out so and give mixed answers the tier between. Shares of the market in numbers: 30 %
 * and 10 % (default).
 */
export const marketShare: Scheme = {
  id: 'market-share',
  version: 1,
  titles: { en: 'Market share', 'zh-CN': '市场份额', 'zh-TW': '市占率' },
  tiers: lettered(),
  criteria: [
    { id: 'marketShare', type: 'percent', titles: { en: 'Market share', 'zh-CN': '市场份额', 'zh-TW': '市占率' } },
    { ...CONTRIBUTION, titles: { en: 'Sales contribution', 'zh-CN': '销售贡献度', 'zh-TW': '銷售貢獻度' } },
    {
      id: 'demandVolume',
      type: 'number',
      range: { from: 0 },
      titles: { en: 'Demand volume', 'zh-CN': '需求量', 'zh-TW': '需求量' },
    },
    { ...GROWTH_POTENTIAL, titles: { en: 'Room for growth', 'zh-CN': '发展空间', 'zh-TW': '發展空間' } },
  ],
  method: {
    kind: 'scorecard',
    criteria: [
      {
        criterion: 'marketShare',
        weight: 25,
        bands: [{ from: 0.3, points: 100 }, { from: 0.1, points: 65 }, { from: 0.01, points: 30 }, { points: 0 }],
        levels: LEVELS,
      },
      { criterion: 'contribution', weight: 25, bands: sizeBands(0.0001), levels: LEVELS },
      { criterion: 'demandVolume', weight: 25, bands: sizeBands(0.01), levels: LEVELS },
      { criterion: 'growthPotential', weight: 25, bands: sizeBands(0.0001), levels: LEVELS, answers: ANSWERS },
    ],
    cutOffs: [
      { outcome: 'A', from: 85 },
      { outcome: 'B', from: 60 },
      { outcome: 'C', from: 28 },
    ],
  },
  stability: CUSTOMER_STABILITY,
};
