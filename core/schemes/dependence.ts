import type { Scheme } from '../grading/scheme.ts';
import { BUSINESS_VOLUME, LOYALTY } from './common-criteria.ts';
import { ANSWERS, LEVELS, RATE_BANDS, sizeBands } from './common-points.ts';
import { COLOURS, CUSTOMER_STABILITY, GOOD_PLAYBOOK, KEY_PLAYBOOK, USUAL_PLAYBOOK } from './customer-playbooks.ts';

/**
 * S12, customers by how much they depend on our products, with business size, loyalty and willingness to cooperate;
 * weights and cut-offs are ours (default).
 */
export const dependence: Scheme = {
  id: 'dependence',
  version: 1,
  titles: { en: 'Dependence', 'zh-CN': '客户依赖度', 'zh-TW': '客戶依賴度' },
  tiers: [
    { id: 'high', titles: { en: 'High', 'zh-CN': '高', 'zh-TW': '高' }, colour: COLOURS[0], playbook: KEY_PLAYBOOK },
    {
      id: 'medium',
      titles: { en: 'Medium', 'zh-CN': '中', 'zh-TW': '中' },
      colour: COLOURS[1],
      playbook: GOOD_PLAYBOOK,
    },
    {
      id: 'general',
      titles: { en: 'General', 'zh-CN': '普通', 'zh-TW': '普通' },
      colour: COLOURS[3],
      playbook: USUAL_PLAYBOOK,
    },
  ],
  criteria: [
    {
      id: 'dependence',
      type: 'percent',
      titles: { en: 'Dependence on our products', 'zh-CN': '依赖度', 'zh-TW': '依賴度' },
    },
    { ...BUSINESS_VOLUME, titles: { en: 'Business size', 'zh-CN': '业务规模', 'zh-TW': '業務規模' } },
    LOYALTY,
    {
      id: 'cooperationWillingness',
      type: 'percent',
      titles: { en: 'Willingness to cooperate', 'zh-CN': '合作意愿', 'zh-TW': '合作意願' },
    },
  ],
  method: {
    kind: 'scorecard',
    criteria: [
      { criterion: 'dependence', weight: 40, bands: RATE_BANDS, levels: LEVELS, missing: { do: 'review' } },
      { criterion: 'businessVolume', weight: 25, bands: sizeBands(0.01), levels: LEVELS },
      { criterion: 'loyalty', weight: 20, bands: RATE_BANDS, levels: LEVELS },
      { criterion: 'cooperationWillingness', weight: 15, bands: RATE_BANDS, levels: LEVELS, answers: ANSWERS },
    ],
    cutOffs: [
      { outcome: 'high', from: 75 },
      { outcome: 'medium', from: 45 },
    ],
  },
  stability: CUSTOMER_STABILITY,
};
