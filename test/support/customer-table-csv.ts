import { seededRandom } from './seeded-random.ts';

/** A customer table as CSV text, of the columns and value forms that companies export; the same for the same seed. */
export function customerTableCsv(rows: number, seed: number): string {
  const random = seededRandom(seed);
  const lines = [
    '客户编号,客户名称,业务员,行业,地区,年销售额（万元）,回款率,订单稳定度,合作年限,客户投诉率,满意度,最近联系',
  ];
  for (let row = 1; row <= rows; row += 1) {
    const sales = (Math.exp(4.5 + 2 * random()) * 10).toFixed(1);
    const month = 1 + Math.floor(random() * 10);
    const day = 1 + Math.floor(random() * 28);
    lines.push(
      [
        `C${row}`,
        row % 2 === 0 ? `"Customer ${row}, Ltd"` : `上海第${row}贸易有限公司`,
        `业务员${row % 40}`,
        '贸易',
        row % 3 === 0 ? '上海' : '江苏',
        row % 5 === 0 ? `"￥${sales}"` : sales,
        `${Math.round(60 + random() * 40)}%`,
        `${Math.round(40 + random() * 60)}%`,
        String(1 + Math.floor(random() * 15)),
        `${(random() * 6).toFixed(1)}%`,
        (5 + random() * 5).toFixed(1),
        `2025-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}
