import type { Scheme } from '../grading/scheme.ts';
import { PROFIT, SALES_AMOUNT } from './common-criteria.ts';
import {
  COLOURS,
  CUSTOMER_STABILITY,
  GOOD_PLAYBOOK,
  KEY_PLAYBOOK,
  SMALL_PLAYBOOK,
  USUAL_PLAYBOOK,
} from './customer-playbooks.ts';

/**
 * S9, the pyramid of customers by profit, else by sales: the most important 1 %, the next 19 %, 30 % and 50 %. The first
 * two are the key customers, a fifth of all; the receipt says what share of the whole each tier really brings. Whoever
 * brings nothing is small, however few the others are (default).
 */
export const valuePyramid: Scheme = {
  id: 'value-pyramid',
  version: 1,
  titles: { en: 'Value pyramid', 'zh-CN': '客户价值金字塔', 'zh-TW': '客戶價值金字塔' },
  tiers: [
    {
      id: 'important',
      titles: { en: 'Important', 'zh-CN': '重要客户', 'zh-TW': '重要客戶' },
      colour: COLOURS[0],
      playbook: KEY_PLAYBOOK,
    },
    {
      id: 'secondary',
      titles: { en: 'Secondary', 'zh-CN': '次要客户', 'zh-TW': '次要客戶' },
      colour: COLOURS[1],
      playbook: GOOD_PLAYBOOK,
    },
    {
      id: 'ordinary',
      titles: { en: 'Ordinary', 'zh-CN': '普通客户', 'zh-TW': '普通客戶' },
      colour: COLOURS[2],
      playbook: USUAL_PLAYBOOK,
    },
    {
      id: 'small',
      titles: { en: 'Small', 'zh-CN': '小客户', 'zh-TW': '小客戶' },
      colour: COLOURS[3],
      playbook: SMALL_PLAYBOOK,
    },
  ],
  criteria: [PROFIT, SALES_AMOUNT],
  method: {
    kind: 'quantiles',
    by: ['profit', 'salesAmount'],
    shares: [
      { outcome: 'important', share: 0.01, from: 0.01 },
      { outcome: 'secondary', share: 0.19, from: 0.01 },
      { outcome: 'ordinary', share: 0.3, from: 0.01 },
      { outcome: 'small', share: 0.5 },
    ],
    ties: 'better',
  },
  stability: CUSTOMER_STABILITY,
};
