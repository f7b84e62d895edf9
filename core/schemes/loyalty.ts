import type { SegmentScheme } from '../grading/scheme.ts';
import { COMPLAINTS, ORDERS, TRANSACTION_FREQUENCY, WORD_OF_MOUTH } from './common-criteria.ts';
import { ANSWERS, COMPLAINT_BANDS, LEVELS, LEVELS_DOWN, RATE_BANDS, sizeBands } from './common-points.ts';
import { COLOURS } from './customer-playbooks.ts';

/**
 * S15, loyal, general and lost customers by how often and how steadily they buy and whether they recommend us; also by
 * repurchases and complaints. Weights, bands and cut-offs are ours (default): high in all is loyal, medium general, low lost.
 */
export const loyalty: SegmentScheme = {
  id: 'loyalty',
  version: 1,
  titles: { en: 'Loyalty', 'zh-CN': '忠诚度细分', 'zh-TW': '忠誠度細分' },
  criteria: [
    ORDERS,
    TRANSACTION_FREQUENCY,
    {
      id: 'purchaseStability',
      type: 'percent',
      titles: { en: 'Purchase stability', 'zh-CN': '购买稳定性', 'zh-TW': '購買穩定性' },
      hint: {
        en: 'How evenly it buys: high when about the same comes every period, low when long gaps lie between.',
        'zh-CN': '购买是否均匀：每期购买量相近为高，间隔很长为低。',
        'zh-TW': '購買是否平均：每期購買量相近為高，間隔很久為低。',
      },
    },
    {
      ...WORD_OF_MOUTH,
      titles: { en: 'Referrals', 'zh-CN': '口碑推荐度', 'zh-TW': '口碑推薦度' },
      hint: {
        en: 'Whether it recommends us: high, medium, low, yes or no, or how many customers it has brought.',
        'zh-CN': '是否向他人推荐我们：填高、中、低，有、无，或带来的客户数。',
        'zh-TW': '是否向他人推薦我們：填高、中、低，有、無，或帶來的客戶數。',
      },
    },
    {
      id: 'repurchaseRate',
      type: 'percent',
      titles: { en: 'Repurchase rate', 'zh-CN': '回购率', 'zh-TW': '回購率' },
    },
    COMPLAINTS,
    {
      id: 'complaintRate',
      type: 'percent',
      direction: 'lower-is-better',
      titles: { en: 'Complaint rate', 'zh-CN': '客户投诉率', 'zh-TW': '客訴率' },
    },
  ],
  segments: [
    {
      id: 'loyalty',
      titles: { en: 'Loyalty', 'zh-CN': '忠诚度', 'zh-TW': '忠誠度' },
      labels: [
        {
          id: 'loyal',
          titles: { en: 'loyal', 'zh-CN': '忠诚', 'zh-TW': '忠誠' },
          colour: COLOURS[0],
          playbook: {
            everyDays: 14,
            longestDays: 30,
            contactMinutes: 45,
            methods: ['visit', 'phone', 'gift', 'referral-reward', 'event', 'customer-news'],
            complaintHours: 4,
            policy: {
              en: 'Consolidate and grow: thank it, give it what others do not get, offer more of what it buys, and reward referrals.',
              'zh-CN': '巩固并扩大：表达感谢，提供专属权益，推荐更多适合的产品，奖励转介绍。',
              'zh-TW': '鞏固並擴大：表達感謝，提供專屬權益，推薦更多適合的產品，獎勵轉介紹。',
            },
          },
        },
        {
          id: 'general',
          titles: { en: 'general', 'zh-CN': '一般', 'zh-TW': '一般' },
          colour: COLOURS[2],
          playbook: {
            everyDays: 30,
            longestDays: 60,
            contactMinutes: 30,
            methods: ['phone', 'special-offer', 'email', 'course', 'article', 'sms'],
            complaintHours: 8,
            policy: {
              en: 'Understand its needs and raise its frequency: ask what it buys elsewhere and why, and make offers that bring it back sooner.',
              'zh-CN': '了解需求，提高购买频率：询问它还在别处买什么、为什么，用合适的方案促成更快的下一次购买。',
              'zh-TW': '了解需求，提高購買頻率：詢問它還在別處買什麼、為什麼，用合適的方案促成更快的下一次購買。',
            },
          },
        },
        {
          id: 'lost',
          titles: { en: 'lost', 'zh-CN': '流失', 'zh-TW': '流失' },
          colour: COLOURS[3],
          playbook: {
            everyDays: 90,
            longestDays: 180,
            contactMinutes: 20,
            methods: ['phone', 'special-offer', 'problem-solving', 'email', 'direct-mail'],
            complaintHours: 16,
            policy: {
              en: 'Win back or let go: find out why it left, settle what went wrong, make one good offer, and stop where nothing comes of it.',
              'zh-CN': '挽回或放弃：弄清流失原因，解决遗留问题，给出一次有诚意的优惠；仍无回应就不再投入。',
              'zh-TW': '挽回或放棄：釐清流失原因，解決遺留問題，給出一次有誠意的優惠；仍無回應就不再投入。',
            },
          },
        },
      ],
      method: {
        kind: 'scorecard',
        criteria: [
          { criterion: 'orders', weight: 30, bands: sizeBands(1), levels: LEVELS },
          {
            criterion: 'transactionFrequency',
            weight: 30,
            bands: sizeBands(0.01),
            levels: LEVELS,
            insteadOf: ['orders'],
          },
          { criterion: 'purchaseStability', weight: 25, bands: RATE_BANDS, levels: LEVELS },
          { criterion: 'wordOfMouth', weight: 15, bands: sizeBands(0.0001), levels: LEVELS, answers: ANSWERS },
          { criterion: 'repurchaseRate', weight: 20, bands: RATE_BANDS, levels: LEVELS, answers: ANSWERS },
          {
            criterion: 'complaints',
            weight: 10,
            bands: COMPLAINT_BANDS,
            levels: LEVELS_DOWN,
            answers: { yes: 45, no: 100 },
          },
          {
            criterion: 'complaintRate',
            weight: 10,
            bands: [
              { upTo: 0.005, points: 100 },
              { upTo: 0.02, points: 80 },
              { upTo: 0.05, points: 45 },
              { points: 0 },
            ],
            levels: LEVELS_DOWN,
            insteadOf: ['complaints'],
          },
        ],
        cutOffs: [
          { outcome: 'loyal', from: 75 },
          { outcome: 'general', from: 40 },
        ],
      },
    },
  ],
};
