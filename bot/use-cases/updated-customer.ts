import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FactValue } from '../../core/customer.ts';
import { normaliseName } from '../../core/customer-name.ts';
import { type CustomerStage, customerStage } from '../../core/customer-stage.ts';
import { extraHeading } from '../../core/sheets/merge-row.ts';
import type { CustomerSource } from '../store/customer-tables.ts';
import type { Customer } from '../store/customers.ts';
import type { FieldChange } from './import-report.ts';
import type { RecordFields } from './record-fields.ts';

/** How a row found its customer: what it may rename depends on it. */
export type FoundBy = 'key' | 'name' | 'merged';

/** What holds for every row of an import. */
export interface ImportRules {
  readonly source: CustomerSource;
  /** The stage of a customer whose row does not say and that is new. */
  readonly defaultStage: CustomerStage;
  /** The member an owner cell means; null when it is nobody we know. */
  readonly ownerId: (text: string) => string | null;
  /** Whether an owner cell means somebody who has left: it takes no customer from who looks after it now. Default: none does. */
  readonly hasLeft?: (text: string) => boolean;
  /** The last contact with a customer (by its id) that somebody logged; undefined when nobody did. */
  readonly lastLoggedOn: (customerId: string) => CalendarDate | undefined;
}

/** The customer that a row adds. */
export function newCustomer(id: string, name: string, fields: RecordFields, rules: ImportRules): Customer {
  const nobody: Customer = {
    id,
    key: fields.key ?? null,
    name,
    aliases: [],
    ownerText: null,
    ownerId: null,
    stage: rules.defaultStage,
    industry: null,
    region: null,
    givenTier: null,
    facts: { values: {} },
    extra: {},
    lastContactOn: null,
    nextContactOn: null,
    source: rules.source,
    mergedInto: null,
    status: 'active',
    statusAt: null,
    statusReason: null,
  };
  return updatedCustomer(nobody, fields, 'key', rules);
}

/**
 * The customer after a row: what the row says replaces what was known, what it leaves empty stays, and what somebody has emptied in
 * a connected sheet goes; a stage, a name, a key and the last contact stay even then.
 *
 * A row found by its key may rename the customer; the old name becomes an alias. One found by its name, legal suffix
 * aside, only adds its spelling as an alias. One found through a merge changes neither name nor key.
 */
export function updatedCustomer(
  customer: Customer,
  fields: RecordFields,
  foundBy: FoundBy,
  rules: ImportRules,
): Customer {
  const name = foundBy === 'key' ? (fields.name ?? customer.name) : customer.name;
  const otherNames = foundBy === 'name' && fields.name !== undefined ? [fields.name] : [];
  const hasLeft = fields.owner !== undefined && rules.hasLeft?.(fields.owner) === true;
  const isHandedOver = hasLeft && customer.ownerId !== null;
  const ownerText = isHandedOver ? customer.ownerText : (fields.owner ?? customer.ownerText);
  const foundOwner = fields.owner === undefined ? null : rules.ownerId(fields.owner);
  const { facts } = customer;
  const doubts = { ...facts.doubts, ...fields.doubts };
  for (const field of Object.keys(fields.values)) delete doubts[field];
  if (fields.lastContactOn !== undefined) delete doubts['lastContact'];
  if (fields.nextContactOn !== undefined) delete doubts['nextContact'];
  const values = { ...facts.values, ...fields.values };
  for (const field of Object.keys(fields.doubts)) delete values[field];
  const extra = { ...customer.extra, ...fields.extra };
  const { emptied } = fields;
  for (const field of emptied) {
    delete values[field];
    delete doubts[field];
    const heading = extraHeading(field);
    if (heading !== undefined) delete extra[heading];
  }
  const isOwnerEmptied = emptied.has('owner');
  return {
    ...customer,
    key: foundBy === 'merged' ? customer.key : (customer.key ?? fields.key ?? null),
    name,
    aliases: mergedAliases(name, [...customer.aliases, customer.name, ...otherNames, ...fields.aliases]),
    ownerText: isOwnerEmptied ? null : ownerText,
    // A text that was linked to a member by hand stays linked as long as it stays the same.
    ownerId: isOwnerEmptied ? null : (foundOwner ?? (ownerText === customer.ownerText ? customer.ownerId : null)),
    stage: customerStage(fields.stage ?? '') ?? customer.stage,
    industry: fields.industry ?? (emptied.has('industry') ? null : customer.industry),
    region: fields.region ?? (emptied.has('region') ? null : customer.region),
    givenTier: fields.givenTier ?? (emptied.has('givenTier') ? null : customer.givenTier),
    facts: Object.keys(doubts).length > 0 ? { values, doubts } : { values },
    extra,
    ...contactDays(customer, fields, rules),
    source: customer.source === 'sample' ? rules.source : customer.source,
  };
}

/** What a row says of contacts, unless it does not know of the last one that was logged. */
function contactDays(
  customer: Customer,
  fields: RecordFields,
  rules: ImportRules,
): Pick<Customer, 'lastContactOn' | 'nextContactOn'> {
  const { lastContactOn, nextContactOn } = customer;
  const loggedOn = rules.lastLoggedOn(customer.id);
  if (fields.lastContactOn !== undefined && loggedOn !== undefined && fields.lastContactOn < loggedOn) {
    return { lastContactOn, nextContactOn };
  }
  return {
    lastContactOn: fields.lastContactOn ?? lastContactOn,
    nextContactOn: fields.nextContactOn ?? (fields.emptied.has('nextContact') ? null : nextContactOn),
  };
}

/** What differs between two states of a customer, for a person to read. */
export function changesBetween(before: Customer, after: Customer): FieldChange[] {
  const changes: FieldChange[] = [];
  const add = (field: string, from: unknown, to: unknown): void => {
    if (!isDeepStrictEqual(from ?? null, to ?? null)) changes.push({ field, from: shown(from), to: shown(to) });
  };
  add('key', before.key, after.key);
  add('name', before.name, after.name);
  add('aliases', before.aliases.join(', '), after.aliases.join(', '));
  add('owner', before.ownerText, after.ownerText);
  if (before.ownerText === after.ownerText) add('ownerMember', before.ownerId, after.ownerId);
  add('stage', before.stage, after.stage);
  add('industry', before.industry, after.industry);
  add('region', before.region, after.region);
  add('givenTier', before.givenTier, after.givenTier);
  add('lastContact', before.lastContactOn, after.lastContactOn);
  add('nextContact', before.nextContactOn, after.nextContactOn);
  for (const field of keysOf(before.facts.values, after.facts.values)) {
    if (field !== 'stage') add(field, before.facts.values[field], after.facts.values[field]);
  }
  for (const field of keysOf(before.facts.doubts ?? {}, after.facts.doubts ?? {})) {
    add(field, before.facts.doubts?.[field], after.facts.doubts?.[field]);
  }
  for (const heading of keysOf(before.extra, after.extra)) add(heading, before.extra[heading], after.extra[heading]);
  return changes;
}

/** Every name but the customer's own, each once. */
function mergedAliases(name: string, names: readonly string[]): string[] {
  const seen = new Set([normaliseName(name)]);
  return names.filter((alias) => {
    const normal = normaliseName(alias);
    if (normal === '' || seen.has(normal)) return false;
    seen.add(normal);
    return true;
  });
}

function keysOf(...objects: readonly object[]): Set<string> {
  return new Set(objects.flatMap((object) => Object.keys(object)));
}

function shown(value: unknown): FactValue | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  return typeof value === 'object' && 'text' in value ? String(value.text) : JSON.stringify(value);
}
