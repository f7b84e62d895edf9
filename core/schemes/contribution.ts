import type { Labelled, Scheme } from '../grading/scheme.ts';
import { CONTRIBUTION, COOPERATION_HISTORY, GROWTH_POTENTIAL, SPEND } from './common-criteria.ts';
import { CUSTOMER_STABILITY, lettered } from './customer-playbooks.ts';

const LABELS: Labelled['labels'] = [
  { id: 'high', titles: { en: 'high', 'zh-CN': '高', 'zh-TW': '高' } },
  { id: 'medium', titles: { en: 'medium', 'zh-CN': '中', 'zh-TW': '中' } },
  { id: 'low', titles: { en: 'low', 'zh-CN': '低', 'zh-TW': '低' } },
];

const LEVELS = { high: 'high', medium: 'medium', low: 'low', none: 'low' };

/** A size as a level: the best fifth, up to the best half, and the rest (default). */
function sizeLevel(id: string, criterion: string, titles: Labelled['titles']): Labelled {
  return {
    id,
    titles,
    labels: LABELS,
    method: {
      kind: 'bands',
      by: [criterion],
      bands: [
        { top: 0.2, from: 0.0001, outcome: 'high' },
        { top: 0.5, from: 0.0001, outcome: 'medium' },
        { outcome: 'low' },
      ],
      levels: LEVELS,
      answers: { yes: 'high', no: 'low' },
    },
  };
}

/**
 * S11, customers by contribution, as the source's rules say: A all high; B contribution and spend high, potential lower; C
 * some contribution, limited potential; D low. A history that is not known does not stand in the way of A (default), nor
 * does spend without contribution make more than C.
 */
export const contribution: Scheme = {
  id: 'contribution',
  version: 1,
  titles: { en: 'Contribution', 'zh-CN': '客户贡献等级', 'zh-TW': '客戶貢獻等級' },
  tiers: lettered(),
  criteria: [CONTRIBUTION, SPEND, GROWTH_POTENTIAL, COOPERATION_HISTORY],
  derived: [
    sizeLevel('contributionLevel', 'contribution', {
      en: 'Level of contribution',
      'zh-CN': '贡献水平',
      'zh-TW': '貢獻水準',
    }),
    sizeLevel('spendLevel', 'salesAmount', { en: 'Level of spend', 'zh-CN': '消费水平', 'zh-TW': '消費水準' }),
    sizeLevel('potentialLevel', 'growthPotential', {
      en: 'Level of potential',
      'zh-CN': '潜力水平',
      'zh-TW': '潛力水準',
    }),
    {
      id: 'historyLevel',
      titles: { en: 'Level of history', 'zh-CN': '合作深度', 'zh-TW': '合作深度' },
      labels: [...LABELS, { id: 'unknown', titles: { en: 'not known', 'zh-CN': '未知', 'zh-TW': '未知' } }],
      method: {
        kind: 'bands',
        by: ['cooperationHistory'],
        bands: [{ from: 36, outcome: 'high' }, { from: 12, outcome: 'medium' }, { outcome: 'low' }],
        levels: LEVELS,
        answers: { yes: 'high', no: 'low' },
        missing: 'unknown',
      },
    },
  ],
  method: {
    kind: 'decision-table',
    hitPolicy: 'first',
    rules: [
      {
        when: {
          contributionLevel: { is: ['high'] },
          spendLevel: { is: ['high'] },
          potentialLevel: { is: ['high'] },
          historyLevel: { is: ['high', 'unknown'] },
        },
        outcome: 'A',
      },
      { when: { contributionLevel: { is: ['high'] }, spendLevel: { is: ['high'] } }, outcome: 'B' },
      { when: { contributionLevel: { is: ['high', 'medium'] } }, outcome: 'C' },
      { when: { spendLevel: { is: ['high', 'medium'] } }, outcome: 'C' },
    ],
    otherwise: 'D',
  },
  stability: CUSTOMER_STABILITY,
};
