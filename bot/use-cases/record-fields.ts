import type { CalendarDate } from '../../core/calendar-date.ts';
import { type Facts, type FactValue, factDate } from '../../core/customer.ts';
import type { TableRecord } from '../../core/table/reading.ts';
import { withoutApostrophe } from '../../core/text/csv-line.ts';
import type { ReadRow } from '../store/connected-sheet-rows.ts';
import { comparableNames } from '../store/customers.ts';
import { storableText } from '../store/json-column.ts';

/** Whom a table's record names; undefined where the row does not say. */
export interface RecordNames {
  readonly name: string | undefined;
  /** The name as names are compared; empty when there is none. */
  readonly names: { readonly normal: string; readonly short: string };
  readonly key: string | undefined;
}

/** A table's record, sorted into what a customer has; undefined where the row says nothing. */
export interface RecordFields extends RecordNames {
  readonly aliases: readonly string[];
  readonly owner: string | undefined;
  readonly stage: string | undefined;
  readonly industry: string | undefined;
  readonly region: string | undefined;
  readonly givenTier: string | undefined;
  readonly lastContactOn: CalendarDate | undefined;
  readonly nextContactOn: CalendarDate | undefined;
  readonly contactName: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  /** What is left: the facts proper. */
  readonly values: Facts['values'];
  readonly doubts: NonNullable<Facts['doubts']>;
  readonly extra: Readonly<Record<string, string>>;
  /** Fields whose cell was emptied, so that nothing is known any more. */
  readonly emptied: ReadonlySet<string>;
}

/** Facts that have a field of their own in the customer and are not kept twice. */
const OWN_FIELDS = new Set([
  'name',
  'key',
  'aliases',
  'owner',
  'industry',
  'region',
  'givenTier',
  'lastContact',
  'nextContact',
  'contactName',
  'phone',
  'email',
]);

/** Sorts a record, with its text in the form in which the database gives it back, so that comparing finds no change. */
export function recordFields(record: TableRecord): RecordFields {
  const known = sorted.get(record) ?? sortedFields(record);
  sorted.set(record, known);
  return known;
}

/** Each step of an import asks for the fields of each record. */
const sorted = new WeakMap<TableRecord, RecordFields>();

/** The part of {@link recordFields} by which customers are known, for whoever needs no more: a fraction of the work. */
export function recordNames(record: TableRecord): RecordNames {
  const known = sorted.get(record) ?? named.get(record);
  if (known !== undefined) return known;
  const name = fieldText(record, 'name');
  const names = { name, names: comparableNames(name ?? ''), key: fieldText(record, 'key') };
  named.set(record, names);
  return names;
}

const named = new WeakMap<TableRecord, RecordNames>();

function fieldText({ facts }: TableRecord, field: string): string | undefined {
  const value = facts.values[field];
  const plain = value === undefined ? '' : cellText(String(value)).trim();
  return plain === '' ? undefined : plain;
}

function sortedFields(record: TableRecord): RecordFields {
  const { values, doubts } = record.facts;
  const text = (field: string): string | undefined => fieldText(record, field);
  const { name, names, key } = recordNames(record);
  return {
    name,
    names,
    key,
    aliases: (text('aliases') ?? '')
      .split(/[;；,，、|/\n]/)
      .map((alias) => alias.trim())
      .filter(Boolean),
    owner: text('owner'),
    stage: text('stage'),
    industry: text('industry'),
    region: text('region'),
    givenTier: text('givenTier'),
    lastContactOn: factDate(values['lastContact']),
    nextContactOn: factDate(values['nextContact']),
    contactName: text('contactName'),
    phone: text('phone'),
    email: text('email'),
    values: mapEntries(values, (value, field) => (OWN_FIELDS.has(field) ? undefined : storableValue(value))),
    doubts: storableDoubts(doubts ?? {}),
    extra: storableExtra(record.extra),
    emptied: record.emptied ?? NOTHING_EMPTIED,
  };
}

const NOTHING_EMPTIED: ReadonlySet<string> = new Set();

/** What a record says, whatever of it has a field of its own, in the form in which the database gives it back. */
export function storableRecord({ facts, extra }: TableRecord): ReadRow {
  const values = mapEntries(facts.values, storableValue);
  const row: ReadRow = { values, extra: storableExtra(extra) };
  return facts.doubts === undefined ? row : { ...row, doubts: storableDoubts(facts.doubts) };
}

function storableDoubts(doubts: NonNullable<Facts['doubts']>): NonNullable<Facts['doubts']> {
  return mapEntries(doubts, (doubt) => ('text' in doubt ? { ...doubt, text: storableText(doubt.text) } : doubt));
}

function storableExtra(extra: TableRecord['extra']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(extra).map(([heading, cell]) => [storableText(heading), cellText(cell)]));
}

/** Without the apostrophe that our file of rejected rows puts before what a spreadsheet would run. */
function cellText(text: string): string {
  return withoutApostrophe(storableText(text));
}

function storableValue(value: FactValue): FactValue | undefined {
  if (typeof value === 'string') return cellText(value);
  // JSON knows neither a negative zero nor infinity.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined;
  return value;
}

function mapEntries<T, U>(
  object: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U | undefined,
): Record<string, U> {
  const entries: [string, U][] = [];
  for (const [key, value] of Object.entries(object)) {
    const changed = change(value, key);
    if (changed !== undefined) entries.push([key, changed]);
  }
  return Object.fromEntries(entries);
}
