import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { POSTED_TABLE_TEXT } from '../../../core/text/posted-table-text.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { type Message, plainMessage } from '../../blocks/rich-text.ts';
import { belongsHere, viewerOf } from '../asker.ts';
import { fetchPostedFile, findPostedFile } from '../posted-file.ts';
import { previewPosted } from '../preview-posted.ts';
import type { Services } from '../services.ts';

/** A file that takes longer than a moment to read. */
const LARGE_BYTES = 512 * 1024;

/**
 * A file that a person posted in the direct message with the bot: how its table would be imported, with the buttons to do
 * it. Nothing is imported yet.
 */
export function fileShared(services: Services) {
  return async ({
    body,
    client,
    context,
    event,
  }: SlackEventMiddlewareArgs<'file_shared'> & AllMiddlewareArgs): Promise<void> => {
    const { channel_id: channel, file_id: fileId, user_id: userId } = event;
    if (!services.takesFiles || !channel.startsWith('D') || userId === context.botUserId) return;
    const claim = { channel, requestId: `file:${body.event_id}` };
    if (!(await services.useCases.claimAnswer(services.workspace.id, claim))) return;
    const post = (message: Message) => client.chat.postMessage({ channel, ...message });
    const viewer = await viewerOf({ userId, teamId: '', enterpriseId: null }, services);
    const { language } = viewer;
    const text = POSTED_TABLE_TEXT[language];
    const file = await findPostedFile(client, fileId, text);
    if (file.kind === 'refused') return void (await post(plainMessage(file.sentence)));
    // Within one company everybody belongs here; only in a shared conversation the person's own workspace counts.
    const isShared = body.is_ext_shared_channel === true;
    const teamId = isShared ? (file.teamId ?? '') : services.workspace.id;
    const asker = { userId, teamId, enterpriseId: null };
    if (!belongsHere(asker, services.workspace))
      return void (await post(plainMessage(BOT_TEXT[language].otherWorkspace)));
    const waiting = file.bytes > LARGE_BYTES ? await post(plainMessage(text.reading(plainName(file.name, 80)))) : null;
    const answer = async (message: Message): Promise<void> => {
      if (waiting?.ts === undefined) await post(message);
      else await client.chat.update({ channel, ts: waiting.ts, ...message });
    };
    const upload = await fetchPostedFile(client, file, text, services.log);
    if ('kind' in upload) return answer(plainMessage(upload.sentence));
    return answer(await previewPosted(upload, { fileId }, asker, viewer, services));
  };
}
