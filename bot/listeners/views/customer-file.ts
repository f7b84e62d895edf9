import { CONTACT_PERSON_TEXT } from '../../../core/text/contact-person-text.ts';
import { CUSTOMER_FILE_TEXT } from '../../../core/text/customer-file-text.ts';
import { FIGURE_TEXT, figureProblemText } from '../../../core/text/figure-text.ts';
import { PURCHASE_FILE_TEXT } from '../../../core/text/purchase-file-text.ts';
import { ACTION } from '../../blocks/action-ids.ts';
import { CONTACT_FIELD, contactName } from '../../blocks/contact-windows.ts';
import { FILE_FIELD } from '../../blocks/customer-file-windows.ts';
import { readFigureField } from '../../blocks/figures-window.ts';
import { PURCHASE_FIELD } from '../../blocks/purchase-windows.ts';
import type { ContactInput } from '../../use-cases/contacts.ts';
import type { CustomerEdit } from '../../use-cases/edit-customer.ts';
import type { Services } from '../services.ts';
import { fileWindowSubmitted, type SentFile } from './file-window.ts';

/** The field beside which each refusal of a customer's basic data is said. */
export const FIELD_OF_FILE: Readonly<Record<string, string | undefined>> = {
  'customer-name': FILE_FIELD.name,
  'customer-key': FILE_FIELD.key,
  'key-taken': FILE_FIELD.key,
  'owner-unknown': FILE_FIELD.owner,
  'owner-by-managers': FILE_FIELD.owner,
  'text-too-long': FILE_FIELD.industry,
  'archive-reason': FILE_FIELD.reason,
};

/** The window of *Edit* was sent. */
export function editSubmitted(services: Services) {
  return fileWindowSubmitted(
    services,
    (language) => CUSTOMER_FILE_TEXT[language].editTitle,
    FIELD_OF_FILE,
    async ({ context, fields, requestId, viewer, window }) => {
      const text = CUSTOMER_FILE_TEXT[viewer.language];
      const { customerId } = window;
      const before = await services.useCases.customerFile(context, customerId);
      const changed = await services.useCases.editCustomer(context, {
        customerId,
        requestId,
        edit: { ...basicData(fields), ...ownerEdit(fields, before) },
      });
      if (changed.isRepeat) return { notice: text.nothingChanged(changed.name) };
      return { changed, lines: [text.edited(changed.name)] };
    },
  );
}

/** Name, number, stage, industry and region as they stand in a window's fields. */
export function basicData(fields: ReadonlyMap<string, string>) {
  return {
    name: fields.get(FILE_FIELD.name) ?? '',
    key: fields.get(FILE_FIELD.key) ?? '',
    stage: fields.get(FILE_FIELD.stage) === 'customer' ? ('customer' as const) : ('prospect' as const),
    industry: fields.get(FILE_FIELD.industry) ?? '',
    region: fields.get(FILE_FIELD.region) ?? '',
  };
}

/** A changed owner; nothing where the window has no such field or it is as before. */
function ownerEdit(
  fields: ReadonlyMap<string, string>,
  before: { readonly ownerSlackId: string | null; readonly ownerText: string | null },
): Pick<CustomerEdit, 'owner'> {
  if (!fields.has(FILE_FIELD.owner)) return {};
  const slackUserId = fields.get(FILE_FIELD.owner) ?? '';
  const text = fields.get(FILE_FIELD.ownerText) ?? '';
  if (slackUserId !== '') return slackUserId === before.ownerSlackId ? {} : { owner: { slackUserId } };
  const isAsBefore = before.ownerSlackId === null && text === (before.ownerText ?? '');
  return isAsBefore ? {} : { owner: { text } };
}

/** The window of *Archive* was sent. */
export function archiveSubmitted(services: Services) {
  return fileWindowSubmitted(
    services,
    (language) => CUSTOMER_FILE_TEXT[language].archiveTitle,
    FIELD_OF_FILE,
    async ({ context, fields, requestId, viewer, window }) => {
      const reason = fields.get(FILE_FIELD.reason) ?? '';
      const { customerId } = window;
      const changed = await services.useCases.archiveCustomer(context, { customerId, requestId, reason });
      return { changed, lines: [CUSTOMER_FILE_TEXT[viewer.language].archived(changed.name)] };
    },
  );
}

/** The window of *Merge into* was sent. */
export function mergeSubmitted(services: Services) {
  return fileWindowSubmitted(
    services,
    (language) => CUSTOMER_FILE_TEXT[language].mergeTitle,
    { archived: ACTION.findCustomer, 'not-yours': ACTION.findCustomer },
    async ({ context, fields, requestId, viewer, window }) => {
      const text = CUSTOMER_FILE_TEXT[viewer.language];
      const keptId = fields.get(ACTION.findCustomer) ?? '';
      if (keptId === '') return { errors: { [ACTION.findCustomer]: text.mergeNobody } };
      if (keptId === window.customerId) return { errors: { [ACTION.findCustomer]: text.mergeItself } };
      const gone = await services.useCases.customerFile(context, window.customerId);
      // It has become part of another one while the window was open.
      if (gone.customerId === keptId) return { errors: { [ACTION.findCustomer]: text.mergeItself } };
      const changed = await services.useCases.mergeInto(context, { keptId, goneId: gone.customerId, requestId });
      return { changed, lines: [text.merged(changed.name, gone.name)] };
    },
  );
}

