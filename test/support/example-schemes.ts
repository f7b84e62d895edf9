import type { Scheme } from '../../core/grading/scheme.ts';

const title = (en: string): { en: string } => ({ en });
const tiers = ['A', 'B', 'C', 'D'].map((id) => ({ id, titles: title(id) }));

/** Four tiers by profit, in quantiles, with a knock-out on overdue payments. */
export const byRank: Scheme = {
  id: 'by-rank',
  version: 1,
  titles: title('By rank'),
  tiers,
  criteria: [
    { id: 'profit', type: 'money', range: {}, titles: title('Profit') },
    { id: 'overdueAmount', type: 'money', direction: 'lower-is-better', titles: title('Overdue amount') },
  ],
  knockOuts: [{ criterion: 'overdueAmount', when: { above: 0, is: [true] }, tier: 'D' }],
  method: {
    kind: 'quantiles',
    by: ['profit'],
    shares: [
      { outcome: 'A', share: 0.1, from: 1 },
      { outcome: 'B', share: 0.2 },
      { outcome: 'C', share: 0.3 },
      { outcome: 'D', share: 0.4 },
    ],
  },
};

/** A portfolio: size by bands, potential by a scorecard, together a matrix. */
export const portfolio: Scheme = {
  id: 'portfolio',
  version: 1,
  titles: title('Portfolio'),
  tiers,
  criteria: [
    { id: 'businessVolume', type: 'money', titles: title('Business volume') },
    { id: 'growthPotential', type: 'level', titles: title('Growth potential') },
    { id: 'satisfaction', type: 'percent', titles: title('Satisfaction') },
  ],
  derived: [
    {
      id: 'size',
      titles: title('Size'),
      labels: [
        { id: 'large', titles: title('large') },
        { id: 'medium', titles: title('medium') },
        { id: 'small', titles: title('small') },
      ],
      method: {
        kind: 'bands',
        by: ['businessVolume'],
        bands: [
          { top: 0.2, from: 1, outcome: 'large' },
          { top: 0.5, from: 1, outcome: 'medium' },
          { outcome: 'small' },
        ],
        levels: { high: 'large', medium: 'medium', low: 'small', none: 'small' },
      },
    },
    {
      id: 'promise',
      titles: title('Promise'),
      labels: [
        { id: 'much', titles: title('much') },
        { id: 'little', titles: title('little') },
      ],
      method: {
        kind: 'scorecard',
        criteria: [
          { criterion: 'growthPotential', weight: 2, levels: { high: 100, medium: 60, low: 20, none: 0 } },
          {
            criterion: 'satisfaction',
            weight: 1,
            bands: [{ from: 0.9, points: 100 }, { from: 0.7, points: 50 }, { points: 0 }],
          },
        ],
        cutOffs: [{ outcome: 'much', from: 60 }],
      },
    },
  ],
  method: {
    kind: 'matrix',
    rows: 'size',
    columns: 'promise',
    cells: {
      large: { much: 'A', little: 'B' },
      medium: { much: 'B', little: 'C' },
      small: { much: 'C', little: 'D' },
    },
  },
};

/** Rules over numbers, answers, words and days. */
export const byRules: Scheme = {
  id: 'by-rules',
  version: 1,
  titles: title('By rules'),
  tiers,
  criteria: [
    { id: 'orders', type: 'count', titles: title('Orders') },
    { id: 'lastPurchase', type: 'date', direction: 'lower-is-better', titles: title('Last purchase') },
    { id: 'selectionBegun', type: 'yes-no', titles: title('Selection begun') },
    { id: 'channel', type: 'text', titles: title('Channel') },
  ],
  method: {
    kind: 'decision-table',
    hitPolicy: 'first',
    rules: [
      { when: { orders: { from: 10 }, lastPurchase: { upTo: 3 } }, outcome: 'A' },
      { when: { orders: { above: 4, below: 10 }, selectionBegun: { is: [true] } }, outcome: 'B' },
      { when: { channel: { is: ['Partner', '直销'] } }, outcome: 'C' },
      { when: { lastPurchase: { above: 24 } }, outcome: 'D' },
    ],
    otherwise: 'D',
  },
};
