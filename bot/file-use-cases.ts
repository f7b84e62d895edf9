import type { FileUseCases } from './listeners/file-use-cases.ts';

/** The use cases about customers' files as the listeners call them. They are loaded when they are called: a start does not wait for them. */
export const FILE_USE_CASES: FileUseCases = {
  customerFile: async (...asked) => (await import('./use-cases/customer-file.ts')).customerFile(...asked),
  addCustomer: async (...asked) => (await import('./use-cases/add-customer.ts')).addCustomer(...asked),
  editCustomer: async (...asked) => (await import('./use-cases/edit-customer.ts')).editCustomer(...asked),
  archiveCustomer: async (...asked) => (await import('./use-cases/archive-customer.ts')).archiveCustomer(...asked),
  bringBackCustomer: async (...asked) => (await import('./use-cases/archive-customer.ts')).bringBackCustomer(...asked),
  mergeInto: async (...asked) => (await import('./use-cases/merge-into.ts')).mergeInto(...asked),
  listContacts: async (...asked) => (await contacts()).listContacts(...asked),
  addContact: async (...asked) => (await contacts()).addContact(...asked),
  editContact: async (...asked) => (await contacts()).editContact(...asked),
  removeContact: async (...asked) => (await contacts()).removeContact(...asked),
  findFigures: async (...asked) => (await figures()).findFigures(...asked),
  editFigures: async (...asked) => (await figures()).editFigures(...asked),
  listPurchases: async (...asked) => (await purchases()).listPurchases(...asked),
  purchaseCurrency: async (...asked) => (await purchases()).purchaseCurrency(...asked),
  addPurchase: async (...asked) => (await purchases()).addPurchase(...asked),
  removePurchase: async (...asked) => (await purchases()).removePurchase(...asked),
  undoImport: async (...asked) => (await import('./use-cases/undo-import.ts')).undoImport(...asked),
};

function contacts() {
  return import('./use-cases/contacts.ts');
}

function figures() {
  return import('./use-cases/edit-figures.ts');
}

function purchases() {
  return import('./use-cases/purchases.ts');
}
