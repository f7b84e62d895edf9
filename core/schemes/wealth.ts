import type { Scheme } from '../grading/scheme.ts';
import { ORDERS, SPEND, TRANSACTION_FREQUENCY } from './common-criteria.ts';
import { LEVELS, sizeBands } from './common-points.ts';
import { COLOURS, CUSTOMER_STABILITY, KEY_PLAYBOOK, USUAL_PLAYBOOK } from './customer-playbooks.ts';

/**
 * S14, customers of wealth management or a shop on the web: by assets, or spend where a table has no assets, and by how
 * often they buy. Who has hardly begun is a potential customer. Weights and cut-offs are ours (default).
 */
export const wealth: Scheme = {
  id: 'wealth',
  version: 1,
  titles: { en: 'Wealth and e-commerce', 'zh-CN': '财富与电商客户', 'zh-TW': '財富與電商客戶' },
  tiers: [
    {
      id: 'high-value',
      titles: { en: 'High-value', 'zh-CN': '高净值', 'zh-TW': '高淨值' },
      colour: COLOURS[0],
      playbook: KEY_PLAYBOOK,
    },
    {
      id: 'ordinary',
      titles: { en: 'Ordinary', 'zh-CN': '普通', 'zh-TW': '普通' },
      colour: COLOURS[1],
      playbook: USUAL_PLAYBOOK,
    },
    {
      id: 'potential',
      titles: { en: 'Potential', 'zh-CN': '潜在', 'zh-TW': '潛在' },
      colour: COLOURS[3],
      playbook: {
        everyDays: 30,
        longestDays: 60,
        contactMinutes: 20,
        methods: ['course', 'article', 'email', 'sms', 'special-offer', 'online-service'],
        complaintHours: 16,
        policy: {
          en: 'Win it over: a free trial, free advice and education, and offers that fit what it has looked at.',
          'zh-CN': '争取转化：提供免费试用、免费咨询和知识讲座，按其关注的内容推荐方案。',
          'zh-TW': '爭取轉化：提供免費試用、免費諮詢和知識講座，依其關注的內容推薦方案。',
        },
      },
    },
  ],
  criteria: [
    { id: 'assets', type: 'money', titles: { en: 'Assets', 'zh-CN': '资产规模', 'zh-TW': '資產規模' } },
    SPEND,
    TRANSACTION_FREQUENCY,
    ORDERS,
  ],
  method: {
    kind: 'scorecard',
    criteria: [
      { criterion: 'assets', weight: 70, bands: sizeBands(0.01), levels: LEVELS },
      { criterion: 'salesAmount', weight: 70, bands: sizeBands(0.01), levels: LEVELS, insteadOf: ['assets'] },
      { criterion: 'transactionFrequency', weight: 30, bands: sizeBands(0.01), levels: LEVELS },
      { criterion: 'orders', weight: 30, bands: sizeBands(1), levels: LEVELS, insteadOf: ['transactionFrequency'] },
    ],
    cutOffs: [
      { outcome: 'high-value', from: 75 },
      { outcome: 'ordinary', from: 25 },
    ],
  },
  stability: CUSTOMER_STABILITY,
};
