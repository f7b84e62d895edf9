import type { Language } from '../../core/text/language.ts';
import type { AnswerClaim } from '../use-cases/claim-answer.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { PostedCard } from '../use-cases/conversation.ts';

/** What listeners ask of the product about conversations: which customer a thread is about, and what examples can be given. */
export interface ConversationUseCases {
  /** Undefined when the message is about none, or too old. */
  cardCustomer(
    context: UseCaseContext,
    posted: Pick<PostedCard, 'channel' | 'ts'>,
  ): Promise<{ readonly id: string; readonly name: string } | undefined>;
  rememberCards(context: UseCaseContext, cards: readonly PostedCard[]): Promise<void>;
  /** Whether a message is this process's to post: Slack may send the same again, to another process. */
  claimAnswer(workspaceId: string, answer: AnswerClaim): Promise<boolean>;
  /** The language of messages to channels; null while nobody has chosen one. */
  channelLanguage(context: UseCaseContext): Promise<Language | null>;
  /** Undefined when nobody is graded. */
  exampleCustomer(context: UseCaseContext): Promise<{ readonly name: string; readonly tier: string } | undefined>;
  /** What the workspace's tiers may be called. */
  tierWords(context: UseCaseContext): Promise<readonly string[]>;
}
