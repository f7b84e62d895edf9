import type { CalendarDate } from '../../core/calendar-date.ts';
import { type ContactDetails, deleteContact, findContact, saveContact } from '../store/contact-book.ts';
import type { CustomerStatus } from '../store/customer-tables.ts';
import { deleteCustomer, findCustomer, lockCustomers } from '../store/customers.ts';
import { findTouchedSince } from '../store/import-undo.ts';
import type { MemberAction } from '../store/member-actions.ts';
import { momentOfId } from '../store/new-id.ts';
import { type DeletedPurchase, deletePurchase, insertPurchases } from '../store/purchases.ts';
import { lockWorkspace } from '../store/workspaces.ts';
import { changeStatus } from './archive-customer.ts';
import { keptCustomer, saveChanged } from './change-customer.ts';
import { afterContacts } from './contacts.ts';
import type { UseCaseContext } from './context.ts';
import { type ChangedField, unchangedSince, withFieldsBefore } from './customer-fields.ts';
import { measureAgain } from './purchases.ts';
import { undoImportWithin } from './undo-import.ts';
import { undoMergeWithin } from './undo-merge.ts';
import { UseCaseError } from './use-case-error.ts';

/** Takes back what one kind of action did, within the transaction that marks it as undone. */
type Undoer = (context: UseCaseContext, action: MemberAction) => Promise<void>;

/**
 * How changes of customers on file, their contacts and purchases and of imports are taken back, by `member_action.kind`.
 * Each throws UseCaseError `changed-since` when what it did is not there any more.
 */
export const FILE_UNDOERS: Readonly<Record<string, Undoer>> = {
  'customer-added': undoAdded,
  'customer-edited': undoEdited,
  'figures-edited': undoEdited,
  'customer-archived': undoStatus,
  'customer-brought-back': undoStatus,
  'customer-merged': async (context, { detail }) => undoMergeWithin(context, { id: String(detail['mergeId']) }),
  'contact-added': async (context, action) => {
    await inFile(context, action, async (within, customer) => {
      const contactId = String(action.detail['contactId']);
      const contact = await findContact(within.db, within.actor.workspaceId, contactId);
      if (contact === undefined) throw new UseCaseError('changed-since', customer.name);
      await deleteContact(within.db, within.actor.workspaceId, contactId);
      await afterContacts(within, customer);
    });
  },
  'contact-edited': undoContact,
  'contact-removed': undoContact,
  'purchase-added': async (context, action) => {
    await inFile(context, action, async (within, customer) => {
      const removed = await deletePurchase(within.db, within.actor.workspaceId, String(action.detail['purchaseId']));
      if (removed === undefined) throw new UseCaseError('changed-since', customer.name);
      await measureAgain(within, customer);
    });
  },
  'purchase-removed': async (context, action) => {
    await inFile(context, action, async (within, customer) => {
      const { source, ...purchase } = action.detail['before'] as DeletedPurchase;
      const now = momentOfId(purchase.id);
      await insertPurchases(within.db, within.actor.workspaceId, [purchase], { source, now });
      await measureAgain(within, customer);
    });
  },
  import: async (context, { id }) => void (await undoImportWithin(context, id)),
};

async function inFile(
  context: UseCaseContext,
  { customerId }: MemberAction,
  work: (context: UseCaseContext, customer: Awaited<ReturnType<typeof keptCustomer>>) => Promise<void>,
): Promise<void> {
  await lockWorkspace(context.db, context.actor.workspaceId);
  await work(context, await keptCustomer(context, customerId ?? ''));
}

/** The customer goes again, unless something has happened to it. */
async function undoAdded(context: UseCaseContext, { id, detail, doneAt }: MemberAction): Promise<void> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  await lockWorkspace(db, workspaceId);
  const customerId = String(detail['customerId']);
  await lockCustomers(db, workspaceId, [customerId]);
  const customer = await findCustomer(db, workspaceId, customerId);
  const touched = await findTouchedSince(db, workspaceId, [customerId], { since: doneAt, exceptActionId: id });
  if (customer === undefined || customer.mergedInto !== null || touched.length > 0) {
    throw new UseCaseError('changed-since', customer?.name ?? customerId);
  }
  await deleteCustomer(db, workspaceId, customerId, clock.now());
}

/** Puts back the fields of a customer that an action's detail names. */
export async function undoEdited(context: UseCaseContext, action: MemberAction): Promise<void> {
  await inFile(context, action, async (within, customer) => {
    const fields = action.detail['fields'] as readonly ChangedField[];
    const same = unchangedSince(customer, fields);
    if (same.length < fields.length) throw new UseCaseError('changed-since', customer.name);
    await saveChanged(within, customer, withFieldsBefore(customer, fields));
  });
}

async function undoStatus(context: UseCaseContext, action: MemberAction): Promise<void> {
  await inFile(context, action, async (within, customer) => {
    const { status, statusAt, statusReason } = action.detail as {
      readonly status: CustomerStatus;
      readonly statusAt: string | null;
      readonly statusReason: string | null;
    };
    if ((customer.status === 'active') === (status === 'active'))
      throw new UseCaseError('changed-since', customer.name);
    await changeStatus(within, customer, {
      status,
      statusAt: statusAt === null ? null : new Date(statusAt),
      statusReason,
    });
  });
}

async function undoContact(context: UseCaseContext, action: MemberAction): Promise<void> {
  await inFile(context, action, async (within, customer) => {
    const before = action.detail['before'] as
      | (Omit<ContactDetails, 'birthday'> & { birthday: string | null })
      | undefined;
    const now = await findContact(within.db, within.actor.workspaceId, before?.id ?? customer.id);
    const isAsLeft = (now === undefined) === (action.kind === 'contact-removed');
    if (before === undefined || !isAsLeft) throw new UseCaseError('changed-since', customer.name);
    const contact: ContactDetails = { ...before, birthday: before.birthday as CalendarDate | null };
    await saveContact(within.db, within.actor.workspaceId, contact, within.clock.now());
    await afterContacts(within, customer);
  });
}
