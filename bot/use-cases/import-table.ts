import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { comparableEmail, comparablePhone } from '../../core/contact-details.ts';
import { normaliseName } from '../../core/customer-name.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { TableReading } from '../../core/table/reading.ts';
import { stageOfTable } from '../../core/table/stage-of-table.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import {
  type ContactPerson,
  findContactPeople,
  findContactPeopleLike,
  saveContactPeople,
} from '../store/contact-people.ts';
import { type Customer, findCustomersById, insertCustomers, updateCustomers } from '../store/customers.ts';
import type { Database } from '../store/database.ts';
import { findLastLogged } from '../store/follow-up-sources.ts';
import type { CurrentGrade } from '../store/grades.ts';
import { beginImportUndo, keepContacts, keepCustomers, keepGrades } from '../store/import-undo.ts';
import { insertMemberAction } from '../store/member-actions.ts';
import { findMemberRecords, saveMember } from '../store/members.ts';
import { newId } from '../store/new-id.ts';
import { findOwnerLinks } from '../store/owner-links.ts';
import { refreshPurchaseMeasures } from '../store/purchase-measures.ts';
import { refreshServiceMeasures } from '../store/service-measures.ts';
import { markCaughtUp } from '../store/unplanned-gradings.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { currencyOnceImported, findCurrencyClash } from './currency-clash.ts';
import { knownCustomers } from './customer-book.ts';
import { readByNow } from './days-ahead.ts';
import { ownerFinder } from './find-owner.ts';
import { afterGrading, dayOfGrading } from './grade-customers.ts';
import { type GradingSummary, gradeStage } from './grade-stage.ts';
import type { ImportedRow, ImportReport, RejectedTable } from './import-report.ts';
import { eachInTurns, inTurns } from './in-turns.ts';
import { type DuplicateCandidate, likelyDuplicatesInSteps } from './likely-duplicates.ts';
import { makeFindable } from './make-findable.ts';
import { withNewerWork } from './newer-work.ts';
import { type ImportPlan, type KnownRow, planImportInSteps } from './plan-import.ts';
import { recordFields } from './record-fields.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { schemeInUse } from './schemes-in-use.ts';
import { segmentCustomers } from './segment-customers.ts';

/** What an import may be told beside the table. */
export interface ImportOptions {
  /** Only say what would happen. Default false. */
  readonly dryRun?: boolean;
  /** Where the customers come from: samples can be taken away again. Default `import`. */
  readonly source?: 'import' | 'sample' | 'sheet';
  /** Rows whose customer the caller knows, by row; see `planImport`. */
  readonly known?: ReadonlyMap<number, KnownRow>;
  /** Whether it can be undone, in place of the import before. Default: unless it brings samples. */
  readonly keepsUndo?: boolean;
  /** Grades the customers in place of the scheme in use, this time. */
  readonly scheme?: Scheme;
  /** False leaves grading to whatever the caller does next. Default true. */
  readonly grades?: boolean;
  /** The day from which months count. Default: today on this machine. */
  readonly asOf?: CalendarDate;
  /** Hears how many of how many customers have been written. */
  readonly onProgress?: (done: number, total: number) => void;
}

const RECORDS_A_TURN = 2000;

/**
 * Takes a table's customers over: adds new ones, updates those known by key, else by name, and grades all of their
 * stage, in one transaction. What a row leaves empty stays as it was, and so does a last contact whose day has not come yet;
 * importing a table again changes nothing.
 */
export async function importTable(
  context: UseCaseContext,
  reading: TableReading,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { report } = await context.db.transaction().execute((db) => importWithin({ ...context, db }, reading, options));
  await afterGrading(context);
  return report;
}

/** What an import did or would do, and the decisions behind it. */
export interface ImportOutcome {
  readonly report: ImportReport;
  readonly plan: ImportPlan;
  /** Stages whose customers change, so that they are graded again. */
  readonly stages: ReadonlySet<CustomerStage>;
}

