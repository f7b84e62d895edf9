import { normaliseName } from '../../core/customer-name.ts';
import { CONTACT_PERSON_TEXT, contactRoleText } from '../../core/text/contact-person-text.ts';
import { CUSTOMER_FILE_TEXT } from '../../core/text/customer-file-text.ts';
import { FILE_COMMAND_TEXT } from '../../core/text/file-command-text.ts';
import type { Language } from '../../core/text/language.ts';
import {
  addContact,
  type ContactDetails,
  type ContactInput,
  editContact,
  listContacts,
  removeContact,
} from '../use-cases/contacts.ts';
import { CliError, type CliIo, print, tell } from './cli-io.ts';
import { customerNamed } from './customer-named.ts';
import type { FileCommandOptions } from './file-commands.ts';
import { inWorkspace } from './in-workspace.ts';
import { printable } from './printable.ts';

/** `contacts CUSTOMER`: the people there, numbered, a line each with tabs between. */
export async function contactsCommand(
  io: CliIo,
  customer: string,
  { language, workspace }: FileCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    const contacts = await listContacts(context, id);
    if (contacts.length === 0) tell(io, CONTACT_PERSON_TEXT[language].none);
    for (const [place, contact] of contacts.entries())
      await print(io, `${contactLine(place + 1, contact, language)}\n`);
    return 0;
  });
}

/** `contacts CUSTOMER add --name …`. */
export async function addContactCommand(
  io: CliIo,
  customer: string,
  contact: ContactInput,
  { language, workspace }: FileCommandOptions,
): Promise<number> {
  const text = CONTACT_PERSON_TEXT[language];
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    const added = await addContact(context, { customerId: id, contact });
    if (added.kind === 'known') throw new CliError(text.known(nameOf(added.contact, language)));
    await print(io, `${text.added(contact.name ?? contact.phone ?? contact.email ?? '')}\n`);
    if (added.elsewhere.length > 0) tell(io, text.elsewhere(added.elsewhere));
    return 0;
  });
}

/** `contacts CUSTOMER edit WHO --phone …`. */
export async function editContactCommand(
  io: CliIo,
  customer: string,
  asked: { readonly who: string; readonly contact: ContactInput },
  { language, workspace }: FileCommandOptions,
): Promise<number> {
  const { contact, who } = asked;
  if (Object.values(contact).every((value) => value === undefined))
    throw new CliError(FILE_COMMAND_TEXT[language].nothingToDo);
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    const known = contactNamed(await listContacts(context, id), who, language);
    const changed = await editContact(context, { customerId: id, contactId: known.id, contact });
    const name = contact.name ?? nameOf(known, language);
    const line = changed.isRepeat
      ? CUSTOMER_FILE_TEXT[language].nothingChanged(name)
      : CONTACT_PERSON_TEXT[language].edited(name);
    await print(io, `${line}\n`);
    return 0;
  });
}

/** `contacts CUSTOMER remove WHO`. */
export async function removeContactCommand(
  io: CliIo,
  customer: string,
  who: string,
  { language, workspace }: FileCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    const known = contactNamed(await listContacts(context, id), who, language);
    await removeContact(context, { customerId: id, contactId: known.id });
    await print(io, `${CONTACT_PERSON_TEXT[language].removed(nameOf(known, language))}\n`);
    return 0;
  });
}

/** The contact by its number in the list or its whole name. Throws {@link CliError} when none or several fit. */
function contactNamed(contacts: readonly ContactDetails[], who: string, language: Language): ContactDetails {
  const byNumber = /^\d+$/.test(who.trim()) ? contacts[Number(who) - 1] : undefined;
  const named = contacts.filter(({ name }) => name !== null && normaliseName(name) === normaliseName(who));
  const found = byNumber ?? (named.length === 1 ? named[0] : undefined);
  if (found !== undefined) return found;
  const known = contacts.map((contact, place) => `${place + 1} ${nameOf(contact, language)}`);
  throw new CliError(FILE_COMMAND_TEXT[language].noSuchContact(who, known));
}

function nameOf({ email, name, phone }: ContactDetails, language: Language): string {
  return printable(name ?? phone ?? email ?? CONTACT_PERSON_TEXT[language].nameless);
}

function contactLine(number: number, contact: ContactDetails, language: Language): string {
  const { birthday, email, notes, phone, role } = contact;
  const cells = [role === null ? null : contactRoleText(role, language), phone, email, birthday, notes];
  const shown = cells.map((cell) => printable(cell ?? FILE_COMMAND_TEXT[language].nothing));
  return [String(number), nameOf(contact, language), ...shown].join('\t');
}
