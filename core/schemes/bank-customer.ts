import type { Playbook, Scheme } from '../grading/scheme.ts';
import { CONTRIBUTION } from './common-criteria.ts';
import { LEVELS, sizeBands } from './common-points.ts';
import {
  COLOURS,
  CUSTOMER_STABILITY,
  GOOD_PLAYBOOK,
  KEY_PLAYBOOK,
  SMALL_PLAYBOOK,
  USUAL_PLAYBOOK,
} from './customer-playbooks.ts';

/** Ratings as agencies and banks write them, best first (default). */
const RATINGS = {
  AAA: 100,
  优: 100,
  优秀: 100,
  excellent: 100,
  'AA+': 95,
  AA: 90,
  'AA-': 85,
  'A+': 80,
  A: 75,
  良: 75,
  良好: 75,
  good: 75,
  'A-': 70,
  'BBB+': 65,
  BBB: 60,
  'BBB-': 55,
  'BB+': 50,
  中: 50,
  一般: 50,
  fair: 50,
  BB: 45,
  'BB-': 40,
  B: 30,
  CCC: 20,
  CC: 15,
  C: 10,
  差: 10,
  poor: 10,
  D: 0,
};

/** What to mind by risk (ours, default); cadence and minutes are those of the customer's tier. */
const RISK: Readonly<Record<'low' | 'medium' | 'high', Playbook>> = {
  low: {
    methods: ['phone', 'visit', 'special-offer', 'course'],
    policy: {
      en: 'Offer credit on good terms and products to match its appetite; a review of its holdings once a year is enough.',
      'zh-CN': '可给予优惠授信，按其偏好推荐产品，每年检视一次资产配置即可。',
      'zh-TW': '可給予優惠授信，依其偏好推薦產品，每年檢視一次資產配置即可。',
    },
  },
  medium: {
    methods: ['phone', 'visit', 'market-information', 'course'],
    policy: {
      en: 'Go through its credit lines and holdings twice a year, spread its investments, and explain risks before it signs.',
      'zh-CN': '每半年检视一次授信和资产配置，建议分散投资，签约前讲清风险。',
      'zh-TW': '每半年檢視一次授信和資產配置，建議分散投資，簽約前說明風險。',
    },
  },
  high: {
    methods: ['visit', 'phone', 'problem-solving', 'market-information'],
    policy: {
      en: 'Check before lending more, watch payments every month, put warnings of risk in writing, and offer safer products.',
      'zh-CN': '追加授信前先核查，每月关注还款，风险提示留书面记录，并推荐更稳健的产品。',
      'zh-TW': '追加授信前先查核，每月關注還款，風險提示留書面紀錄，並推薦更穩健的產品。',
    },
  },
};

/**
 * S13, customers of a bank by assets, credit rating, contribution, deposits, credit line and investments, and beside the
 * tier a risk segment by credit rating, risk appetite and volatility of returns. Weights, ratings' points and cut-offs are
 * ours (default).
 */
