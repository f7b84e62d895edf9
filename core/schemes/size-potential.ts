import type { Scheme } from '../grading/scheme.ts';
import { BUSINESS_VOLUME, GROWTH_POTENTIAL, SALES_AMOUNT } from './common-criteria.ts';
import {
  COLOURS,
  CUSTOMER_STABILITY,
  GOOD_PLAYBOOK,
  KEY_PLAYBOOK,
  SMALL_PLAYBOOK,
  USUAL_PLAYBOOK,
} from './customer-playbooks.ts';

/**
 * S10, size against potential: large, medium and small customers by business volume (sales where a table lacks it), key,
 * potential and general ones by growth. The cells, and a fifth and a half as the sizes' ends, are ours (default).
 */
export const sizePotential: Scheme = {
  id: 'size-potential',
  version: 1,
  titles: { en: 'Size and potential', 'zh-CN': '规模与潜力', 'zh-TW': '規模與潛力' },
  tiers: [
    {
      id: 'key-account',
      titles: { en: 'Key account', 'zh-CN': '关键客户', 'zh-TW': '關鍵客戶' },
      colour: COLOURS[0],
      playbook: KEY_PLAYBOOK,
    },
    {
      id: 'growth-account',
      titles: { en: 'Growth account', 'zh-CN': '成长客户', 'zh-TW': '成長客戶' },
      colour: COLOURS[1],
      playbook: {
        ...GOOD_PLAYBOOK,
        policy: {
          en: 'Help it grow: advice, introductions and offers that fit its plans, and regular talks about what it will need.',
          'zh-CN': '帮助其成长：提供符合其规划的建议、引荐和方案，定期沟通未来需求。',
          'zh-TW': '協助其成長：提供符合其規劃的建議、引薦和方案，定期溝通未來需求。',
        },
      },
    },
    {
      id: 'maintain',
      titles: { en: 'Maintain', 'zh-CN': '维持', 'zh-TW': '維持' },
      colour: COLOURS[2],
      playbook: USUAL_PLAYBOOK,
    },
    {
      id: 'minimise',
      titles: { en: 'Minimise', 'zh-CN': '精简', 'zh-TW': '精簡' },
      colour: COLOURS[3],
      playbook: {
        ...SMALL_PLAYBOOK,
        policy: {
          en: 'Serve it online and by e-mail at little effort, and help it grow where a small push may do.',
          'zh-CN': '以线上和邮件为主，控制投入；稍加扶持就能成长的，帮助其成长。',
          'zh-TW': '以線上和郵件為主，控制投入；稍加扶持就能成長的，協助其成長。',
        },
      },
    },
  ],
  criteria: [BUSINESS_VOLUME, SALES_AMOUNT, GROWTH_POTENTIAL],
  derived: [
    {
      id: 'sizeClass',
      titles: { en: 'Size', 'zh-CN': '规模', 'zh-TW': '規模' },
      labels: [
        { id: 'large', titles: { en: 'large', 'zh-CN': '大型', 'zh-TW': '大型' } },
        { id: 'medium', titles: { en: 'medium', 'zh-CN': '中型', 'zh-TW': '中型' } },
        { id: 'small', titles: { en: 'small', 'zh-CN': '小型', 'zh-TW': '小型' } },
      ],
      method: {
        kind: 'bands',
        by: ['businessVolume', 'salesAmount'],
        bands: [
          { top: 0.2, from: 0.01, outcome: 'large' },
          { top: 0.5, from: 0.01, outcome: 'medium' },
          { outcome: 'small' },
        ],
        levels: { high: 'large', medium: 'medium', low: 'small', none: 'small' },
      },
    },
    {
      id: 'potentialClass',
      titles: { en: 'Potential', 'zh-CN': '潜力', 'zh-TW': '潛力' },
      labels: [
        { id: 'key', titles: { en: 'key', 'zh-CN': '重点', 'zh-TW': '重點' } },
        { id: 'potential', titles: { en: 'potential', 'zh-CN': '潜力', 'zh-TW': '潛力' } },
        { id: 'general', titles: { en: 'general', 'zh-CN': '一般', 'zh-TW': '一般' } },
      ],
      method: {
        kind: 'bands',
        by: ['growthPotential'],
        bands: [
          { top: 0.2, from: 0.0001, outcome: 'key' },
          { top: 0.5, from: 0.0001, outcome: 'potential' },
          { outcome: 'general' },
        ],
        levels: { high: 'key', medium: 'potential', low: 'general', none: 'general' },
        answers: { yes: 'key', no: 'general' },
      },
    },
  ],
  method: {
    kind: 'matrix',
    rows: 'sizeClass',
    columns: 'potentialClass',
    cells: {
      large: { key: 'key-account', potential: 'key-account', general: 'maintain' },
      medium: { key: 'growth-account', potential: 'growth-account', general: 'maintain' },
      small: { key: 'growth-account', potential: 'maintain', general: 'minimise' },
    },
  },
  stability: CUSTOMER_STABILITY,
};
