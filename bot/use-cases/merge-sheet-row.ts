import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FactValue } from '../../core/customer.ts';
import { CUSTOMER_STAGE, customerStage } from '../../core/customer-stage.ts';
import { type CellFact, extraField, mergeRow, type RowFacts } from '../../core/sheets/merge-row.ts';
import type { TableRecord } from '../../core/table/reading.ts';
import type { ReadRow } from '../store/connected-sheet-rows.ts';
import type { ContactPerson } from '../store/contact-people.ts';
import type { Customer } from '../store/customers.ts';
import { isSamePerson } from './import-table.ts';
import type { MatchedRow } from './match-sheet-rows.ts';
import { storableRecord } from './record-fields.ts';

/** What merging rows needs to know beside them. */
export interface MergeSetting {
  /** Whether the sheet has a column for a field, or for an `extraField`. */
  readonly hasColumn: (field: string) => boolean;
  /** Whether the day of last contact of a row (from 1) has not come yet, so that it was left out. */
  readonly isAhead: (row: number) => boolean;
  /** Who an owner cell means; null when nobody we know. */
  readonly ownerId: (text: string) => string | null;
  /** Whether an owner cell means somebody who has left. */
  readonly hasLeft: (text: string) => boolean;
  /** The last contact with a customer that somebody logged. */
  readonly lastLoggedOn: (customerId: string) => CalendarDate | undefined;
  readonly people: (customerId: string) => readonly ContactPerson[];
}

/** A field in which the sheet and Tierbook differ. */
export interface FieldDifference {
  /** As `mergeRow` names it. */
  readonly field: string;
  /** Null: nothing. */
  readonly sheet: FactValue | null;
  readonly tierbook: FactValue | null;
}

/** What becomes of one row. */
export interface MergedSheetRow {
  /** What an import is to take of the row; null: nothing is new. */
  readonly record: TableRecord | null;
  /** Both sides have changed: what Tierbook had is replaced. */
  readonly conflicts: readonly FieldDifference[];
  /** Tierbook alone has changed, or knows better: what it has stays. */
  readonly kept: readonly FieldDifference[];
  /** What was read, for the next time. */
  readonly read: ReadRow;
}

/**
 * What of a row is new since it was last read, what of Tierbook's it replaces, and what it does not. A name only counts where the
 * row is known by its number; an owner whom nobody knew is asked for each time; a day of last contact before one that was logged is out
 * of date, as is an owner who has left.
 */
export function mergeSheetRow(row: MatchedRow, setting: MergeSetting): MergedSheetRow {
  const { customer, record, by } = row;
  const before = row.base?.read;
  const isAhead = setting.isAhead(record.row);
  const read = readOf(record, before, isAhead);
  const isMerged = (field: string): boolean =>
    !(field === 'name' ? by !== 'key' : APART.has(field) || (isAhead && field === 'lastContact'));
  const sheet = factsOf(read, isMerged);
  const tierbook = tierbookFacts(customer);
  const merge = mergeRow({
    base: before === undefined ? null : factsOf(before, isMerged),
    sheet,
    tierbook,
    hasColumn: (field) => !NEVER_EMPTIED.has(field) && setting.hasColumn(field),
    isSame: (field, one, other) => {
      const [mine, others] = [comparable(field, one, setting), comparable(field, other, setting)];
      return mine === others || (typeof mine === 'object' && JSON.stringify(mine) === JSON.stringify(others));
    },
  });
  const difference = (field: string): FieldDifference => ({
    field,
    sheet: told(sheet.get(field)),
    tierbook: field === 'owner' ? customer.ownerText : told(tierbook.get(field)),
  });
  const outdated = new Set([...merge.taken].filter((field) => isOutdated(row, field, setting)));
  const fields = new Set([...merge.taken].filter((field) => !outdated.has(field)));
  if (isMetByNow(row, setting)) fields.add('owner');
  for (const field of [...APART, ...(by === 'name' ? ['name'] : [])]) {
    const value = read.values[field];
    if (value !== undefined && value !== before?.values[field]) fields.add(field);
  }
  const contacts = contactMerge(row, read, setting.people(customer.id));
  for (const field of CONTACT) fields.delete(field);
  for (const field of contacts.taken) fields.add(field);
  const isNew = fields.size > 0 || merge.emptied.size > 0;
  const replaced = merge.conflicts.filter((field) => !outdated.has(field) && isUnderstood(field, sheet));
  const stale = [...merge.kept.filter((field) => isUnderstood(field, sheet)), ...outdated];
  return {
    record: isNew ? onlyFields(record, fields, merge.emptied) : null,
    conflicts: [...replaced.map(difference), ...contacts.conflicts],
    kept: stale.map(difference),
    read,
  };
}

/** What a row says; a day of last contact that was left out leaves what was read before, so that it is new when it has come. */
function readOf(record: TableRecord, before: ReadRow | undefined, isAhead: boolean): ReadRow {
  const read = storableRecord(record);
  const was = before?.values['lastContact'];
  if (was === undefined || !isAhead) return read;
  return { ...read, values: { ...read.values, lastContact: was } };
}

const CONTACT: ReadonlySet<string> = new Set(['contactName', 'phone', 'email']);
/** What a row adds and never replaces, and what it is known by. */
const APART: ReadonlySet<string> = new Set(['key', 'aliases', ...CONTACT]);
/** What Tierbook keeps though the cell was emptied: a customer has a name and a stage, and what was done was done. */
const NEVER_EMPTIED: ReadonlySet<string> = new Set(['name', 'stage', CUSTOMER_STAGE, 'lastContact']);

