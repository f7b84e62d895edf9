/** Headings and customers of a small table, each with a tier of its own or nearly so. */
export const HEADINGS = ['客户编号', '客户名称', '销售额', '回款率', '合作年限', '投诉率', '满意度', '最近联系'];
export const CUSTOMERS = [
  ['K1', '甲公司', 1200000, '98%', 8, '0.1%', '95%', '2026-02-01'],
  ['K2', '乙公司', 500000, '80%', 3, '1%', '80%', '2026-01-15'],
  ['K3', '丙公司', 90000, '60%', 1, '4%', '60%', ''],
  ['K4', '丁公司', 'abc', '60%', 1, '4%', '60%', '2026-03-01'],
];
export const TABLE = [HEADINGS, ...CUSTOMERS];
/** The columns of ours that a scheme of tiers without segments fills. */
export const OURS = ['Tier', 'Score', 'Why', 'To next tier', 'Review', 'Next follow-up'];
