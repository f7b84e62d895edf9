import type { ModalView } from '@slack/types';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { CONTACT_PERSON_TEXT } from '../../../core/text/contact-person-text.ts';
import { FIGURE_TEXT } from '../../../core/text/figure-text.ts';
import { PURCHASE_FILE_TEXT } from '../../../core/text/purchase-file-text.ts';
import { contactName, contactsWindow, contactWindow } from '../../blocks/contact-windows.ts';
import { archiveWindow, editWindow, mergeWindow } from '../../blocks/customer-file-windows.ts';
import { figuresWindow } from '../../blocks/figures-window.ts';
import { purchasesWindow, purchaseWindow, SHOWN_PURCHASES } from '../../blocks/purchase-windows.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import { anyRefusalOf } from '../service-refusal.ts';
import type { Services } from '../services.ts';
import { saidChanged } from '../views/said-changed.ts';
import { type BlockActionArgs, customerIdOf } from './action-args.ts';
import { cardAnswer } from './card-answer.ts';
import type { BuildWindow } from './customer-window.ts';

/** What each button about a customer's file opens. */
export function fileWindows({ useCases, ...services }: Services) {
  const all = { useCases, ...services };
  const edit: BuildWindow = async (card, viewer, window, context) =>
    editWindow(await useCases.customerFile(context, card.id), viewer, window);
  const archive: BuildWindow = (card, viewer, window) => archiveWindow(card.name, viewer, window);
  const merge: BuildWindow = (card, viewer, window) => mergeWindow(card.name, viewer, window);
  const contacts: BuildWindow = async (card, viewer, window, context) =>
    contactsWindow(card.name, await useCases.listContacts(context, card.id), viewer, window);
  const addContact: BuildWindow = (card, viewer, window) => contactWindow(card.name, null, viewer, window);
  const editContact: BuildWindow = async (card, viewer, window, context) => {
    const found = (await useCases.listContacts(context, card.id)).find(({ id }) => id === window.subject);
    return found === undefined
      ? CONTACT_PERSON_TEXT[viewer.language].none
      : contactWindow(card.name, found, viewer, window);
  };
  const removeContact: BuildWindow = refusable(async (card, viewer, window, context) => {
    const { subject: contactId = '' } = window;
    const text = CONTACT_PERSON_TEXT[viewer.language];
    const found = (await useCases.listContacts(context, card.id)).find(({ id }) => id === contactId);
    // A double click does one thing; what is removed again after it was taken back is another list's.
    const requestId = `contact-removed ${contactId} ${window.seenAt.getTime()}`;
    const changed = await useCases.removeContact(context, { customerId: card.id, contactId, requestId });
    const name = found === undefined ? card.name : contactName(found, viewer.language);
    return saidChanged(all, text.title, { changed, lines: [text.removed(name)] }, { window, viewer, context });
  });
  const figures =
    (page: number): BuildWindow =>
    async (card, viewer, window, context) => {
      const found = await useCases.findFigures(context, card.id);
      return found === undefined ? FIGURE_TEXT[viewer.language].noScheme : figuresWindow(found, viewer, window, page);
    };
  const purchases: BuildWindow = async (card, viewer, window, context) =>
    purchasesWindow(card.name, await useCases.listPurchases(context, card.id, SHOWN_PURCHASES), viewer, window);
  const addPurchase: BuildWindow = async (card, viewer, window, context) =>
    purchaseWindow(card.name, await useCases.purchaseCurrency(context), viewer, window);
  const removePurchase: BuildWindow = refusable(async (card, viewer, window, context) => {
    const { subject: purchaseId = '' } = window;
    const text = PURCHASE_FILE_TEXT[viewer.language];
    const requestId = `purchase-removed ${purchaseId} ${window.seenAt.getTime()}`;
    const changed = await useCases.removePurchase(context, { customerId: card.id, purchaseId, requestId });
    return saidChanged(all, text.title, { changed, lines: [text.removed(card.name)] }, { window, viewer, context });
  });
  return {
    edit,
    archive,
    merge,
    contacts,
    addContact,
    editContact,
    removeContact,
    figures,
    purchases,
    addPurchase,
    removePurchase,
  };
}

/** What the use case refuses is the window's sentence. */
function refusable(build: (...args: Parameters<BuildWindow>) => Promise<ModalView | string>): BuildWindow {
  return async (card, viewer: Viewer, ...rest) => {
    try {
      return await build(card, viewer, ...rest);
    } catch (error) {
      const refusal = anyRefusalOf(error, viewer);
      if (refusal === undefined) throw error;
      return refusal.sentence;
    }
  };
}

/** *Bring back* on the card of an archived customer: the card takes its place as it is then. */
export function bringBackAction(services: Services) {
  return async ({ ack, action, body, client, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const answer = cardAnswer({ body, client, respond }, viewer);
    if (!belongsHere(asker, services.workspace)) return answer.sentence(BOT_TEXT[viewer.language].otherWorkspace);
    const context = await contextOf(asker, services);
    const customerId = customerIdOf(action);
    try {
      await services.useCases.bringBackCustomer(context, { customerId });
    } catch (error) {
      const refusal = anyRefusalOf(error, viewer);
      if (refusal === undefined) throw error;
      // Somebody else was quicker: the card shows it.
      if (refusal.code !== 'is-active') return answer.sentence(refusal.sentence);
    }
    return answer.card(await services.useCases.showCustomer(context, customerId));
  };
}
