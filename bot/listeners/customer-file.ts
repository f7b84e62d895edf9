import type { App, BlockAction } from '@slack/bolt';
import { ACTION } from '../blocks/action-ids.ts';
import { ADD_VIEW } from '../blocks/add-customer-window.ts';
import { CONTACT_VIEW } from '../blocks/contact-windows.ts';
import { ARCHIVE_VIEW, EDIT_VIEW, MERGE_VIEW } from '../blocks/customer-file-windows.ts';
import { FIGURES_VIEW } from '../blocks/figures-window.ts';
import { PURCHASE_VIEW } from '../blocks/purchase-windows.ts';
import { addCustomerAction, itIsThisAction } from './actions/add-customer.ts';
import { bringBackAction, fileWindows } from './actions/customer-file.ts';
import { customerWindowAction } from './actions/customer-window.ts';
import { undoImportAction } from './actions/undo-import.ts';
import type { Services } from './services.ts';
import { addSubmitted } from './views/add-customer.ts';
import {
  addContactSubmitted,
  archiveSubmitted,
  editContactSubmitted,
  editSubmitted,
  figuresSubmitted,
  mergeSubmitted,
  purchaseSubmitted,
} from './views/customer-file.ts';

/** The windows that have a listener here. */
export const FILE_WINDOWS = [
  ADD_VIEW,
  EDIT_VIEW,
  ARCHIVE_VIEW,
  MERGE_VIEW,
  CONTACT_VIEW.add,
  CONTACT_VIEW.edit,
  FIGURES_VIEW,
  PURCHASE_VIEW,
] as const;

/** Pages of figures that can be turned to: a scheme has at most a few hundred criteria. */
const MOST_PAGES = 10;

/** Registers what concerns a customer's file: adding, changing, archiving, merging, contacts, figures and purchases. */
export function registerCustomerFile(app: App, services: Services): void {
  const build = fileWindows(services);
  const windows = {
    [ACTION.editCustomer]: build.edit,
    [ACTION.archiveCustomer]: build.archive,
    [ACTION.mergeCustomer]: build.merge,
    [ACTION.contacts]: build.contacts,
    [ACTION.addContact]: build.addContact,
    [ACTION.editContact]: build.editContact,
    [ACTION.removeContact]: build.removeContact,
    [ACTION.purchases]: build.purchases,
    [ACTION.addPurchase]: build.addPurchase,
    [ACTION.removePurchase]: build.removePurchase,
    [ACTION.figures]: build.figures(1),
  };
  for (const [actionId, window] of Object.entries(windows)) {
    const pattern = actionId === ACTION.figures ? new RegExp(`^${actionId}$`) : new RegExp(`^${actionId}(?:_\\d+)?$`);
    app.action<BlockAction>({ type: 'block_actions', action_id: pattern }, customerWindowAction(services, window));
  }
  for (let page = 1; page <= MOST_PAGES; page++) {
    const turned = customerWindowAction(services, build.figures(page));
    app.action<BlockAction>({ type: 'block_actions', action_id: `${ACTION.figures}_${page}` }, turned);
  }
  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.bringBack }, bringBackAction(services));
  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.addCustomer }, addCustomerAction(services));
  const itIsThis = new RegExp(`^${ACTION.itIsThis}_\\d+$`);
  app.action<BlockAction>({ type: 'block_actions', action_id: itIsThis }, itIsThisAction(services));
  app.action<BlockAction>({ type: 'block_actions', action_id: ACTION.undoImport }, undoImportAction(services));

  app.view(ADD_VIEW, addSubmitted(services));
  app.view(EDIT_VIEW, editSubmitted(services));
  app.view(ARCHIVE_VIEW, archiveSubmitted(services));
  app.view(MERGE_VIEW, mergeSubmitted(services));
  app.view(CONTACT_VIEW.add, addContactSubmitted(services));
  app.view(CONTACT_VIEW.edit, editContactSubmitted(services));
  app.view(FIGURES_VIEW, figuresSubmitted(services));
  app.view(PURCHASE_VIEW, purchaseSubmitted(services));
}
