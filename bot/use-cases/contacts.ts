import { type CalendarDate, parseIsoDate } from '../../core/calendar-date.ts';
import { comparableEmail, comparablePhone } from '../../core/contact-details.ts';
import { normaliseName } from '../../core/customer-name.ts';
import {
  type ContactDetails,
  deleteContact,
  findContactBook,
  forgetContactsBefore,
  saveContact,
} from '../store/contact-book.ts';
import { findContactPeopleLike } from '../store/contact-people.ts';
import { type Customer, findCustomersById } from '../store/customers.ts';
import { storableText } from '../store/json-column.ts';
import { newId } from '../store/new-id.ts';
import { UNDO_MINUTES } from './action-request.ts';
import { type ChangeRequest, type CustomerChanged, changeCustomer, keptCustomer } from './change-customer.ts';
import type { UseCaseContext } from './context.ts';
import { shortLine } from './customer-input.ts';
import { refreshFollowUps } from './refresh-follow-ups.ts';
import { UseCaseError } from './use-case-error.ts';

export type { ContactDetails } from '../store/contact-book.ts';

/** What is known of a person at a customer, as somebody types it; null or empty for nothing. */
export interface ContactInput {
  readonly name?: string | null | undefined;
  /** Free text; `core/text/contact-person-text.ts` suggests some. */
  readonly role?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  /** `YYYY-MM-DD`. */
  readonly birthday?: string | null | undefined;
  readonly notes?: string | null | undefined;
}

/** The person is on file now; or was before, at the same customer: then nothing was done. */
export type AddedContact =
  | ({
      readonly kind: 'added';
      readonly contactId: string;
      /** Names of other customers at which somebody has the same number or address. */
      readonly elsewhere: readonly string[];
    } & CustomerChanged)
  | { readonly kind: 'known'; readonly contact: ContactDetails };

const LONGEST_NOTES = 2000;
/** As many customers with the same number as are named. */
const MOST_ELSEWHERE = 3;

/**
 * The people at a customer and at those merged into it, in the order in which they came. Whoever may change the customer may
 * see them. Throws {@link UseCaseError} `no-such-customer`.
 */
export async function listContacts(context: UseCaseContext, customerId: string): Promise<ContactDetails[]> {
  const { id } = await keptCustomer(context, customerId);
  return findContactBook(context.db, context.actor.workspaceId, id);
}

/**
 * Adds a person at a customer, unless somebody there has the same telephone number or e-mail address already.
 *
 * Throws {@link UseCaseError} `no-such-customer`, `not-yours`, `contact-empty`, `contact-phone`, `contact-email`,
 * `contact-birthday` or `text-too-long`.
 */
export async function addContact(
  context: UseCaseContext,
  request: ChangeRequest & { readonly contact: ContactInput },
): Promise<AddedContact> {
  let known: ContactDetails | undefined;
  let contactId = '';
  let elsewhere: readonly string[] = [];
  const changed = await changeCustomer(context, request, {
    kind: 'contact-added',
    audit: 'contact-added',
    make: async (within, customer) => {
      const { db, actor, clock } = within;
      const contact: ContactDetails = {
        ...detailsFrom(within, request.contact),
        id: newId(clock.now()),
        customerId: customer.id,
      };
      known = (await findContactBook(db, actor.workspaceId, customer.id)).find((other) => isSame(other, contact));
      if (known !== undefined) return undefined;
      contactId = contact.id;
      elsewhere = await namesElsewhere(within, contact, customer);
      await saveContact(db, actor.workspaceId, contact, clock.now());
      await afterContacts(within, customer);
      return { undo: { contactId } };
    },
  });
  if (known !== undefined) return { kind: 'known', contact: known };
  return { kind: 'added', contactId, elsewhere, ...changed };
}

/**
 * Changes what is known of a person at a customer; what is undefined stays.
 *
 * Throws {@link UseCaseError} as {@link addContact} does, and `no-such-contact`.
 */
export async function editContact(
  context: UseCaseContext,
  request: ChangeRequest & { readonly contactId: string; readonly contact: ContactInput },
): Promise<CustomerChanged> {
  return changeCustomer(context, request, {
    kind: 'contact-edited',
    audit: 'contact-edited',
    make: async (within, customer) => {
      const { db, actor, clock } = within;
      const before = await contactOf(within, customer, request.contactId);
      const { id, customerId, ...details } = before;
      const after: ContactDetails = {
        ...detailsFrom(within, { ...details, ...definedOnly(request.contact) }),
        id,
        customerId,
      };
      if (JSON.stringify(sorted(after)) === JSON.stringify(sorted(before))) return undefined;
      await saveContact(db, actor.workspaceId, after, clock.now());
      await afterContacts(within, customer);
      return { undo: { before } };
    },
  });
}