/** {@link importTable} within the caller's transaction. */
export async function importWithin(
  context: UseCaseContext,
  table: TableReading,
  options: ImportOptions,
): Promise<ImportOutcome> {
  await lockWorkspace(context.db, context.actor.workspaceId);
  const { reading } = readByNow(table, options.asOf ?? dayOfGrading(context));
  const { db, actor } = context;
  const { workspaceId } = actor;
  const now = context.clock.now();
  const isDryRun = options.dryRun ?? false;
  const { owners, gone } = await ownersOf(context, reading, isDryRun);
  const source = options.source ?? 'import';
  const existing = await existingCustomers(context, reading, options.known);
  const logged = await findLastLogged(
    db,
    workspaceId,
    existing.map(({ id }) => id),
  );
  const rules = {
    source,
    defaultStage: stageOfTable(reading),
    ownerId: (text: string) => owners.get(text) ?? null,
    hasLeft: (text: string) => gone.has(text),
    lastLoggedOn: (customerId: string) => logged.get(customerId),
  } as const;
  const plan = await inTurns(planImportInSteps(reading.records, existing, rules, () => newId(now), options.known));
  const contacts = await contactChanges(db, workspaceId, plan, now);
  const duplicates = await findDuplicates(db, workspaceId, plan, existing);
  const currencyClash = await findCurrencyClash(context, reading, rules.defaultStage);
  const stages = stagesToGrade(plan, existing, options);
  const gradings: GradingSummary[] = [];
  let undoId: string | null = null;
  if (!isDryRun) {
    const updated = await withNewerWork(context, plan.updated, existing);
    if (options.keepsUndo ?? source !== 'sample') undoId = await keepForUndo(context, plan, contacts);
    const total = plan.added.length + plan.updated.length;
    const onAdded = (written: number): void => options.onProgress?.(written, total);
    await insertCustomers(db, workspaceId, plan.added, now, onAdded);
    const onUpdated = (written: number): void => options.onProgress?.(plan.added.length + written, total);
    await updateCustomers(db, workspaceId, updated, now, onUpdated);
    await saveContactPeople(db, workspaceId, contacts, now);
    if (options.grades !== false) {
      const named = { clash: currencyClash, touched: plan.touched.length };
      const currency = await currencyOnceImported(context, reading, named);
      gradings.push(...(await gradeTouched(context, plan, stages, options, { undoId, currency })));
    }
    const written = [...plan.added, ...updated];
    await makeFindable(db, workspaceId, written, { added: plan.added.length });
    const addedIds = plan.added.map(({ id }) => id);
    const customerIds = updated.map(({ id }) => id);
    await refreshFollowUps(context, { customerIds, addedIds });
    // of a first import nothing is left to be done afterwards
    const runs = gradings.map(({ runId }) => runId);
    await markCaughtUp(db, workspaceId, runs, [...addedIds, ...customerIds]);
  }
  const report: ImportReport = {
    dryRun: isDryRun,
    counts: countOutcomes(plan.rows),
    rows: plan.rows,
    rejected: rejectedTable(reading, plan.rows),
    duplicates,
    currencyClash,
    unknownOwners: unknownOwners(reading, owners),
    closed: closedCustomers(plan),
    gradings,
    undoId,
  };
  if (!isDryRun) {
    const detail = { ...report.counts };
    // what a sheet brought is put down by whoever pulled it
    if (source !== 'sheet')
      await recordAuditEvent(db, { workspaceId, memberId: actor.memberId, action: 'import', detail }, now);
  }
  return { report, plan, stages };
}

async function existingCustomers(
  { db, actor }: UseCaseContext,
  reading: TableReading,
  known: ReadonlyMap<number, KnownRow> = new Map(),
): Promise<Customer[]> {
  const found = await knownCustomers(db, actor.workspaceId, reading.records);
  const ids = new Set([...known.values()].map(({ customerId }) => customerId));
  for (const { id } of found) ids.delete(id);
  return [...found, ...(await findCustomersById(db, actor.workspaceId, [...ids])).values()];
}

/** Keeps what undoing the import takes; returns the id by which it is undone, null when it changes nothing. */
async function keepForUndo(
  { db, actor, clock }: UseCaseContext,
  plan: ImportPlan,
  contacts: readonly ContactPerson[],
): Promise<string | null> {
  // One that comes again leaves the way back from the first.
  if (plan.added.length + plan.updated.length + contacts.length === 0) return null;
  const { workspaceId, memberId } = actor;
  const now = clock.now();
  const id = newId(now);
  const added = plan.added.map((customer) => customer.id);
  const isNew = new Set(added);
  await beginImportUndo(db, workspaceId, { id, added, importedAt: now });
  const updated = plan.updated.map((customer) => customer.id);
  await keepCustomers(db, workspaceId, updated);
  // Those of added customers go with them.
  const others = contacts.filter(({ customerId }) => !isNew.has(customerId));
  await keepContacts(db, workspaceId, others);
  const action = { id, memberId, customerId: null, kind: 'import', requestId: null, doneAt: now };
  await insertMemberAction(db, workspaceId, { ...action, detail: {} });
  return id;
}

