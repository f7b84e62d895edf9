import type { Criterion } from '../grading/scheme.ts';

/**
 * Criteria that several schemes share. Their types are those in which most tables have them; where a column has levels or
 * answers instead, the methods take these too.
 */
export const SALES_AMOUNT: Criterion = {
  id: 'salesAmount',
  type: 'money',
  titles: { en: 'Sales amount', 'zh-CN': '销售额', 'zh-TW': '銷售額' },
};

export const SPEND: Criterion = {
  id: 'salesAmount',
  type: 'money',
  titles: { en: 'Spend', 'zh-CN': '消费金额', 'zh-TW': '消費金額' },
};

export const PROFIT: Criterion = {
  id: 'profit',
  type: 'money',
  range: {},
  titles: { en: 'Profit', 'zh-CN': '利润', 'zh-TW': '利潤' },
};

export const ORDERS: Criterion = {
  id: 'orders',
  type: 'count',
  titles: { en: 'Purchase frequency', 'zh-CN': '购买频率', 'zh-TW': '購買頻率' },
};

export const LAST_PURCHASE: Criterion = {
  id: 'lastPurchase',
  type: 'date',
  direction: 'lower-is-better',
  titles: { en: 'Last purchase', 'zh-CN': '最近购买', 'zh-TW': '最近購買' },
};

export const COMPLAINTS: Criterion = {
  id: 'complaints',
  type: 'count',
  direction: 'lower-is-better',
  titles: { en: 'Complaints on record', 'zh-CN': '投诉记录', 'zh-TW': '客訴紀錄' },
};

export const OVERDUE_AMOUNT: Criterion = {
  id: 'overdueAmount',
  type: 'money',
  direction: 'lower-is-better',
  titles: { en: 'Overdue amount', 'zh-CN': '欠缴款项', 'zh-TW': '欠繳款項' },
};

export const CONTRIBUTION: Criterion = {
  id: 'contribution',
  type: 'percent',
  range: {},
  titles: { en: 'Contribution', 'zh-CN': '贡献度', 'zh-TW': '貢獻度' },
};

export const GROWTH_POTENTIAL: Criterion = {
  id: 'growthPotential',
  type: 'percent',
  range: {},
  titles: { en: 'Growth potential', 'zh-CN': '发展潜力', 'zh-TW': '發展潛力' },
};

export const BUSINESS_VOLUME: Criterion = {
  id: 'businessVolume',
  type: 'money',
  titles: { en: 'Business volume', 'zh-CN': '业务规模', 'zh-TW': '業務規模' },
};

export const LOYALTY: Criterion = {
  id: 'loyalty',
  type: 'percent',
  titles: { en: 'Loyalty', 'zh-CN': '忠诚度', 'zh-TW': '忠誠度' },
};

export const WORD_OF_MOUTH: Criterion = {
  id: 'wordOfMouth',
  type: 'number',
  range: { from: 0 },
  titles: { en: 'Word of mouth', 'zh-CN': '口碑', 'zh-TW': '口碑' },
};

export const COOPERATION_HISTORY: Criterion = {
  id: 'cooperationHistory',
  type: 'months',
  unit: 'year',
  titles: { en: 'Cooperation history', 'zh-CN': '合作历史', 'zh-TW': '合作歷史' },
};

export const TRANSACTION_FREQUENCY: Criterion = {
  id: 'transactionFrequency',
  type: 'number',
  range: { from: 0 },
  titles: { en: 'Transaction frequency', 'zh-CN': '交易频率', 'zh-TW': '交易頻率' },
};
