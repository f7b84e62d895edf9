import type { ScorecardScheme } from '../grading/scheme.ts';
import type { ScoredCriterion } from '../grading/scheme-methods.ts';
import { CUSTOMER_STABILITY, lettered } from './customer-playbooks.ts';

/** Points from best to least, about as many customers above the middle as below it whichever criteria a table has. */
const POINTS = [100, 85, 65, 45, 20] as const;

/** A size in words, where a column has words. */
const SIZE_IN_WORDS = { high: 100, medium: 60, low: 25, none: 0 };

/**
 * Sizes are compared with the business's own other customers: the best 5, 20, 50 and 80 %, and the rest. Whoever
 * bought nothing gets nothing, however many others did the same.
 */
function sizeBands(least: number): NonNullable<ScoredCriterion['bands']> {
  return [
    { top: 0.05, from: least, points: POINTS[0] },
    { top: 0.2, from: least, points: POINTS[1] },
    { top: 0.5, from: least, points: POINTS[2] },
    { top: 0.8, from: least, points: POINTS[3] },
    { top: 1, from: least, points: POINTS[4] },
    { points: 0 },
  ];
}

/**
 * S3, the weighted scorecard of what an existing customer is worth. The six criteria are the source's; weights, bands
 * and cut-offs are ours (default).
 *
 * It works on any business's table: criteria that the table lacks do not count, and where it has something close to a
 * missing one, that stands in (profit for sales, overdue payments for the collection rate, the number of orders or
 * the last purchase for stability, complaints for their rate). No knock-out: the source has none here.
 */