/** Customers of the table that are archived or lost: no table brings them back, so that a person must know. */
function closedCustomers({ touched }: ImportPlan): ImportReport['closed'] {
  return touched.flatMap(({ customer, row }) => {
    const { id: customerId, name, status } = customer;
    return status === 'active' ? [] : [{ row, customerId, name, status }];
  });
}

/**
 * The member behind each owner cell, null where it is nobody who is here, and the cells that mean somebody who has left;
 * Slack users who are no members yet become reps, unless nothing may be written.
 */
async function ownersOf(
  context: UseCaseContext,
  reading: TableReading,
  isDryRun: boolean,
): Promise<{ readonly owners: Map<string, string | null>; readonly gone: ReadonlySet<string> }> {
  const { db, actor, clock } = context;
  const members = await findMemberRecords(db, actor.workspaceId);
  const links = await findOwnerLinks(db, actor.workspaceId);
  const find = ownerFinder(members, links);
  const left = new Set(members.flatMap(({ id, deactivatedAt }) => (deactivatedAt === null ? [] : [id])));
  const gone = new Set<string>();
  const owners = new Map<string, string | null>();
  for (const [index, record] of reading.records.entries()) {
    // Each record is sorted into fields here for the first time: others get their turn in between.
    if (index % RECORDS_A_TURN === 0) await nextTurn();
    const { owner } = recordFields(record);
    if (owner === undefined || owners.has(owner)) continue;
    const match = find(owner);
    if (match.kind === 'unknown') owners.set(owner, null);
    else if (match.kind === 'member') {
      owners.set(owner, left.has(match.memberId) ? null : match.memberId);
      if (left.has(match.memberId)) gone.add(owner);
    } else if (isDryRun) owners.set(owner, newId(clock.now()));
    else {
      const profile = { slackUserId: match.slackUserId };
      owners.set(owner, (await saveMember(db, actor.workspaceId, profile, false, clock.now())).id);
    }
  }
  return { owners, gone };
}

/** The people that the table names, new or brought up to date; each found again by name, else by number or address. */
async function contactChanges(
  db: Database,
  workspaceId: string,
  plan: ImportPlan,
  now: Date,
): Promise<ContactPerson[]> {
  const named = plan.touched.filter(({ fields }) => fields.contactName ?? fields.phone ?? fields.email);
  const people = await findContactPeople(
    db,
    workspaceId,
    named.map(({ customer }) => customer.id),
  );
  const byCustomer = Map.groupBy(people, (person) => person.customerId);
  const changes: ContactPerson[] = [];
  for (const { customer, fields } of named) {
    const told = { name: fields.contactName ?? null, phone: fields.phone ?? null, email: fields.email ?? null };
    const known = (byCustomer.get(customer.id) ?? []).find((person) => isSamePerson(person, told));
    const person: ContactPerson = {
      id: known?.id ?? newId(now),
      customerId: customer.id,
      name: told.name ?? known?.name ?? null,
      phone: told.phone ?? known?.phone ?? null,
      email: told.email ?? known?.email ?? null,
    };
    const isSame = known?.name === person.name && known.phone === person.phone && known.email === person.email;
    if (!isSame) changes.push(person);
  }
  return changes;
}

/** Whether a table means a person who is on file: by name, else by number or address. */
export function isSamePerson(person: ContactPerson, told: Pick<ContactPerson, 'name' | 'phone' | 'email'>): boolean {
  if (person.name !== null && told.name !== null) return normaliseName(person.name) === normaliseName(told.name);
  const phone = comparablePhone(told.phone ?? '');
  const email = comparableEmail(told.email ?? '');
  return (
    (phone !== '' && comparablePhone(person.phone ?? '') === phone) ||
    (email !== '' && comparableEmail(person.email ?? '') === email)
  );
}

