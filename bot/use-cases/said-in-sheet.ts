import type { OwnValue } from '../../core/sheets/cell-text.ts';
import { fingerprintOf } from '../../core/sheets/fingerprint.ts';
import type { OwnKey } from '../../core/sheets/own-columns.ts';
import type { SaidOfRow, ToldOfRow } from '../../core/sheets/plan-push.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import { pushedColumns } from '../../core/text/sheets-push-text.ts';
import ownPackage from '../../package.json' with { type: 'json' };
import { signBasis } from '../store/book-sign.ts';
import type { ConnectedSheet } from '../store/connected-sheets.ts';
import { findToldById } from '../store/customer-names.ts';
import { CELLS_PRINT_LENGTH, findSaidSigns, saveSaidSigns } from '../store/said-in-sheets.ts';
import { dayOfSheet } from './connected-tab.ts';
import type { UseCaseContext } from './context.ts';
import { eachInTurns } from './in-turns.ts';
import { digest } from './look-at-tab.ts';
import type { PushReading } from './push-reading.ts';
import { saidOfCustomers, saidOfRemoved } from './said-of-customers.ts';
import { daysNow } from './settled-way.ts';
import { removedCustomer } from './sheet-pull-report.ts';

/**
 * What Tierbook says in each row of a sheet, by record. Of a customer it is put down by what it was said and which cells it made; while
 * nothing of the former has changed and the sheet has the latter, the row shows it, and nothing of the customer is read.
 *
 * @param isWhole whether all is put into words nevertheless
 */
export async function saidInSheet(
  context: UseCaseContext,
  { id: sheetId, language }: Pick<ConnectedSheet, 'id' | 'language'>,
  reading: PushReading,
  { isWhole }: { readonly isWhole: boolean },
): Promise<ToldOfRow[]> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const { customers, records, removed, description } = reading;
  const keys = pushedColumns(language).map(({ key }) => key);
  const ids = [...new Set(customers.flatMap((customer) => customer?.id ?? []))];
  // before anything is read: what changes after this has another sign next time
  const signs = await findSaidSigns(db, workspaceId, sheetId, ids, await basisOf(context, language));
  const said: ToldOfRow[] = [];
  const asked = new Set<string>();
  const printOf = cellsReader(reading, keys);
  await eachInTurns(customers, (customer, index) => {
    const row = records[index]?.row ?? 0;
    const gone = removed.get(row);
    const known = customer === null || isWhole ? undefined : signs.get(customer.id)?.cells;
    if (customer === null && gone !== undefined)
      said.push(saidOfRemoved(removedCustomer(gone, description).removedOn, language));
    else if (known !== undefined && known === printOf(row - 1)) said.push('shown');
    else {
      said.push(null);
      if (customer !== null) asked.add(customer.id);
    }
  });
  const told = await wordsOf(context, [...asked], language);
  for (const [index, customer] of customers.entries())
    if (customer !== null && said[index] === null) said[index] = told.get(customer.id) ?? null;
  const fresh: { customerId: string; sign: string; cells: string }[] = [];
  await eachInTurns(told, ([customerId, words]) => {
    const known = signs.get(customerId);
    const cells = print(keys.map((key) => markOfValue(words.get(key))));
    if (known !== undefined && known.cells !== cells) fresh.push({ customerId, sign: known.sign, cells });
  });
  await saveSaidSigns(db, workspaceId, sheetId, fresh);
  return said;
}

async function wordsOf(
  context: UseCaseContext,
  ids: readonly string[],
  language: ConnectedSheet['language'],
): Promise<Map<string, SaidOfRow>> {
  const customers = await findToldById(context.db, context.actor.workspaceId, ids);
  return saidOfCustomers(context, [...customers.values()], language);
}

/** Names what is said of everybody goes by beside what is on file of each: how, by which schemes and calendars, and the day that it is. */
async function basisOf({ db, actor, clock }: UseCaseContext, language: ConnectedSheet['language']): Promise<string> {
  const { rows, timeZones } = await signBasis(db, actor.workspaceId);
  const days = daysNow(timeZones, clock.now());
  // another release may say the same in other words
  return digest([JSON.stringify([ownPackage.version, language, pushedColumns(language), rows, days])]);
}

/** The print of what our cells in a row hold. */
function cellsReader({ owners, found, values }: PushReading, keys: readonly OwnKey[]): (row: number) => string {
  const places = keys.map((key) => owners.get(found)?.columns.get(key));
  return (row) => print(places.map((place) => markOfCell(place === undefined ? '' : values[row]?.[place])));
}

function print(marks: readonly string[]): string {
  return fingerprintOf(marks, CELLS_PRINT_LENGTH);
}

/** Equal for a cell and a value only if the cell shows the value. */
function markOfCell(cell: SheetValue | undefined): string {
  if (cell === undefined || typeof cell === 'string') return cell ?? '';
  return cell instanceof Date ? `${SIGN}${dayOfSheet(cell)}` : `${SIGN}${typeof cell} ${cell}`;
}

function markOfValue(value: OwnValue | undefined): string {
  if (value === undefined) return `${SIGN}any`;
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? `${SIGN}${value.date}` : `${SIGN}${typeof value} ${value}`;
}

/** No text of ours begins with it. */
const SIGN = '\u0002';
