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