const FIELD_OF_CONTACT: Readonly<Record<string, string | undefined>> = {
  'contact-empty': CONTACT_FIELD.name,
  'contact-phone': CONTACT_FIELD.phone,
  'contact-email': CONTACT_FIELD.email,
  'contact-birthday': CONTACT_FIELD.birthday,
  'text-too-long': CONTACT_FIELD.notes,
};

/** The window of *Add a contact* was sent. */
export function addContactSubmitted(services: Services) {
  return fileWindowSubmitted(
    services,
    (language) => CONTACT_PERSON_TEXT[language].add,
    FIELD_OF_CONTACT,
    async (sent) => {
      const { context, requestId, viewer, window } = sent;
      const text = CONTACT_PERSON_TEXT[viewer.language];
      const contact = contactIn(sent);
      const { customerId } = window;
      const added = await services.useCases.addContact(context, { customerId, requestId, contact });
      if (added.kind === 'known') {
        const field = contact.phone === '' ? (contact.email === '' ? 'name' : 'email') : 'phone';
        return { errors: { [CONTACT_FIELD[field]]: text.known(contactName(added.contact, viewer.language)) } };
      }
      const name = contact.name || contact.phone || contact.email || '';
      const elsewhere = added.elsewhere.length === 0 ? [] : [text.elsewhere(added.elsewhere)];
      return { changed: added, lines: [text.added(name), ...elsewhere] };
    },
  );
}

/** The window of *Edit* of a contact was sent. */
export function editContactSubmitted(services: Services) {
  return fileWindowSubmitted(
    services,
    (language) => CONTACT_PERSON_TEXT[language].editTitle,
    FIELD_OF_CONTACT,
    async (sent) => {
      const { context, requestId, viewer, window } = sent;
      const contact = contactIn(sent);
      const { customerId, subject: contactId = '' } = window;
      const changed = await services.useCases.editContact(context, { customerId, requestId, contactId, contact });
      const name = contact.name || contact.phone || contact.email || '';
      if (changed.isRepeat) return { notice: CUSTOMER_FILE_TEXT[viewer.language].nothingChanged(name) };
      return { changed, lines: [CONTACT_PERSON_TEXT[viewer.language].edited(name)] };
    },
  );
}

function contactIn({ fields }: SentFile): Required<{ [K in keyof ContactInput]: string }> {
  const field = (id: string): string => fields.get(id) ?? '';
  return {
    name: field(CONTACT_FIELD.name),
    role: field(CONTACT_FIELD.otherRole) || field(CONTACT_FIELD.role),
    phone: field(CONTACT_FIELD.phone),
    email: field(CONTACT_FIELD.email),
    birthday: field(CONTACT_FIELD.birthday),
    notes: field(CONTACT_FIELD.notes),
  };
}

/** The window of *Edit figures* was sent: what is as it was when the window was opened is left alone. */
export function figuresSubmitted(services: Services) {
  return fileWindowSubmitted(
    services,
    (language) => FIGURE_TEXT[language].title,
    {},
    async ({ context, fields, requestId, viewer, window }) => {
      const { language } = viewer;
      const texts: Record<string, string> = {};
      const blockOf = new Map<string, string>();
      for (const [id, text] of fields) {
        const field = readFigureField(id);
        if (field === undefined || field.isAsBefore(text)) continue;
        texts[field.criterion] = text;
        blockOf.set(field.criterion, id);
      }
      const { customerId } = window;
      const edited = await services.useCases.editFigures(context, { customerId, requestId, texts });
      if (edited.kind === 'problems') {
        const errors = Object.entries(edited.problems).map(([criterion, problem]): [string, string] => {
          const { type = 'text' } = edited.scheme.criteria.find(({ id }) => id === criterion) ?? {};
          return [blockOf.get(criterion) ?? '', figureProblemText(problem, type, language)];
        });
        return { errors: Object.fromEntries(errors) };
      }
      if (edited.isRepeat) return { notice: CUSTOMER_FILE_TEXT[language].nothingChanged(edited.name) };
      return { changed: edited, lines: [FIGURE_TEXT[language].edited(edited.name)] };
    },
  );
}

/** The window of *Add a purchase* was sent. */
export function purchaseSubmitted(services: Services) {
  return fileWindowSubmitted(
    services,
    (language) => PURCHASE_FILE_TEXT[language].addTitle,
    {
      'purchase-day': PURCHASE_FIELD.day,
      'purchase-amount': PURCHASE_FIELD.amount,
      'text-too-long': PURCHASE_FIELD.product,
    },
    async ({ context, fields, requestId, viewer, window }) => {
      const text = PURCHASE_FILE_TEXT[viewer.language];
      const field = (id: string): string => fields.get(id) ?? '';
      const added = await services.useCases.addPurchase(context, {
        customerId: window.customerId,
        requestId,
        purchase: {
          boughtOn: field(PURCHASE_FIELD.day),
          amount: field(PURCHASE_FIELD.amount),
          product: field(PURCHASE_FIELD.product),
          channel: field(PURCHASE_FIELD.channel),
          orderNumber: field(PURCHASE_FIELD.order),
        },
      });
      return { changed: added, lines: [text.added(added.name), ...(added.countsLater ? [text.countsLater] : [])] };
    },
  );
}