function factsOf({ values, doubts, extra }: ReadRow, isMerged: (field: string) => boolean): RowFacts {
  const facts = new Map<string, CellFact>();
  for (const part of [values, doubts ?? {}])
    for (const [field, fact] of Object.entries(part)) if (isMerged(field)) facts.set(field, fact);
  for (const [heading, text] of Object.entries(extra)) facts.set(extraField(heading), text);
  return facts;
}

function tierbookFacts(customer: Customer): RowFacts {
  const { facts, extra } = customer;
  const all = new Map<string, CellFact>(Object.entries(facts.values));
  for (const [heading, text] of Object.entries(extra)) all.set(extraField(heading), text);
  const own: Readonly<Record<string, string | null>> = {
    name: customer.name,
    owner: customer.ownerId ?? customer.ownerText,
    stage: customer.stage,
    industry: customer.industry,
    region: customer.region,
    givenTier: customer.givenTier,
    lastContact: customer.lastContactOn,
    nextContact: customer.nextContactOn,
  };
  for (const [field, value] of Object.entries(own)) {
    if (value === null) all.delete(field);
    else all.set(field, value);
  }
  for (const [field, doubt] of Object.entries(facts.doubts ?? {})) all.set(field, doubt);
  return all;
}

/** A fact in the form in which it is the same for us: an owner is a member, whatever they are called. */
function comparable(field: string, fact: CellFact, { ownerId }: MergeSetting): CellFact {
  if (typeof fact !== 'string') return fact;
  if (field === 'owner') return ownerId(fact) ?? fact.trim();
  if (field === 'stage') return customerStage(fact) ?? fact.trim();
  return TRIMMED.has(field) ? fact.trim() : fact;
}

/** What the customer has a column for is kept without white space around it. */
const TRIMMED: ReadonlySet<string> = new Set(['name', 'industry', 'region', 'givenTier']);

function isOutdated({ customer, record }: MatchedRow, field: string, setting: MergeSetting): boolean {
  const value = record.facts.values[field];
  if (typeof value !== 'string') return false;
  if (field === 'owner') return customer.ownerId !== null && setting.hasLeft(value.trim());
  if (field !== 'lastContact') return false;
  const logged = setting.lastLoggedOn(customer.id);
  return logged !== undefined && value < logged;
}

/** Whether an owner cell that meant nobody, and says what it said, means a member by now. */
function isMetByNow({ customer, record, by }: MatchedRow, { ownerId, hasLeft }: MergeSetting): boolean {
  const text = record.facts.values['owner'];
  if (typeof text !== 'string' || by === 'merged' || customer.ownerId !== null) return false;
  return customer.ownerText === text.trim() && ownerId(text.trim()) !== null && !hasLeft(text.trim());
}

/** Words that name no stage change none. */
function isUnderstood(field: string, sheet: RowFacts): boolean {
  const value = sheet.get(field);
  return field !== 'stage' || typeof value !== 'string' || customerStage(value) !== undefined;
}

/** People are found by name, else by number or address: what says who it is goes along with what is new of them. */
function contactMerge(
  { record, base }: MatchedRow,
  read: ReadRow,
  people: readonly ContactPerson[],
): { readonly taken: ReadonlySet<string>; readonly conflicts: readonly FieldDifference[] } {
  const text = (field: string): string | undefined => {
    const value = read.values[field];
    return value === undefined ? undefined : String(value).trim();
  };
  const changed = [...CONTACT].filter(
    (field) => text(field) !== undefined && read.values[field] !== base?.read.values[field],
  );
  if (changed.length === 0) return { taken: new Set(), conflicts: [] };
  const isNamed = text('contactName') !== undefined;
  const taken = new Set(isNamed ? ['contactName', ...changed] : CONTACT);
  const cell = (field: string): string | null => (taken.has(field) ? (text(field) ?? null) : null);
  const said = { name: cell('contactName'), phone: cell('phone'), email: cell('email') };
  const person = people.find((one) => isSamePerson(one, said));
  const conflicts = (['phone', 'email'] as const).flatMap((field): FieldDifference[] => {
    const [now, ours] = [said[field], person?.[field] ?? null];
    if (now === null || ours === null || ours === now || ours === base?.read.values[field]) return [];
    return [{ field, sheet: now, tierbook: ours }];
  });
  const isThere = (field: string): boolean => record.facts.values[field] !== undefined;
  return { taken: new Set([...taken].filter(isThere)), conflicts };
}

/** The record with these fields alone. */
function onlyFields(record: TableRecord, fields: ReadonlySet<string>, emptied: ReadonlySet<string>): TableRecord {
  const { facts, extra } = record;
  const only = <T>(part: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(part).filter(([field]) => fields.has(field)));
  const doubts = facts.doubts === undefined ? {} : only(facts.doubts);
  const values = only(facts.values);
  return {
    ...record,
    facts: Object.keys(doubts).length > 0 ? { values, doubts } : { values },
    extra: Object.fromEntries(Object.entries(extra).filter(([heading]) => fields.has(extraField(heading)))),
    emptied,
  };
}

function told(fact: CellFact | undefined): FactValue | null {
  if (fact === undefined) return null;
  if (typeof fact !== 'object') return fact;
  return fact.code === 'other-currency' ? `${fact.amount} ${fact.currency}` : fact.text;
}
