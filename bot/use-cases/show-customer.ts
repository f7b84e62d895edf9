import { receiptOf } from '../../core/grading/receipt.ts';
import { type Customer, findCustomer } from '../store/customers.ts';
import type { Database } from '../store/database.ts';
import { findGrades } from '../store/grades.ts';
import { findFacts } from '../store/grading-subjects.ts';
import { findOverrides } from '../store/overrides.ts';
import { readSnapshot } from '../store/read-snapshot.ts';
import { cardContacts } from './card-contacts.ts';
import { cardService } from './card-service.ts';
import type { UseCaseContext } from './context.ts';
import type { CardClosed, CardGrading, CardOverride, CustomerCard, Owner } from './customer-card.ts';
import { latestChanges } from './latest-changes.ts';
import { expireOverrideOf } from './override-tier.ts';
import { runInForce } from './run-in-force.ts';
import { segmentsOfCustomer } from './segment-customers.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Everything the card says about a customer; a merged one's is that of the customer it was merged into. Undefined when
 * the workspace has no such customer.
 */
export async function showCustomer(context: UseCaseContext, customerId: string): Promise<CustomerCard | undefined> {
  const { db, actor } = context;
  // The id comes out of a button, so it may be anything.
  if (!UUID.test(customerId)) return undefined;
  const customer = await keptCustomer(db, actor.workspaceId, customerId);
  if (customer === undefined) return undefined;
  await expireOverrideOf(context, customer);
  // A grading that is committed meanwhile must not give the tier of one run with the reasons of another.
  return readSnapshot(db, async (within) => {
    const current = await keptCustomer(within, actor.workspaceId, customer.id);
    return current && cardOf({ ...context, db: within }, current);
  });
}

/** The customer, or the one that it was merged into. */
async function keptCustomer(db: Database, workspaceId: string, id: string): Promise<Customer | undefined> {
  const asked = await findCustomer(db, workspaceId, id);
  const mergedInto = asked?.mergedInto ?? null;
  return mergedInto === null ? asked : findCustomer(db, workspaceId, mergedInto);
}

async function cardOf(context: UseCaseContext, customer: Customer): Promise<CustomerCard> {
  const { db } = context;
  const { workspaceId } = context.actor;
  const grading = await gradingOf(db, workspaceId, customer);
  const { id, key, name, industry, region, lastContactOn, nextContactOn, givenTier } = customer;
  return {
    id,
    key,
    name,
    industry,
    region,
    owner: await ownerOf(db, workspaceId, customer),
    lastContactOn,
    nextContactOn,
    contacts: await cardContacts(context, customer),
    givenTier,
    override: await overrideOf(db, workspaceId, id),
    grading,
    changes: await latestChanges(db, workspaceId, id),
    segments: await segmentsOfCustomer(db, workspaceId, id),
    service: await cardService(context, customer, grading),
    closed: closedOf(customer),
  };
}

function closedOf({ status, statusAt, statusReason }: Customer): CardClosed | null {
  return status === 'active' ? null : { status, since: statusAt, reason: statusReason };
}

async function ownerOf(db: Database, workspaceId: string, customer: Customer): Promise<Owner | null> {
  const { ownerId, ownerText } = customer;
  if (ownerId === null) return ownerText === null ? null : { text: ownerText, slackUserId: null };
  const member = await memberOf(db, workspaceId, ownerId);
  const text = ownerText ?? member?.display_name ?? member?.real_name ?? '';
  return { text, slackUserId: member?.slack_user_id ?? null };
}

function memberOf(db: Database, workspaceId: string, id: string) {
  return db
    .selectFrom('member')
    .select(['slack_user_id', 'real_name', 'display_name'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What a person has set, with who did. */
async function overrideOf(db: Database, workspaceId: string, customerId: string): Promise<CardOverride | null> {
  const [override] = await findOverrides(db, workspaceId, { customerId });
  if (override === undefined) return null;
  const { setBy, reason, expiresOn } = override;
  const member = setBy === null ? undefined : await memberOf(db, workspaceId, setBy);
  return { reason, expiresOn, setBy: member?.slack_user_id ?? null };
}

async function gradingOf(db: Database, workspaceId: string, customer: Customer): Promise<CardGrading | null> {
  const current = (await findGrades(db, workspaceId, { ids: [customer.id] })).get(customer.id);
  const facts = current && (await findFacts(db, workspaceId, customer.id));
  const run = current && (await runInForce(db, workspaceId, customer.stage));
  if (current === undefined || facts === undefined || run === undefined) return null;
  const { status, tier, held } = current;
  return { ...receiptOf(run.compiled, facts), gradedAt: run.gradedAt, standing: { status, tier, held } };
}
