import {
  findCardCustomer,
  findExampleCustomer,
  forgetPostedCards,
  type PostedCard,
  savePostedCards,
} from '../store/posted-cards.ts';
import type { UseCaseContext } from './context.ts';
import { schemeInUse } from './schemes-in-use.ts';

/** Messages in Slack that are about one customer: cards, and questions to which one was the answer. */
export type { PostedCard };

/** For so long a thread knows its customer. */
export const CARD_DAYS = 90;

/** The customer that a message is about, the kept one where it was merged; undefined for none, or after {@link CARD_DAYS}. */
export async function cardCustomer(
  { actor, db }: UseCaseContext,
  posted: Pick<PostedCard, 'channel' | 'ts'>,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  return findCardCustomer(db, actor.workspaceId, posted);
}

/** Remembers of which customer messages are; the first that is said of a message holds. */
export async function rememberCards({ actor, clock, db }: UseCaseContext, cards: readonly PostedCard[]): Promise<void> {
  await savePostedCards(db, actor.workspaceId, cards, clock.now());
}

/** Forgets what was remembered more than {@link CARD_DAYS} ago. */
export async function forgetOldCards({ actor, clock, db }: UseCaseContext): Promise<void> {
  await forgetPostedCards(db, actor.workspaceId, new Date(clock.now().getTime() - CARD_DAYS * 86_400_000));
}

/** A graded customer, the actor's own if there is one, to make an example of; undefined when nobody is graded. */
export async function exampleCustomer({
  actor,
  db,
}: UseCaseContext): Promise<{ readonly name: string; readonly tier: string } | undefined> {
  return findExampleCustomer(db, actor.workspaceId, actor.memberId);
}

/** What people may call the tiers of the schemes in use: by id, and by name in any language. */
export async function tierWords({ actor, db }: UseCaseContext): Promise<readonly string[]> {
  const words = new Set<string>();
  for (const stage of ['customer', 'prospect'] as const) {
    const scheme = await schemeInUse(db, actor.workspaceId, stage);
    for (const { id, titles } of scheme?.tiers ?? [])
      for (const word of [id, ...Object.values(titles)]) if (word !== undefined) words.add(word);
  }
  return [...words];
}
