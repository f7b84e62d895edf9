import { CUSTOMER_STAGE } from '../customer-stage.ts';
import type { Labelled, SegmentScheme, Titles } from '../grading/scheme.ts';
import type { BandsMethod } from '../grading/scheme-methods.ts';
import { LAST_PURCHASE } from './common-criteria.ts';
import { COOPERATION_LABELS, LIFECYCLE_LABELS, RFM_LABELS } from './lifecycle-labels.ts';

/** Months without a purchase after which a customer sleeps, and after which it is lost (default). */
const DORMANT_AFTER = 6;
const LOST_AFTER = 18;
/** Months for which a customer is new, and from which cooperation is long-term (default). */
const NEW_UNTIL = 3;
const LONG_TERM_FROM = 36;

/** How long a customer has been one, in words that rules can tell apart. */
const TENURE: Pick<BandsMethod, 'kind' | 'bands' | 'missing'> = {
  kind: 'bands',
  bands: [{ from: LONG_TERM_FROM, outcome: 'long' }, { from: NEW_UNTIL, outcome: 'settled' }, { outcome: 'new' }],
  missing: 'unknown',
};

/** Whether a customer has come back, in words that rules can tell apart. */
const COMING_BACK: Pick<BandsMethod, 'kind' | 'bands' | 'missing'> = {
  kind: 'bands',
  bands: [{ from: 2, outcome: 'again' }, { from: 1, outcome: 'once' }, { outcome: 'never' }],
  missing: 'unknown',
};

const TENURES = ['long', 'settled', 'new', 'unknown'];
const RETURNS = ['again', 'once', 'never', 'unknown'];
const WORDS: Readonly<Record<string, Titles>> = {
  prospect: { en: 'prospect', 'zh-CN': '潜在客户', 'zh-TW': '潛在客戶' },
  customer: { en: 'customer', 'zh-CN': '客户', 'zh-TW': '客戶' },
  active: { en: 'buys', 'zh-CN': '有购买', 'zh-TW': '有購買' },
  dormant: { en: 'sleeps', 'zh-CN': '沉睡', 'zh-TW': '沉睡' },
  lost: { en: 'long gone', 'zh-CN': '久未购买', 'zh-TW': '久未購買' },
  long: { en: 'long', 'zh-CN': '长期', 'zh-TW': '長期' },
  settled: { en: 'some time', 'zh-CN': '一段时间', 'zh-TW': '一段時間' },
  new: { en: 'new', 'zh-CN': '新', 'zh-TW': '新' },
  again: { en: 'bought again', 'zh-CN': '再次购买', 'zh-TW': '再次購買' },
  once: { en: 'bought once', 'zh-CN': '购买一次', 'zh-TW': '購買一次' },
  never: { en: 'bought nothing', 'zh-CN': '没有购买', 'zh-TW': '沒有購買' },
  unknown: { en: 'not known', 'zh-CN': '未知', 'zh-TW': '未知' },
};

/**
 * S20, where a customer stands in its life with us, the RFM measures behind it, and how long it has been with us. All
 * thresholds are ours (default).
 *
 * Recency is the last purchase, frequency the orders and monetary the sales of the last 12 months, which come from
 * imported purchases or stand in the customers' own table. Each is scored 5 to 1 by fifths of all customers; equal values get
 * equal scores, the better one (`ties`). Whoever has slept for 6 months is no better than R2, whoever is lost no
 * better than R1, and whoever bought nothing in 12 months has F1 and M1, however few do better. Worth is the mean of
 * frequency and monetary, halves rounded up; recency and worth give the RFM label.
 *
 * A customer new by its years of cooperation, else by its first purchase on record, is new unless it sleeps already. One that
 * bought twice, in the last 12 months or ever, is a repeat customer.
 */
