import type { Scheme } from '../grading/scheme.ts';
import { COMPLAINTS, ORDERS, SPEND } from './common-criteria.ts';
import { COMPLAINT_BANDS, LEVELS, LEVELS_DOWN, sizeBands } from './common-points.ts';
import { CUSTOMER_STABILITY, GOOD_PLAYBOOK, KEY_PLAYBOOK, USUAL_PLAYBOOK } from './customer-playbooks.ts';

/** S8, gold, silver and bronze by spend, purchase frequency and complaints on record; weights and cut-offs are ours (default). */
export const medal: Scheme = {
  id: 'medal',
  version: 1,
  titles: { en: 'Medal', 'zh-CN': '奖牌等级', 'zh-TW': '獎牌等級' },
  tiers: [
    { id: 'gold', titles: { en: 'Gold', 'zh-CN': '金牌', 'zh-TW': '金牌' }, colour: '#b8860b', playbook: KEY_PLAYBOOK },
    {
      id: 'silver',
      titles: { en: 'Silver', 'zh-CN': '银牌', 'zh-TW': '銀牌' },
      colour: '#8a9099',
      playbook: GOOD_PLAYBOOK,
    },
    {
      id: 'bronze',
      titles: { en: 'Bronze', 'zh-CN': '铜牌', 'zh-TW': '銅牌' },
      colour: '#a0622d',
      playbook: USUAL_PLAYBOOK,
    },
  ],
  criteria: [
    SPEND,
    { ...ORDERS, titles: { en: 'Purchase frequency', 'zh-CN': '消费频次', 'zh-TW': '消費頻次' } },
    COMPLAINTS,
  ],
  method: {
    kind: 'scorecard',
    criteria: [
      { criterion: 'salesAmount', weight: 50, bands: sizeBands(0.01), levels: LEVELS },
      { criterion: 'orders', weight: 30, bands: sizeBands(1), levels: LEVELS },
      {
        criterion: 'complaints',
        weight: 20,
        bands: COMPLAINT_BANDS,
        levels: LEVELS_DOWN,
        answers: { yes: 45, no: 100 },
      },
    ],
    cutOffs: [
      { outcome: 'gold', from: 75 },
      { outcome: 'silver', from: 50 },
    ],
  },
  stability: CUSTOMER_STABILITY,
};
