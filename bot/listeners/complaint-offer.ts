import { mentionsComplaint } from '../../core/follow-ups/mentions-complaint.ts';
import { followUpValue } from '../blocks/follow-up-button.ts';
import type { Viewer } from '../blocks/viewer.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { Services } from './services.ts';

/**
 * The value of the button that logs a complaint, where the note of a contact tells of one: nothing is filed by itself.
 * Undefined where it tells of none, where one is open already, and for whoever may not log it. Never fails: the contact is
 * logged already.
 */
export async function complaintOffer(
  { customerId, note }: { readonly customerId: string; readonly note: string },
  context: UseCaseContext,
  viewer: Viewer,
  { log, useCases }: Services,
): Promise<string | undefined> {
  if (!mentionsComplaint(note)) return undefined;
  try {
    const card = await useCases.showCustomer(context, customerId);
    const isOffered = card?.closed === null && card.service.complaints.length === 0 && card.contacts.may.decide;
    return isOffered ? followUpValue({ customerId: card.id, seenAt: viewer.now }) : undefined;
  } catch (error) {
    log.info({ err: error }, 'a complaint could not be offered');
    return undefined;
  }
}