export const lifecycle: SegmentScheme = {
  id: 'lifecycle',
  version: 1,
  titles: { en: 'Lifecycle and RFM', 'zh-CN': '生命周期与 RFM', 'zh-TW': '生命週期與 RFM' },
  criteria: [
    {
      id: CUSTOMER_STAGE,
      type: 'text',
      titles: { en: 'Customer or prospect', 'zh-CN': '客户或潜在客户', 'zh-TW': '客戶或潛在客戶' },
    },
    LAST_PURCHASE,
    {
      id: 'orders',
      type: 'count',
      titles: { en: 'Orders in 12 months', 'zh-CN': '近12个月订单数', 'zh-TW': '近12個月訂單數' },
    },
    {
      id: 'salesAmount',
      type: 'money',
      // refunds may have exceeded what was bought
      range: {},
      titles: { en: 'Sales in 12 months', 'zh-CN': '近12个月销售额', 'zh-TW': '近12個月銷售額' },
    },
    {
      id: 'yearsOfCooperation',
      type: 'months',
      unit: 'year',
      titles: { en: 'Years of cooperation', 'zh-CN': '合作年限', 'zh-TW': '合作年限' },
    },
    {
      id: 'firstPurchase',
      type: 'date',
      titles: { en: 'First purchase', 'zh-CN': '首次购买', 'zh-TW': '首次購買' },
    },
    { id: 'ordersInAll', type: 'count', titles: { en: 'Orders in all', 'zh-CN': '累计订单数', 'zh-TW': '累計訂單數' } },
  ],
  derived: [
    scored(
      'recency',
      'R',
      { en: 'Recency', 'zh-CN': '最近购买时间', 'zh-TW': '最近購買時間' },
      {
        by: ['lastPurchase'],
        bounds: [{ upTo: DORMANT_AFTER }, { upTo: DORMANT_AFTER }, { upTo: DORMANT_AFTER }, { upTo: LOST_AFTER }],
      },
    ),
    scored(
      'frequency',
      'F',
      { en: 'Frequency', 'zh-CN': '购买频率', 'zh-TW': '購買頻率' },
      {
        by: ['orders'],
        bounds: [{ from: 1 }, { from: 1 }, { from: 1 }, { from: 1 }],
      },
    ),
    scored(
      'monetary',
      'M',
      { en: 'Monetary', 'zh-CN': '购买金额', 'zh-TW': '購買金額' },
      {
        by: ['salesAmount'],
        bounds: [{ from: 0.01 }, { from: 0.01 }, { from: 0.01 }, { from: 0.01 }],
      },
    ),
    {
      id: 'worth',
      titles: { en: 'Worth', 'zh-CN': '价值', 'zh-TW': '價值' },
      labels: scoreLabels('W'),
      method: {
        kind: 'matrix',
        rows: 'frequency',
        columns: 'monetary',
        cells: {
          F5: { M5: 'W5', M4: 'W5', M3: 'W4', M2: 'W4', M1: 'W3' },
          F4: { M5: 'W5', M4: 'W4', M3: 'W4', M2: 'W3', M1: 'W3' },
          F3: { M5: 'W4', M4: 'W4', M3: 'W3', M2: 'W3', M1: 'W2' },
          F2: { M5: 'W4', M4: 'W3', M3: 'W3', M2: 'W2', M1: 'W2' },
          F1: { M5: 'W3', M4: 'W3', M3: 'W2', M2: 'W2', M1: 'W1' },
        },
      },
    },
    worded('kind', { en: 'Prospect or customer', 'zh-CN': '客户类型', 'zh-TW': '客戶類型' }, ['prospect', 'customer'], {
      kind: 'bands',
      by: [CUSTOMER_STAGE],
      labels: { prospect: 'prospect', customer: 'customer' },
      missing: 'customer',
    }),
    worded(
      'silence',
      { en: 'Since the last purchase', 'zh-CN': '距最近购买', 'zh-TW': '距最近購買' },
      ['active', 'dormant', 'lost', 'unknown'],
      {
        kind: 'bands',
        by: ['lastPurchase'],
        bands: [
          { upTo: DORMANT_AFTER, outcome: 'active' },
          { upTo: LOST_AFTER, outcome: 'dormant' },
          { outcome: 'lost' },
        ],
        missing: 'unknown',
      },
    ),
    worded('tenure', { en: 'Cooperation so far', 'zh-CN': '合作时长', 'zh-TW': '合作時間' }, TENURES, {
      ...TENURE,
      by: ['yearsOfCooperation'],
    }),
    worded('tenureBought', { en: 'Since the first purchase', 'zh-CN': '距首次购买', 'zh-TW': '距首次購買' }, TENURES, {
      ...TENURE,
      by: ['firstPurchase'],
    }),
    worded(
      'comingBack',
      { en: 'Bought again in 12 months', 'zh-CN': '近12个月复购', 'zh-TW': '近12個月回購' },
      RETURNS,
      {
        ...COMING_BACK,
        by: ['orders'],
      },
    ),
    worded('comingBackEver', { en: 'Ever bought again', 'zh-CN': '是否复购过', 'zh-TW': '是否回購過' }, RETURNS, {
      ...COMING_BACK,
      by: ['ordersInAll'],
    }),
  ],
  segments: [
    {
      id: 'lifecycle',
      titles: { en: 'Lifecycle', 'zh-CN': '生命周期', 'zh-TW': '生命週期' },
      labels: LIFECYCLE_LABELS,
      method: {
        kind: 'decision-table',
        hitPolicy: 'first',
        rules: [
          { when: { kind: { is: ['prospect'] } }, outcome: 'prospect' },
          { when: { silence: { is: ['lost'] } }, outcome: 'lost' },
          { when: { silence: { is: ['dormant'] } }, outcome: 'dormant' },
          { when: { tenure: { is: ['new'] } }, outcome: 'new' },
          { when: { tenure: { is: ['unknown'] }, tenureBought: { is: ['new'] } }, outcome: 'new' },
          { when: { comingBackEver: { is: ['again'] } }, outcome: 'repeat' },
          { when: { comingBack: { is: ['again'] } }, outcome: 'repeat' },
          { when: { silence: { is: ['active'] } }, outcome: 'existing' },
          // a table that counts orders without saying when the last one was
          { when: { comingBack: { is: ['once'] } }, outcome: 'existing' },
          { when: { comingBack: { is: ['never'] } }, outcome: 'dormant' },
        ],
      },
    },
    {
      id: 'rfm',
      titles: { en: 'RFM', 'zh-CN': 'RFM', 'zh-TW': 'RFM' },
      labels: RFM_LABELS,
      method: {
        kind: 'matrix',
        rows: 'recency',
        columns: 'worth',
        cells: {
          R5: { W5: 'champion', W4: 'champion', W3: 'potential-loyalist', W2: 'potential-loyalist', W1: 'new-buyer' },
          R4: { W5: 'champion', W4: 'loyal', W3: 'potential-loyalist', W2: 'promising', W1: 'promising' },
          R3: { W5: 'loyal', W4: 'loyal', W3: 'needs-attention', W2: 'about-to-sleep', W1: 'about-to-sleep' },
          R2: { W5: 'at-risk', W4: 'at-risk', W3: 'at-risk', W2: 'hibernating', W1: 'hibernating' },
          R1: { W5: 'cannot-lose', W4: 'cannot-lose', W3: 'at-risk', W2: 'hibernating', W1: 'lost' },
        },
      },
      details: ['recency', 'frequency', 'monetary'],
    },
    {
      id: 'cooperation',
      titles: { en: 'Cooperation', 'zh-CN': '合作', 'zh-TW': '合作' },
      labels: COOPERATION_LABELS,
      method: {
        kind: 'decision-table',
        hitPolicy: 'first',
        rules: [
          { when: { kind: { is: ['customer'] }, tenure: { is: ['long'] } }, outcome: 'long-term' },
          { when: { kind: { is: ['customer'] }, tenure: { is: ['settled', 'new'] } }, outcome: 'short-term' },
          { when: { kind: { is: ['customer'] }, tenureBought: { is: ['long'] } }, outcome: 'long-term' },
          { when: { kind: { is: ['customer'] }, tenureBought: { is: ['settled', 'new'] } }, outcome: 'short-term' },
        ],
      },
    },
  ],
};

/** A measure in fifths of all customers, 5 best; `bounds` are the least or the most that 5, 4, 3 and 2 take all the same. */
function scored(
  id: string,
  letter: string,
  titles: Titles,
  {
    by,
    bounds,
  }: { readonly by: string[]; readonly bounds: readonly { readonly from?: number; readonly upTo?: number }[] },
): Labelled {
  const shares = scoreLabels(letter).map((label, index) => ({ outcome: label.id, share: 0.2, ...bounds[index] }));
  return { id, titles, labels: scoreLabels(letter), method: { kind: 'quantiles', by, shares, ties: 'better' } };
}

/** R5, R4, … R1: the same in every language. */
function scoreLabels(letter: string): Labelled['labels'] {
  return [5, 4, 3, 2, 1].map((score) => {
    const id = `${letter}${score}`;
    return { id, titles: { en: id, 'zh-CN': id, 'zh-TW': id } };
  });
}

/** A value put into words that only the rules read. */
function worded(id: string, titles: Titles, words: readonly string[], method: BandsMethod): Labelled {
  const labels = words.map((word) => ({ id: word, titles: WORDS[word] ?? { en: word } }));
  return { id, titles, labels, method };
}
