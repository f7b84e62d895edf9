/** How many customers the sheet holds. */
export const CUSTOMERS = 100_000;

/** The sheet's cells, its row of headings first. */
export function customerRows(): (string | number)[][] {
  const headings = ['Customer no.', 'Customer', 'Region', 'Industry', 'Sales', 'Payment collection', 'Complaints'];
  headings.push('Last contact', 'Phone', 'Contact', 'Order stability', 'Note');
  const rows: (string | number)[][] = [headings];
  for (let row = 1; row <= CUSTOMERS; row += 1) {
    const figures = [(row * 7919) % 1_000_000, (row % 100) / 100, row % 4, 45_000 + (row % 900)];
    const texts = [`'+86 138 ${row}`, `Person ${row}`, 'high', `Note ${row % 1000}`];
    rows.push([`C-${row}`, `Customer ${row} Ltd`, 'East', 'Steel', ...figures, ...texts]);
  }
  return rows;
}
