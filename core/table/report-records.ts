import type { FactValue } from '../customer.ts';
import { normaliseName } from '../customer-name.ts';
import type { Header } from './find-header.ts';
import type { TableProblem, TableRecord } from './reading.ts';
import { cellText } from './word-columns.ts';

/** Reports customers that stand twice, by their number, else by their name; both rows are kept. */
export function reportDuplicates(records: readonly TableRecord[], problems: TableProblem[]): void {
  const rowByKey = new Map<FactValue, number>();
  const placeByName = new Map<string, number>();
  for (const [place, { row, facts }] of records.entries()) {
    const { key, name } = facts.values;
    const sameKey = key === undefined ? undefined : rowByKey.get(key);
    if (sameKey !== undefined)
      problems.push({ code: 'duplicate-key', severity: 'problem', row, firstRow: sameKey, key: String(key) });
    else if (key !== undefined) rowByKey.set(key, row);
    if (typeof name !== 'string') continue;
    const same = normaliseName(name);
    const before = placeByName.get(same);
    const first = before === undefined ? undefined : records[before];
    if (first === undefined) placeByName.set(same, place);
    else if (sameKey === undefined) {
      const told = { code: 'duplicate-name', severity: 'problem', row, firstRow: first.row, name } as const;
      const hasOtherKey = key !== undefined && first.facts.values.key !== undefined;
      problems.push(hasOtherKey ? { ...told, hasOtherKey } : told);
    }
  }
}

/** Reports records with values beyond the last heading; where most have some, it is a column without a heading and no slip. */
export function reportBeyondHeadings(records: readonly TableRecord[], header: Header, problems: TableProblem[]): void {
  const width = header.headings.reduce((last, heading, column) => (heading === '' ? last : column + 1), 0);
  const beyond = records.filter(({ cells }) => {
    for (let column = width; column < cells.length; column++) if (cellText(cells[column]) !== '') return true;
    return false;
  });
  if (beyond.length * 2 > records.length) return;
  for (const { row } of beyond) problems.push({ code: 'beyond-headings', severity: 'problem', row });
}
