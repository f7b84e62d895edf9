import { customerCard } from '../blocks/customer-card.ts';
import type { CustomerWindow } from '../blocks/customer-window.ts';
import type { Viewer } from '../blocks/viewer.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { postToUrl } from './post-to-url.ts';
import type { Services } from './services.ts';

/**
 * Puts the customer's card as it is now in the place of the one that a window was opened from, if it was. Never fails: what
 * was done is done, and the card may be too old to be changed.
 */
export async function putCard(
  services: Services,
  context: UseCaseContext,
  viewer: Viewer,
  { cardUrl, customerId }: Pick<CustomerWindow, 'cardUrl' | 'customerId'>,
): Promise<void> {
  if (cardUrl === undefined) return;
  try {
    const card = await services.useCases.showCustomer(context, customerId);
    if (card === undefined) return;
    await postToUrl(cardUrl, { ...customerCard(card, viewer), response_type: 'ephemeral', replace_original: true });
  } catch (error) {
    services.log.info({ err: error }, 'a card could not be brought up to date');
  }
}