async function findDuplicates(
  db: Database,
  workspaceId: string,
  plan: ImportPlan,
  existing: readonly Customer[],
): Promise<ImportReport['duplicates']> {
  const phones = new Set(plan.touched.map(({ fields }) => comparablePhone(fields.phone ?? '')).filter(Boolean));
  const emails = new Set(plan.touched.map(({ fields }) => comparableEmail(fields.email ?? '')).filter(Boolean));
  const people = await findContactPeopleLike(db, workspaceId, { phones: [...phones], emails: [...emails] });
  const rowOf = new Map(plan.touched.map(({ customer, row }) => [customer.id, row]));
  const customers = new Map(existing.map((customer) => [customer.id, customer]));
  for (const { customer } of plan.touched) customers.set(customer.id, customer);
  const missing = people.map(({ customerId }) => customerId).filter((id) => !customers.has(id));
  for (const [id, customer] of await findCustomersById(db, workspaceId, missing)) customers.set(id, customer);
  const contacts = Map.groupBy(
    [
      ...people,
      ...plan.touched.map(({ customer, fields }) => ({
        customerId: customer.id,
        phone: fields.phone,
        email: fields.email,
      })),
    ],
    (contact) => contact.customerId,
  );
  const candidates: DuplicateCandidate[] = [];
  await eachInTurns(customers.values(), ({ id, key, name, mergedInto }) => {
    if (mergedInto !== null) return;
    const own = contacts.get(id) ?? [];
    candidates.push({
      customerId: id,
      key,
      name,
      phones: own.map((contact) => contact.phone ?? ''),
      emails: own.map((contact) => contact.email ?? ''),
      row: rowOf.get(id) ?? null,
    });
  });
  return inTurns(likelyDuplicatesInSteps(candidates));
}

/** Each stage that the import touches, and the one that a customer leaves. */
function stagesToGrade(
  plan: ImportPlan,
  existing: readonly Customer[],
  options: ImportOptions,
): ReadonlySet<CustomerStage> {
  const changed = [...plan.added, ...plan.updated];
  const changedIds = new Set(changed.map(({ id }) => id));
  const stages = new Set(changed.map(({ stage }) => stage));
  for (const { id, stage } of existing) if (changedIds.has(id)) stages.add(stage);
  if (options.scheme !== undefined) for (const { customer } of plan.touched) stages.add(customer.stage);
  return stages;
}

async function gradeTouched(
  context: UseCaseContext,
  plan: ImportPlan,
  stages: ReadonlySet<CustomerStage>,
  options: ImportOptions,
  { undoId, currency }: { readonly undoId: string | null; readonly currency: string | undefined },
): Promise<GradingSummary[]> {
  const summaries: GradingSummary[] = [];
  if (stages.size === 0) return summaries;
  const asOf = options.asOf ?? dayOfGrading(context);
  await refreshPurchaseMeasures(context.db, context.actor.workspaceId, asOf);
  await refreshServiceMeasures(context.db, context.actor.workspaceId, asOf);
  for (const stage of stages) {
    const scheme = options.scheme ?? (await schemeInUse(context.db, context.actor.workspaceId, stage));
    if (scheme === undefined) continue;
    const summary = await gradeStage(context, {
      stage,
      scheme,
      cause: 'import',
      asOf,
      currency,
      changedIds: plan.changedIds,
      ...(undoId !== null && {
        onReplace: (before: readonly CurrentGrade[]) => keepGrades(context.db, context.actor.workspaceId, before),
      }),
    });
    if (summary !== undefined) summaries.push(summary);
  }
  await segmentCustomers(context, asOf);
  return summaries;
}

function countOutcomes(rows: readonly ImportedRow[]): ImportReport['counts'] {
  const counts = { new: 0, changed: 0, unchanged: 0, rejected: 0 };
  for (const { outcome } of rows) counts[outcome.kind] += 1;
  return counts;
}

function rejectedTable(reading: TableReading, rows: readonly ImportedRow[]): RejectedTable {
  const cells = new Map(reading.records.map((record) => [record.row, record.cells]));
  return {
    headings: reading.columns.map((column) => column.heading),
    rows: rows.flatMap(({ row, outcome }) =>
      outcome.kind === 'rejected' ? [{ row, cells: cells.get(row) ?? [], reason: outcome.reason }] : [],
    ),
  };
}

function unknownOwners(
  reading: TableReading,
  owners: ReadonlyMap<string, string | null>,
): ImportReport['unknownOwners'] {
  const rows = new Map<string, number[]>();
  for (const record of reading.records) {
    const { owner } = recordFields(record);
    if (owner === undefined || owners.get(owner) !== null) continue;
    const known = rows.get(owner);
    if (known === undefined) rows.set(owner, [record.row]);
    else known.push(record.row);
  }
  return [...rows].map(([text, ofText]) => ({ text, rows: ofText }));
}
