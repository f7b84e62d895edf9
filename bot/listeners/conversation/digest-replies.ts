import { addDays } from '../../../core/calendar-date.ts';
import type { Digest, DigestEdition } from '../../../core/digest/digest.ts';
import type { DigestNumber } from '../../../core/digest/digest-number.ts';
import type { Question } from '../../../core/questions/question.ts';
import { FOLLOW_UP_LIST_TEXT } from '../../../core/text/follow-up-list-text.ts';
import { type DigestWhose, digestButtonOf } from '../../blocks/digest-button.ts';
import { digestListAnswer } from '../../blocks/digest-list-answer.ts';
import { digestMessage } from '../../blocks/digest-message.ts';
import { digestPartAnswer, type PartAsked } from '../../blocks/digest-part-answer.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { refusalOf } from '../refusal.ts';
import { type Conversation, plainReply, type Reply } from './conversation.ts';

/** So many customers stand in an answer; a button opens the rest. */
const MOST_CUSTOMERS = 10;

type Asked<Kind extends Question['kind']> = Question & { readonly kind: Kind };

/**
 * The customers that a question asks for, of those whose digest the asker may see, and the button to the rest. Undefined when
 * whoever is named is no colleague.
 */
export async function listReply(
  question: Asked<'overdue' | 'movers' | 'complaints'>,
  conversation: Conversation,
): Promise<Reply | undefined> {
  if (question.kind === 'movers' && question.direction === null && !isOfTier(question))
    return partReply(question, 'moves', conversation);
  return forWhom(question, conversation, async (whose) => {
    const { context, services, viewer } = conversation;
    const { useCases } = services;
    const part = question.kind === 'movers' ? 'moves' : question.kind;
    const digest = await useCases.askDigest(context, {
      ...whose,
      edition: editionOf(question),
      parts: [part],
      most: 1,
    });
    const button = digestButtonOf(digest, whose, numberOf(question, digest));
    const list = await useCases.openDigestNumber(context, { ...button, skip: 0, limit: MOST_CUSTOMERS });
    return plainReply(digestListAnswer(list, viewer, button));
  });
}

/** The digest that is asked for, or a part of it; undefined as {@link listReply}. */
export async function digestReply(
  question: Asked<'digest' | 'capacity' | 'signings'>,
  conversation: Conversation,
): Promise<Reply | undefined> {
  return partReply(question, question.kind === 'digest' ? undefined : question.kind, conversation);
}

type Any = Asked<'overdue' | 'movers' | 'complaints' | 'digest' | 'capacity' | 'signings'>;

function partReply(question: Any, part: PartAsked | undefined, conversation: Conversation): Promise<Reply | undefined> {
  return forWhom(question, conversation, async (whose) => {
    const { context, services, viewer } = conversation;
    const isYesterday = question.kind === 'digest' && question.day === 'yesterday';
    const digest = await services.useCases.askDigest(context, {
      ...whose,
      edition: editionOf(question),
      ...(isYesterday && { date: addDays(viewer.today, -1) }),
      ...(part !== undefined && { parts: [part] }),
    });
    if (part !== undefined) return plainReply(digestPartAnswer(digest, part, viewer, whose));
    return { ...digestMessage(digest, viewer, whose), customerId: null };
  });
}

/** Whose customers are meant: the asker's team's, the asker's own, or a colleague's. */
async function forWhom(
  question: Any,
  { context, services, viewer }: Conversation,
  answer: (whose: DigestWhose) => Promise<Reply>,
): Promise<Reply | undefined> {
  const { memberId } = context.actor;
  const rep = question.rep === null ? undefined : await services.useCases.findRep(context, question.rep);
  if (question.rep !== null && rep === undefined) return undefined;
  const whose = rep?.id ?? memberId;
  if (whose === null) return plainReply(plainMessage(FOLLOW_UP_LIST_TEXT[viewer.language].notAMember));
  const isOne = rep !== undefined || (question.kind === 'overdue' && question.isMine);
  try {
    return await answer({ memberId: whose, ...(isOne && { repIds: [whose] }) });
  } catch (error) {
    const refusal = refusalOf(error, viewer.language);
    if (refusal === undefined) throw error;
    return plainReply(plainMessage(refusal.sentence));
  }
}

function numberOf(question: Asked<'overdue' | 'movers' | 'complaints'>, digest: Digest): DigestNumber {
  switch (question.kind) {
    case 'overdue': {
      const tier = question.tier === null ? undefined : tierCalled(question.tier, digest);
      return { part: 'overdue', ...(tier !== undefined && { tier }) };
    }
    case 'movers':
      if (isOfTier(question)) return tierMoves(question, digest);
      return { part: 'moves', direction: question.direction ?? 'down' };
    case 'complaints':
      return { part: 'complaints' };
    default:
      return question satisfies never;
  }
}

function isOfTier({ from, of, to }: Asked<'movers'>): boolean {
  return from !== null || to !== null || of !== null;
}

function tierMoves({ direction, from, of, to }: Asked<'movers'>, digest: Digest): DigestNumber {
  const id = (word: string | null) => (word === null ? undefined : tierCalled(word, digest));
  const tiers = Object.entries({ from: id(from), to: id(to), either: id(of) }).filter(([, tier]) => tier !== undefined);
  return { part: 'tier-moves', ...(direction !== null && { direction }), ...Object.fromEntries(tiers) };
}

/** The id of the tier that somebody calls by its id or name; what nobody knows stays as it is. */
function tierCalled(word: string, { schemes }: Digest): string {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase();
  const tiers = [...(schemes.customers?.tiers ?? []), ...(schemes.prospects?.tiers ?? [])];
  const found = tiers.find(({ id, titles }) =>
    [id, ...Object.values(titles)].some((name) => name !== undefined && plain(name) === plain(word)),
  );
  return found?.id ?? word;
}

/** How far back changes are told. */
function editionOf(question: Any): DigestEdition {
  if (question.kind === 'digest') return question.edition;
  if (question.kind !== 'movers') return 'daily';
  switch (question.since) {
    case 'day':
      return 'daily';
    case 'month':
      return 'monthly';
    case 'week':
    case null:
      return 'weekly';
    default:
      return question.since satisfies never;
  }
}