export const accountValue: ScorecardScheme = {
  id: 'account-value',
  version: 1,
  titles: { en: 'Account value', 'zh-CN': '客户价值', 'zh-TW': '客戶價值' },
  tiers: lettered(),
  criteria: [
    { id: 'salesAmount', type: 'money', titles: { en: 'Sales amount', 'zh-CN': '销售额', 'zh-TW': '銷售額' } },
    { id: 'profit', type: 'money', range: {}, titles: { en: 'Profit', 'zh-CN': '利润', 'zh-TW': '利潤' } },
    {
      id: 'paymentCollection',
      type: 'percent',
      // arrears of last year that come in
      range: { from: 0, upTo: 3 },
      titles: { en: 'Payment collection', 'zh-CN': '回款率', 'zh-TW': '回款率' },
    },
    {
      id: 'overdueAmount',
      type: 'money',
      direction: 'lower-is-better',
      titles: { en: 'Overdue amount', 'zh-CN': '逾期金额', 'zh-TW': '逾期金額' },
    },
    {
      id: 'orderStability',
      type: 'percent',
      titles: { en: 'Order stability', 'zh-CN': '订单稳定度', 'zh-TW': '訂單穩定度' },
    },
    { id: 'orders', type: 'count', titles: { en: 'Orders', 'zh-CN': '订单数', 'zh-TW': '訂單數' } },
    {
      id: 'lastPurchase',
      type: 'date',
      direction: 'lower-is-better',
      titles: { en: 'Last purchase', 'zh-CN': '最近购买', 'zh-TW': '最近購買' },
    },
    {
      id: 'yearsOfCooperation',
      type: 'months',
      unit: 'year',
      titles: { en: 'Years of cooperation', 'zh-CN': '合作年限', 'zh-TW': '合作年限' },
    },
    {
      id: 'complaintRate',
      type: 'percent',
      direction: 'lower-is-better',
      titles: { en: 'Complaint rate', 'zh-CN': '客户投诉率', 'zh-TW': '客訴率' },
    },
    {
      id: 'complaints',
      type: 'count',
      direction: 'lower-is-better',
      titles: { en: 'Complaints', 'zh-CN': '投诉次数', 'zh-TW': '客訴次數' },
    },
    {
      id: 'satisfaction',
      type: 'percent',
      titles: { en: 'Satisfaction', 'zh-CN': '客户满意度', 'zh-TW': '客戶滿意度' },
    },
  ],
  method: {
    kind: 'scorecard',
    criteria: [
      { criterion: 'salesAmount', weight: 30, bands: sizeBands(0.01), levels: SIZE_IN_WORDS },
      {
        criterion: 'profit',
        weight: 30,
        bands: sizeBands(0.01),
        levels: SIZE_IN_WORDS,
        insteadOf: ['salesAmount'],
      },
      {
        criterion: 'paymentCollection',
        weight: 20,
        bands: [
          { from: 0.98, points: POINTS[0] },
          { from: 0.95, points: POINTS[1] },
          { from: 0.9, points: POINTS[2] },
          { from: 0.8, points: POINTS[3] },
          { from: 0.6, points: POINTS[4] },
          { points: 0 },
        ],
        levels: SIZE_IN_WORDS,
      },
      {
        criterion: 'overdueAmount',
        weight: 20,
        bands: [{ upTo: 0, points: 100 }, { points: 25 }],
        levels: { none: 100, low: 50, medium: 25, high: 0 },
        answers: { yes: 25, no: 100 },
        insteadOf: ['paymentCollection'],
      },
      {
        criterion: 'orderStability',
        weight: 15,
        bands: [
          { from: 0.9, points: POINTS[0] },
          { from: 0.8, points: POINTS[1] },
          { from: 0.7, points: POINTS[2] },
          { from: 0.5, points: POINTS[3] },
          { from: 0.3, points: POINTS[4] },
          { points: 0 },
        ],
        levels: SIZE_IN_WORDS,
      },
      {
        criterion: 'orders',
        weight: 15,
        bands: sizeBands(1),
        levels: SIZE_IN_WORDS,
        insteadOf: ['orderStability'],
      },
      {
        criterion: 'lastPurchase',
        weight: 15,
        bands: [
          { upTo: 1, points: POINTS[0] },
          { upTo: 3, points: POINTS[1] },
          { upTo: 6, points: POINTS[2] },
          { upTo: 12, points: POINTS[3] },
          { upTo: 24, points: POINTS[4] },
          { points: 0 },
        ],
        insteadOf: ['orderStability', 'orders'],
      },
      {
        criterion: 'yearsOfCooperation',
        weight: 10,
        bands: [
          { from: 120, points: POINTS[0] },
          { from: 60, points: POINTS[1] },
          { from: 36, points: POINTS[2] },
          { from: 12, points: POINTS[3] },
          { points: POINTS[4] },
        ],
      },
      {
        criterion: 'complaintRate',
        weight: 10,
        bands: [
          { upTo: 0.005, points: POINTS[0] },
          { upTo: 0.01, points: POINTS[1] },
          { upTo: 0.02, points: POINTS[2] },
          { upTo: 0.05, points: POINTS[3] },
          { upTo: 0.1, points: POINTS[4] },
          { points: 0 },
        ],
        levels: { none: 100, low: 85, medium: 45, high: 0 },
      },
      {
        criterion: 'complaints',
        weight: 10,
        bands: [
          { upTo: 0, points: POINTS[0] },
          { upTo: 1, points: POINTS[1] },
          { upTo: 2, points: POINTS[2] },
          { upTo: 4, points: POINTS[3] },
          { upTo: 8, points: POINTS[4] },
          { points: 0 },
        ],
        levels: { none: 100, low: 85, medium: 45, high: 0 },
        answers: { yes: 45, no: 100 },
        insteadOf: ['complaintRate'],
      },
      {
        criterion: 'satisfaction',
        weight: 15,
        bands: [
          { from: 0.95, points: POINTS[0] },
          { from: 0.9, points: POINTS[1] },
          { from: 0.8, points: POINTS[2] },
          { from: 0.7, points: POINTS[3] },
          { from: 0.5, points: POINTS[4] },
          { points: 0 },
        ],
        levels: SIZE_IN_WORDS,
      },
    ],
    cutOffs: [
      { outcome: 'A', from: 80 },
      { outcome: 'B', from: 62 },
      { outcome: 'C', from: 45 },
    ],
  },
  stability: CUSTOMER_STABILITY,
};
