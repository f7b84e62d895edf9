import type { Scheme } from '../grading/scheme.ts';
import {
  BUSINESS_VOLUME,
  CONTRIBUTION,
  GROWTH_POTENTIAL,
  LAST_PURCHASE,
  OVERDUE_AMOUNT,
  SALES_AMOUNT,
} from './common-criteria.ts';
import { ANSWERS, LEVELS, sizeBands } from './common-points.ts';
import { CUSTOMER_STABILITY, lettered, UNPROFITABLE_PLAYBOOK } from './customer-playbooks.ts';

/**
 * S6, customers by the service that they deserve, with the source's knock-outs into D: no business, none for a long time
 * (12 months, default), or payments overdue. Weights and cut-offs are ours (default).
 */
export const serviceGrade: Scheme = {
  id: 'service-grade',
  version: 1,
  titles: { en: 'Service grade', 'zh-CN': '服务等级', 'zh-TW': '服務等級' },
  tiers: lettered(UNPROFITABLE_PLAYBOOK),
  criteria: [
    {
      id: 'standing',
      type: 'level',
      titles: { en: 'Standing in its industry', 'zh-CN': '行业地位', 'zh-TW': '產業地位' },
    },
    GROWTH_POTENTIAL,
    { ...CONTRIBUTION, titles: { en: 'Contribution to results', 'zh-CN': '业绩贡献', 'zh-TW': '業績貢獻' } },
    {
      id: 'demonstrationEffect',
      type: 'level',
      titles: { en: 'Demonstration effect', 'zh-CN': '示范效应', 'zh-TW': '示範效應' },
      headings: ['reference effect', '示范作用', '标杆效应', '示範作用', '標竿效應'],
    },
    {
      id: 'influence',
      type: 'level',
      titles: { en: 'Influence', 'zh-CN': '影响力', 'zh-TW': '影響力' },
      headings: ['市场影响力', '市場影響力'],
    },
    { ...BUSINESS_VOLUME, titles: { en: 'Business size', 'zh-CN': '业务规模', 'zh-TW': '業務規模' } },
    SALES_AMOUNT,
    LAST_PURCHASE,
    OVERDUE_AMOUNT,
  ],
  knockOuts: [
    { criterion: 'overdueAmount', when: { above: 0, is: [true, 'high', 'medium', 'low'] }, tier: 'D' },
    { criterion: 'salesAmount', when: { below: 0.01, is: ['none'] }, tier: 'D' },
    { criterion: 'lastPurchase', when: { above: 12 }, tier: 'D' },
  ],
  method: {
    kind: 'scorecard',
    criteria: [
      { criterion: 'standing', weight: 20, levels: LEVELS },
      { criterion: 'growthPotential', weight: 15, bands: sizeBands(0.0001), levels: LEVELS, answers: ANSWERS },
      { criterion: 'contribution', weight: 25, bands: sizeBands(0.0001), levels: LEVELS },
      { criterion: 'salesAmount', weight: 25, bands: sizeBands(0.01), levels: LEVELS, insteadOf: ['contribution'] },
      { criterion: 'demonstrationEffect', weight: 15, levels: LEVELS },
      { criterion: 'influence', weight: 10, levels: LEVELS },
      { criterion: 'businessVolume', weight: 15, bands: sizeBands(0.01), levels: LEVELS },
    ],
    cutOffs: [
      { outcome: 'A', from: 75 },
      { outcome: 'B', from: 55 },
      { outcome: 'C', from: 25 },
    ],
  },
  stability: CUSTOMER_STABILITY,
};
