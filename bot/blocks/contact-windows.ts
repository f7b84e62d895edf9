import type { Button, ModalView } from '@slack/types';
import { CONTACT_PERSON_TEXT, CONTACT_ROLES, contactRoleText } from '../../core/text/contact-person-text.ts';
import { CUSTOMER_FILE_TEXT } from '../../core/text/customer-file-text.ts';
import { formatDate } from '../../core/text/format.ts';
import type { Language } from '../../core/text/language.ts';
import type { ContactDetails } from '../use-cases/contacts.ts';
import { ACTION } from './action-ids.ts';
import type { CustomerWindow } from './customer-window.ts';
import { fileWindow } from './file-window.ts';
import { followUpValue } from './follow-up-button.ts';
import { plainName } from './plain-name.ts';
import { type Block, bold, context, inLines, paragraph, plainText, richText, run } from './rich-text.ts';
import type { Viewer } from './viewer.ts';
import { choiceField, dayField, textField } from './window-fields.ts';

/** The ids by which the windows and their fields come back. */
export const CONTACT_VIEW = { add: 'contact_add', edit: 'contact_edit' } as const;
export const CONTACT_FIELD = {
  name: 'name',
  role: 'role',
  otherRole: 'other_role',
  phone: 'phone',
  email: 'email',
  birthday: 'birthday',
  notes: 'notes',
} as const;

/** Two blocks each, far below the 100 of a window. */
const MOST_CONTACTS = 30;
const LONGEST_WORDS = 200;
const LONGEST_NOTES = 2000;

/** The window with the people at a customer, each with *Edit* and *Remove*. */
export function contactsWindow(
  customerName: string,
  contacts: readonly ContactDetails[],
  viewer: Viewer,
  window: CustomerWindow,
): ModalView {
  const { language } = viewer;
  const text = CONTACT_PERSON_TEXT[language];
  const add = button(
    ACTION.addContact,
    text.add,
    text.addLabel(plainName(customerName, 40)),
    followUpValue(at(window)),
  );
  const left = contacts.length - MOST_CONTACTS;
  const blocks: Block[] = [
    ...(contacts.length === 0 ? [paragraph(text.none)] : []),
    ...contacts.slice(0, MOST_CONTACTS).flatMap((contact, place) => contactBlocks(contact, place, viewer, window)),
    ...(left > 0 ? [context(text.more(left))] : []),
    { type: 'actions', elements: [{ ...add, style: 'primary' }] },
  ];
  return fileWindow({ customerName, title: text.title, blocks }, window, language);
}

/** The window in which a person at a customer is added or, with `contact`, changed. */
export function contactWindow(
  customerName: string,
  contact: ContactDetails | null,
  { language }: Viewer,
  window: CustomerWindow,
): ModalView {
  const text = CONTACT_PERSON_TEXT[language];
  const role = contact?.role ?? null;
  const known = CONTACT_ROLES.find((one) => one === role);
  const field = (id: string, label: string) => ({ id, label, isOptional: true });
  const blocks: Block[] = [
    textField(field(CONTACT_FIELD.name, text.name), { max: LONGEST_WORDS, text: contact?.name ?? '' }),
    choiceField(
      field(CONTACT_FIELD.role, text.role),
      CONTACT_ROLES.map((one) => [one, contactRoleText(one, language)] as const),
      known,
    ),
    textField(
      { ...field(CONTACT_FIELD.otherRole, text.otherRole), hint: text.otherRoleHint },
      { max: LONGEST_WORDS, text: known === undefined ? (role ?? '') : '' },
    ),
    textField(field(CONTACT_FIELD.phone, text.phone), { max: LONGEST_WORDS, text: contact?.phone ?? '' }),
    textField(field(CONTACT_FIELD.email, text.email), { max: LONGEST_WORDS, text: contact?.email ?? '' }),
    dayField(field(CONTACT_FIELD.birthday, text.birthday), contact?.birthday ?? null),
    textField(field(CONTACT_FIELD.notes, text.notes), {
      max: LONGEST_NOTES,
      lines: true,
      text: contact?.notes ?? '',
    }),
  ];
  const shown = {
    customerName,
    callbackId: contact === null ? CONTACT_VIEW.add : CONTACT_VIEW.edit,
    title: contact === null ? text.add : text.editTitle,
    submit: CUSTOMER_FILE_TEXT[language].save,
    blocks,
  };
  return fileWindow(shown, window, language);
}

/** What a person at a customer is called: the name, else the number or address. */
export function contactName({ email, name, phone }: ContactDetails, language: Language): string {
  return plainName(name ?? phone ?? email ?? CONTACT_PERSON_TEXT[language].nameless, 140);
}

function contactBlocks(contact: ContactDetails, place: number, { language }: Viewer, window: CustomerWindow): Block[] {
  const text = CONTACT_PERSON_TEXT[language];
  const { birthday, email, notes, phone, role } = contact;
  const name = contactName(contact, language);
  const details = [phone, email].filter((one) => one !== null).map((one) => plainName(one, 100));
  if (birthday !== null) details.push(text.born(formatDate(birthday, language)));
  const lines = [
    [bold(name), ...(role === null ? [] : [run(` · ${plainName(contactRoleText(role, language), 60)}`)])],
    ...(details.length === 0 ? [] : [[run(details.join(' · '))]]),
    ...(notes === null ? [] : [[run(plainName(notes, 200))]]),
  ];
  const value = followUpValue({ ...at(window), subject: contact.id });
  const short = plainName(name, 40);
  const remove: Button = {
    ...button(`${ACTION.removeContact}_${place + 1}`, text.remove, text.removeLabel(short), value),
    confirm: {
      title: plainText(text.remove, 100),
      text: plainText(text.confirmRemove(plainName(name, 100)), 300),
      confirm: plainText(text.remove, 30),
      deny: plainText(text.keep, 30),
    },
  };
  return [
    richText(inLines(...lines)),
    {
      type: 'actions',
      elements: [button(`${ACTION.editContact}_${place + 1}`, text.edit, text.editLabel(short), value), remove],
    },
  ];
}

function at({ customerId, seenAt }: CustomerWindow) {
  return { customerId, seenAt };
}

function button(actionId: string, label: string, accessible: string, value: string): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(label, 75),
    value,
    accessibility_label: plainName(accessible, 75),
  };
}