/** Takes a person at a customer off file. Throws {@link UseCaseError} `no-such-customer`, `not-yours` or `no-such-contact`. */
export async function removeContact(
  context: UseCaseContext,
  request: ChangeRequest & { readonly contactId: string },
): Promise<CustomerChanged> {
  return changeCustomer(context, request, {
    kind: 'contact-removed',
    audit: 'contact-removed',
    make: async (within, customer) => {
      const before = await contactOf(within, customer, request.contactId);
      await deleteContact(within.db, within.actor.workspaceId, before.id);
      await afterContacts(within, customer);
      return { undo: { before } };
    },
  });
}

/** Birthdays make follow-ups; and of earlier changes nothing personal is kept longer than it can be used. */
export async function afterContacts(context: UseCaseContext, customer: Pick<Customer, 'id'>): Promise<void> {
  const { db, actor, clock } = context;
  await refreshFollowUps(context, { customerIds: [customer.id] });
  await forgetContactsBefore(db, actor.workspaceId, new Date(clock.now().getTime() - UNDO_MINUTES * 60_000));
}

async function contactOf(context: UseCaseContext, customer: Customer, contactId: string): Promise<ContactDetails> {
  const contact = (await findContactBook(context.db, context.actor.workspaceId, customer.id)).find(
    ({ id }) => id === contactId,
  );
  if (contact === undefined) throw new UseCaseError('no-such-contact', customer.name);
  return contact;
}

function detailsFrom({ clock }: UseCaseContext, input: ContactInput): Omit<ContactDetails, 'id' | 'customerId'> {
  const name = shortLine(input.name);
  const phone = shortLine(input.phone);
  const email = shortLine(input.email)?.replace(/^mailto:/i, '') ?? null;
  const notes = storableText(input.notes ?? '').trim() || null;
  if (phone !== null && comparablePhone(phone) === '') throw new UseCaseError('contact-phone', '');
  if (email !== null && comparableEmail(email) === '') throw new UseCaseError('contact-email', '');
  if (name === null && phone === null && email === null) throw new UseCaseError('contact-empty', '');
  if (notes !== null && notes.length > LONGEST_NOTES) throw new UseCaseError('text-too-long', String(LONGEST_NOTES));
  return {
    name,
    role: shortLine(input.role),
    phone,
    email,
    birthday: birthdayFrom(input.birthday, clock.now()),
    notes,
  };
}

function birthdayFrom(text: string | null | undefined, now: Date): CalendarDate | null {
  const typed = text?.trim() ?? '';
  if (typed === '') return null;
  const day = parseIsoDate(typed);
  // A day of leeway for who lives where it is tomorrow already.
  const latest = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  if (day === undefined || day < '1900-01-01' || day > latest) throw new UseCaseError('contact-birthday', '');
  return day;
}

/** The same number or address; a name alone when neither has more than that. */
function isSame(one: ContactDetails, other: ContactDetails): boolean {
  const phone = comparablePhone(other.phone ?? '');
  const email = comparableEmail(other.email ?? '');
  if (phone !== '' && comparablePhone(one.phone ?? '') === phone) return true;
  if (email !== '' && comparableEmail(one.email ?? '') === email) return true;
  const isBare = phone === '' && email === '';
  return isBare && normaliseName(one.name ?? '') === normaliseName(other.name ?? '');
}

async function namesElsewhere(
  { db, actor }: UseCaseContext,
  contact: ContactDetails,
  customer: Customer,
): Promise<readonly string[]> {
  const phones = [comparablePhone(contact.phone ?? '')].filter(Boolean);
  const emails = [comparableEmail(contact.email ?? '')].filter(Boolean);
  const people = await findContactPeopleLike(db, actor.workspaceId, { phones, emails });
  const ids = people.map(({ customerId }) => customerId).filter((id) => id !== customer.id);
  const customers = await findCustomersById(db, actor.workspaceId, ids);
  return [...customers.values()]
    .filter(({ mergedInto }) => mergedInto !== customer.id)
    .slice(0, MOST_ELSEWHERE)
    .map(({ name }) => name);
}

function definedOnly(input: ContactInput): ContactInput {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function sorted(contact: ContactDetails): unknown[] {
  const { name, role, phone, email, birthday, notes } = contact;
  return [name, role, phone, email, birthday, notes];
}
