import type { AddedCustomer, NewCustomer } from '../use-cases/add-customer.ts';
import type { ChangeRequest, CustomerChanged } from '../use-cases/change-customer.ts';
import type { AddedContact, ContactDetails, ContactInput } from '../use-cases/contacts.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { CustomerFile } from '../use-cases/customer-file.ts';
import type { CustomerEdit } from '../use-cases/edit-customer.ts';
import type { CustomerFigures, FiguresEdited } from '../use-cases/edit-figures.ts';
import type { MergeRequest } from '../use-cases/merge-into.ts';
import type { Purchase, PurchaseAdded, PurchaseInput } from '../use-cases/purchases.ts';
import type { ImportUndone } from '../use-cases/undo-import.ts';

type With<T> = ChangeRequest & T;

/** What listeners ask of the product about customers' files. Each throws UseCaseError when it refuses. */
export interface FileUseCases {
  customerFile(context: UseCaseContext, customerId: string): Promise<CustomerFile>;
  addCustomer(context: UseCaseContext, asked: NewCustomer): Promise<AddedCustomer>;
  editCustomer(context: UseCaseContext, request: With<{ readonly edit: CustomerEdit }>): Promise<CustomerChanged>;
  archiveCustomer(context: UseCaseContext, request: With<{ readonly reason: string }>): Promise<CustomerChanged>;
  bringBackCustomer(context: UseCaseContext, request: ChangeRequest): Promise<CustomerChanged>;
  mergeInto(context: UseCaseContext, request: MergeRequest): Promise<CustomerChanged>;
  listContacts(context: UseCaseContext, customerId: string): Promise<readonly ContactDetails[]>;
  addContact(context: UseCaseContext, request: With<{ readonly contact: ContactInput }>): Promise<AddedContact>;
  editContact(
    context: UseCaseContext,
    request: With<{ readonly contactId: string; readonly contact: ContactInput }>,
  ): Promise<CustomerChanged>;
  removeContact(context: UseCaseContext, request: With<{ readonly contactId: string }>): Promise<CustomerChanged>;
  /** Undefined when no scheme is in use for such customers. */
  findFigures(context: UseCaseContext, customerId: string): Promise<CustomerFigures | undefined>;
  editFigures(
    context: UseCaseContext,
    request: With<{ readonly texts: Readonly<Record<string, string>> }>,
  ): Promise<FiguresEdited>;
  listPurchases(context: UseCaseContext, customerId: string, most: number): Promise<readonly Purchase[]>;
  /** ISO 4217; null when purchases on file name none. */
  purchaseCurrency(context: UseCaseContext): Promise<string | null>;
  addPurchase(context: UseCaseContext, request: With<{ readonly purchase: PurchaseInput }>): Promise<PurchaseAdded>;
  removePurchase(context: UseCaseContext, request: With<{ readonly purchaseId: string }>): Promise<CustomerChanged>;
  undoImport(context: UseCaseContext, importId?: string): Promise<ImportUndone>;
}
