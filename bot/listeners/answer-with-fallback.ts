import { ErrorCode, type RespondFn } from '@slack/bolt';
import type { Message } from '../blocks/rich-text.ts';
import { answerOnlyTo } from './answer.ts';

/**
 * Answers where the command was typed, visible to that person alone; where Slack does not know the newest blocks of a message
 * yet, with the same in classic ones. Bolt tells no more of a refusal than its status.
 */
export async function answerWithFallback(
  respond: RespondFn,
  { fallback, message }: { readonly message: Message; readonly fallback: Message },
): Promise<void> {
  try {
    await answerOnlyTo(respond, message);
  } catch (error) {
    if (!isRefused(error)) throw error;
    await answerOnlyTo(respond, fallback);
  }
}

function isRefused(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== ErrorCode.RespondError) return false;
  return 'statusCode' in error && error.statusCode === 400;
}
