import type { Scheme } from '../grading/scheme.ts';
import { ORDERS, SPEND } from './common-criteria.ts';
import { COLOURS, CUSTOMER_STABILITY, GOOD_PLAYBOOK, KEY_PLAYBOOK, USUAL_PLAYBOOK } from './customer-playbooks.ts';

/**
 * S7, customers by how much they spend: the best fifth, up to the best half, and the rest (default). A table without
 * amounts is graded by the variants that the source names: purchase frequency, else purchase intention.
 */
export const spendLevel: Scheme = {
  id: 'spend-level',
  version: 1,
  titles: { en: 'Spend level', 'zh-CN': '消费水平', 'zh-TW': '消費水準' },
  tiers: [
    { id: 'high', titles: { en: 'High', 'zh-CN': '高', 'zh-TW': '高' }, colour: COLOURS[0], playbook: KEY_PLAYBOOK },
    {
      id: 'medium',
      titles: { en: 'Medium', 'zh-CN': '中', 'zh-TW': '中' },
      colour: COLOURS[1],
      playbook: GOOD_PLAYBOOK,
    },
    { id: 'low', titles: { en: 'Low', 'zh-CN': '低', 'zh-TW': '低' }, colour: COLOURS[3], playbook: USUAL_PLAYBOOK },
  ],
  criteria: [
    SPEND,
    ORDERS,
    {
      id: 'resolve',
      type: 'number',
      titles: { en: 'Purchase intention', 'zh-CN': '购买意向', 'zh-TW': '購買意願' },
    },
  ],
  method: {
    kind: 'bands',
    by: ['salesAmount', 'orders', 'resolve'],
    bands: [{ top: 0.2, from: 0.01, outcome: 'high' }, { top: 0.5, from: 0.01, outcome: 'medium' }, { outcome: 'low' }],
    levels: { high: 'high', medium: 'medium', low: 'low', none: 'low' },
  },
  stability: CUSTOMER_STABILITY,
};
