import { type CustomerWindow, customerWindowMetadata, readCustomerWindow } from './customer-window.ts';

/** What the window in which a contact is logged remembers while it is open. */
export interface LogWindow {
  /** Undefined while the customer is still to be chosen in the window. */
  readonly customer?: CustomerWindow | undefined;
  /** The Slack message that tells of the contact. */
  readonly link?: string | undefined;
  /** The action that logged the contact before, which this one takes the place of. */
  readonly replaces?: string | undefined;
}

/** A longer address is left out: Slack takes 3,000 characters in all. */
const LONGEST_LINK = 1000;

/** The window's `private_metadata`; what reads that of a window about a customer reads this too. */
export function logWindowMetadata({ customer, link, replaces }: LogWindow): string {
  const known: object = customer === undefined ? {} : (JSON.parse(customerWindowMetadata(customer)) as object);
  return JSON.stringify({
    ...known,
    ...(link !== undefined && link.length <= LONGEST_LINK && { link }),
    ...(replaces !== undefined && { replaces }),
  });
}

/** Reads {@link logWindowMetadata}; of anything else nothing. */
export function readLogWindow(metadata: string): LogWindow {
  const customer = readCustomerWindow(metadata);
  const read: unknown = metadata.startsWith('{') ? JSON.parse(metadata) : {};
  return { customer, link: textIn(read, 'link'), replaces: textIn(read, 'replaces') };
}

function textIn(read: unknown, field: 'link' | 'replaces'): string | undefined {
  const value: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, field) : undefined;
  return typeof value === 'string' ? value : undefined;
}
