import { customerCard } from '../blocks/customer-card.ts';
import type { AskedList, CustomerWindow } from '../blocks/customer-window.ts';
import { followUpList } from '../blocks/follow-up-list.ts';
import type { Message } from '../blocks/rich-text.ts';
import type { Viewer } from '../blocks/viewer.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { MOST_CARRIED_OVER } from './commands/follow-ups.ts';
import { postToUrl } from './post-to-url.ts';
import type { Services } from './services.ts';

/**
 * Puts the customer's card, or the list of a day, as it is now in the place of the one that a window was opened from, if it was.
 * Never fails: what was done is done, and the card may be too old to be changed.
 */
export async function putCard(
  services: Services,
  context: UseCaseContext,
  viewer: Viewer,
  { cardUrl, customerId, list }: Pick<CustomerWindow, 'cardUrl' | 'customerId' | 'list'>,
): Promise<void> {
  if (cardUrl === undefined) return;
  try {
    const now =
      list === undefined
        ? await cardNow(services, context, viewer, customerId)
        : await listNow(services, context, viewer, list);
    if (now === undefined) return;
    await postToUrl(cardUrl, { ...now, response_type: 'ephemeral', replace_original: true });
  } catch (error) {
    services.log.info({ err: error }, 'a card could not be brought up to date');
  }
}

async function cardNow(
  { useCases }: Services,
  context: UseCaseContext,
  viewer: Viewer,
  customerId: string,
): Promise<Message | undefined> {
  const card = await useCases.showCustomer(context, customerId);
  return card && customerCard(card, viewer);
}

async function listNow(
  { clock, useCases }: Services,
  context: UseCaseContext,
  viewer: Viewer,
  { memberId, on }: AskedList,
): Promise<Message> {
  const seenAt = clock.now();
  const day = await useCases.planRepDay(context, { memberId, on, mostCarriedOver: MOST_CARRIED_OVER });
  return followUpList(day, { viewer, isOwn: memberId === context.actor.memberId, seenAt, isAsked: true });
}
