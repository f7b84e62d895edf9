import { normaliseName } from './customer-name.ts';

/** Which kind of scheme grades a customer: before or after the first deal. */
export type CustomerStage = 'prospect' | 'customer';

/** The fact that says which stage a customer is in; a criterion of this id lets a scheme tell prospects from customers. */
export const CUSTOMER_STAGE = 'customerStage';

/**
 * Reads a stage, status or lifecycle cell (`Lead`, `商机`, `潜在客户`); undefined when the words say neither, so that the
 * caller's default holds.
 */
export function customerStage(text: string): CustomerStage | undefined {
  const words = normaliseName(text);
  if (words === '') return undefined;
  // A lost customer was one; a lost or won deal is a customer's or nobody's. Prospects go by name.
  if (PROSPECT.test(words)) return 'prospect';
  return CUSTOMER.test(words) ? 'customer' : undefined;
}

const PROSPECT =
  /^(target market|target|suspect|prospect(ive)?( customer| client)?s?|(new |open |qualified |unqualified |marketing qualified |sales qualified )?leads?|mql|sql|opportunit(y|ies)|potential( customer| client)?)$|潜在|潛在|线索|線索|商机|商機|意向|目标客户|目標客戶|目标市场|目標市場|未成交|待开发|待開發|准客户|準客戶/;
const CUSTOMER =
  /^(active|existing|current|new|repeat|key|loyal|dormant|inactive|lost|former|churned|won|closed won)?( ?(customer|client|account)s?)?$|客户|客戶|成交|合作|活跃|活躍|流失|沉睡|复购|復購|回購/;
