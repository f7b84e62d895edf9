import type { WebClient } from '@slack/web-api';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { CONVERSATION_TEXT } from '../../../core/text/conversation-text.ts';
import { context as contextBlock, type Message, plainMessage } from '../../blocks/rich-text.ts';
import { belongsHere, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import { answerSaid } from './answer-said.ts';
import { plainReply, type Reply } from './conversation.ts';
import { postPatiently } from './post-patiently.ts';
import type { Said } from './said.ts';

/**
 * Answers a message where it was written: in the direct message, and in its thread if it stands in one; in a channel to the
 * writer alone, because customers are nobody else's business there. Then it is remembered which customer the answer and the
 * thread are about.
 */
export async function converse(said: Said, client: WebClient, services: Services): Promise<void> {
  const asker = { userId: said.userId, teamId: said.teamId, enterpriseId: said.enterpriseId };
  const viewer = await viewerOf(asker, services);
  const post = poster(said, client, CONVERSATION_TEXT[viewer.language].slackWasBusy);
  if (!belongsHere(asker, services.workspace)) {
    await post(plainReply(plainMessage(BOT_TEXT[viewer.language].otherWorkspace)));
    return;
  }
  const { useCases } = services;
  const context = await contextOf(asker, services);
  const { channel, threadTs, ts } = said;
  const customer = threadTs === null ? undefined : await useCases.cardCustomer(context, { channel, ts: threadTs });
  const requestId = `message:${channel}:${ts}`;
  const reply = await answerSaid(said.text, { context, viewer, services, customer, requestId });
  if (!(await useCases.claimAnswer(services.workspace.id, { channel, requestId }))) return;
  const posted = await post(reply);
  const { customerId } = reply;
  if (customerId === null) return;
  const messages = [...(posted === undefined ? [] : [posted]), threadTs ?? ts];
  await useCases.rememberCards(
    context,
    messages.map((each) => ({ channel, ts: each, customerId })),
  );
}

/** Posts a reply and gives the message's id; undefined for one that only the writer sees. */
function poster({ channel, isDirect, threadTs, userId }: Said, client: WebClient, late: string) {
  const inThread = threadTs === null ? {} : { thread_ts: threadTs };
  const send = async (message: Message): Promise<string | undefined> => {
    if (!isDirect) {
      await client.chat.postEphemeral({ channel, user: userId, ...inThread, ...message });
      return undefined;
    }
    const posted = await client.chat.postMessage({
      channel,
      ...inThread,
      ...message,
      unfurl_links: false,
      unfurl_media: false,
    });
    return posted.ts;
  };
  return ({ fallback, message }: Reply): Promise<string | undefined> =>
    postPatiently({
      post: () => send(message),
      postLate: () => send({ ...message, blocks: [contextBlock(late), ...message.blocks] }),
      postClassic: fallback && (() => send(fallback)),
    });
}