export const bankCustomer: Scheme = {
  id: 'bank-customer',
  version: 1,
  titles: { en: 'Bank customer', 'zh-CN': '银行客户', 'zh-TW': '銀行客戶' },
  tiers: [
    { id: 'vip', titles: { en: 'VIP', 'zh-CN': 'VIP', 'zh-TW': 'VIP' }, colour: COLOURS[0], playbook: KEY_PLAYBOOK },
    {
      id: 'high-value',
      titles: { en: 'High-value', 'zh-CN': '高价值', 'zh-TW': '高價值' },
      colour: COLOURS[1],
      playbook: GOOD_PLAYBOOK,
    },
    {
      id: 'potential',
      titles: { en: 'Potential', 'zh-CN': '潜力', 'zh-TW': '潛力' },
      colour: COLOURS[2],
      playbook: {
        ...USUAL_PLAYBOOK,
        policy: {
          en: 'Find out what it plans, advise it on products that fit, and invite it to courses on money and markets.',
          'zh-CN': '了解其规划，推荐合适的产品，邀请参加理财和市场讲座。',
          'zh-TW': '了解其規劃，推薦合適的產品，邀請參加理財和市場講座。',
        },
      },
    },
    {
      id: 'general',
      titles: { en: 'General', 'zh-CN': '一般', 'zh-TW': '一般' },
      colour: COLOURS[3],
      playbook: SMALL_PLAYBOOK,
    },
  ],
  criteria: [
    { id: 'assets', type: 'money', titles: { en: 'Assets', 'zh-CN': '资产规模', 'zh-TW': '資產規模' } },
    { id: 'creditRating', type: 'text', titles: { en: 'Credit rating', 'zh-CN': '信用等级', 'zh-TW': '信用等級' } },
    { ...CONTRIBUTION, titles: { en: 'Business contribution', 'zh-CN': '业务贡献', 'zh-TW': '業務貢獻' } },
    { id: 'deposits', type: 'money', titles: { en: 'Deposits', 'zh-CN': '存款', 'zh-TW': '存款' } },
    { id: 'creditLine', type: 'money', titles: { en: 'Credit line', 'zh-CN': '借贷额度', 'zh-TW': '借貸額度' } },
    { id: 'investments', type: 'money', titles: { en: 'Investments', 'zh-CN': '理财投资额', 'zh-TW': '理財投資額' } },
    {
      id: 'riskAppetite',
      type: 'level',
      direction: 'lower-is-better',
      titles: { en: 'Risk appetite', 'zh-CN': '风险偏好', 'zh-TW': '風險偏好' },
    },
    {
      id: 'returnVolatility',
      type: 'percent',
      direction: 'lower-is-better',
      titles: { en: 'Volatility of returns', 'zh-CN': '收益波动率', 'zh-TW': '報酬波動率' },
      headings: ['return volatility', 'volatility', '收益波动', '波动率', '報酬波動', '波動率'],
    },
  ],
  method: {
    kind: 'scorecard',
    criteria: [
      { criterion: 'assets', weight: 30, bands: sizeBands(0.01), levels: LEVELS },
      { criterion: 'creditRating', weight: 15, labels: RATINGS },
      { criterion: 'contribution', weight: 20, bands: sizeBands(0.0001), levels: LEVELS },
      { criterion: 'deposits', weight: 15, bands: sizeBands(0.01), levels: LEVELS },
      { criterion: 'creditLine', weight: 10, bands: sizeBands(0.01), levels: LEVELS },
      { criterion: 'investments', weight: 10, bands: sizeBands(0.01), levels: LEVELS },
    ],
    cutOffs: [
      { outcome: 'vip', from: 80 },
      { outcome: 'high-value', from: 62 },
      { outcome: 'potential', from: 40 },
    ],
  },
  segments: [
    {
      id: 'risk',
      titles: { en: 'Risk', 'zh-CN': '风险', 'zh-TW': '風險' },
      labels: [
        {
          id: 'low-risk',
          titles: { en: 'low risk', 'zh-CN': '低风险', 'zh-TW': '低風險' },
          colour: COLOURS[0],
          playbook: RISK.low,
        },
        {
          id: 'medium-risk',
          titles: { en: 'medium risk', 'zh-CN': '中风险', 'zh-TW': '中風險' },
          colour: COLOURS[2],
          playbook: RISK.medium,
        },
        {
          id: 'high-risk',
          titles: { en: 'high risk', 'zh-CN': '高风险', 'zh-TW': '高風險' },
          colour: '#cf222e',
          playbook: RISK.high,
        },
      ],
      method: {
        kind: 'scorecard',
        criteria: [
          { criterion: 'creditRating', weight: 50, labels: RATINGS },
          { criterion: 'riskAppetite', weight: 25, levels: { none: 100, low: 100, medium: 60, high: 20 } },
          {
            criterion: 'returnVolatility',
            weight: 25,
            bands: [{ upTo: 0.05, points: 100 }, { upTo: 0.15, points: 60 }, { upTo: 0.3, points: 25 }, { points: 0 }],
          },
        ],
        cutOffs: [
          { outcome: 'low-risk', from: 70 },
          { outcome: 'medium-risk', from: 40 },
        ],
      },
    },
  ],
  stability: CUSTOMER_STABILITY,
};
