import { CONTACT_PERSON_TEXT } from '../../core/text/contact-person-text.ts';
import { CUSTOMER_FILE_TEXT } from '../../core/text/customer-file-text.ts';
import { FIGURE_TEXT } from '../../core/text/figure-text.ts';
import { MORE_TEXT } from '../../core/text/more-text.ts';
import { PURCHASE_FILE_TEXT } from '../../core/text/purchase-file-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { ACTION } from './action-ids.ts';
import type { MoreGroup } from './more-window.ts';
import { plainName } from './plain-name.ts';
import type { Viewer } from './viewer.ts';

/** What the *More* window offers about what is on file of a customer. */
export function fileGroup(card: CustomerCard, { language }: Viewer): MoreGroup {
  const file = CUSTOMER_FILE_TEXT[language];
  const name = plainName(card.name, 30);
  const contacts = CONTACT_PERSON_TEXT[language];
  const figures = FIGURE_TEXT[language];
  const purchases = PURCHASE_FILE_TEXT[language];
  return {
    heading: MORE_TEXT[language].file,
    entries: [
      { actionId: ACTION.editCustomer, label: file.edit, accessible: file.editLabel(name) },
      { actionId: ACTION.figures, label: figures.edit, accessible: figures.editLabel(name) },
      { actionId: ACTION.contacts, label: contacts.contacts, accessible: contacts.contactsLabel(name) },
      { actionId: ACTION.purchases, label: purchases.purchases, accessible: purchases.purchasesLabel(name) },
      { actionId: ACTION.mergeCustomer, label: file.merge, accessible: file.mergeLabel(name) },
      ...(card.closed === null
        ? [
            {
              actionId: ACTION.archiveCustomer,
              label: file.archive,
              accessible: file.archiveLabel(name),
              style: 'danger' as const,
            },
          ]
        : []),
    ],
  };
}
