import type { RespondFn } from '@slack/bolt';
import type { Message } from '../blocks/rich-text.ts';

/** Answers where the command was typed or the button pressed, visible to that person alone. */
export async function answerOnlyTo(respond: RespondFn, message: Message): Promise<void> {
  await respond({ ...message, response_type: 'ephemeral', replace_original: false });
}

/** Puts `message` in the place of the answer whose button was pressed. */
export async function answerInPlace(respond: RespondFn, message: Message): Promise<void> {
  await respond({ ...message, response_type: 'ephemeral', replace_original: true });
}
