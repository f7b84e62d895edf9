import { normaliseName } from '../../core/customer-name.ts';
import { mixedNumbersText, renamedRowText } from '../../core/text/connected-sheet-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { ReadRow } from '../store/connected-sheet-rows.ts';
import type { MatchedRows } from './match-sheet-rows.ts';
import { recordFields, storableRecord } from './record-fields.ts';

/**
 * What of a sheet was taken by the rules and may be meant otherwise, as sentences: a number that stands beside another customer's name
 * now, and a new name beside the very cells of a customer who has gone from the sheet.
 */
export function doubtfulRows(rows: MatchedRows, language: Language): string[] {
  return [...mixedNumbers(rows, language), ...renamed(rows, language)];
}

function mixedNumbers({ matched, vanished }: MatchedRows, language: Language): string[] {
  const read = [...matched.flatMap(({ base }) => base ?? []), ...vanished.map(({ row }) => row)];
  const byName = Map.groupBy(read, ({ name }) => name);
  return matched.flatMap(({ base, by, customer, namedId, record }) => {
    const { key, name, names } = recordFields(record);
    if (by !== 'key' || base === undefined || base.key === null || names.normal === base.name) return [];
    if (key === undefined || name === undefined) return [];
    const isAnothers = byName.get(names.normal)?.some(({ customerId }) => customerId !== namedId) === true;
    // who gets a name back had it before
    const hadIt = [customer.name, ...customer.aliases].some((one) => normaliseName(one) === names.normal);
    if (!isAnothers || hadIt) return [];
    return [mixedNumbersText({ row: record.row, key, was: customer.name, name }, language)];
  });
}

/** Fewer cells are alike by chance. */
const FEWEST_CELLS = 2;

function renamed({ open, vanished }: MatchedRows, language: Language): string[] {
  const gone = Map.groupBy(
    vanished.filter(({ row }) => row.vanishedAt === null),
    ({ row }) => cellsOf(row.read),
  );
  if (gone.size === 0) return [];
  const come = Map.groupBy(open, (record) => cellsOf(storableRecord(record)));
  return [...come].flatMap(([cells, [record, ...others]]) => {
    const [one, ...more] = cells === null ? [] : (gone.get(cells) ?? []);
    const name = record === undefined ? undefined : recordFields(record).name;
    if (record === undefined || one === undefined || name === undefined || others.length + more.length > 0) return [];
    return [renamedRowText({ row: record.row, name, was: one.customer.name }, language)];
  });
}

/** A row's cells, whoever it is; null when too few are filled to tell it by. */
function cellsOf({ values, doubts = {}, extra }: ReadRow): string | null {
  const { name: _, key: __, aliases: ___, ...others } = values;
  const cells = [...Object.entries(others), ...Object.entries(doubts), ...Object.entries(extra)];
  if (cells.length < FEWEST_CELLS) return null;
  return JSON.stringify(cells.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
