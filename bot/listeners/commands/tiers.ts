import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { BOT_TEXT, HELP_WORDS } from '../../../core/text/bot-text.ts';
import { formatDate } from '../../../core/text/format.ts';
import { SETTINGS_WORDS, TIERS_COMMAND_TEXT } from '../../../core/text/tiers-command-text.ts';
import { commandUsage } from '../../blocks/command-usage.ts';
import { type DigestMessage, digestMessage } from '../../blocks/digest-message.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { type Message, plainMessage } from '../../blocks/rich-text.ts';
import { answerOnlyTo } from '../answer.ts';
import { answerWithFallback } from '../answer-with-fallback.ts';
import { belongsHere, commandAsker, contextOf, viewerOf } from '../asker.ts';
import { openDigestSettings } from '../digest-settings.ts';
import { refusalOf } from '../refusal.ts';
import type { Services } from '../services.ts';

/** With "escape channels and users" Slack writes mentions as `<@U1|name>`. */
const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/;

/** `/tiers [day] [week or month] [@who]`: a digest of now or of that day, to the asker alone. */
export function tiersCommand(services: Services) {
  return async ({ ack, client, command, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await ack();
    if (await opensSettings(client, command, services)) return;
    const answer = await tiersAnswer(command, services);
    if ('fallback' in answer) await answerWithFallback(respond, answer);
    else await answerOnlyTo(respond, answer);
  };
}

/** `/tiers settings [@who]`; false for everything else. */
async function opensSettings(
  client: AllMiddlewareArgs['client'],
  command: SlackCommandMiddlewareArgs['command'],
  services: Services,
): Promise<boolean> {
  const words = command.text.replace(MENTION, ' ').trim().toLowerCase();
  if (!SETTINGS_WORDS.includes(words)) return false;
  const asker = commandAsker(command);
  const mention = MENTION.exec(command.text)?.[1];
  const found =
    mention === undefined ? undefined : await services.useCases.findRep(await contextOf(asker, services), mention);
  const who = found?.id ?? mention ?? '';
  await openDigestSettings(client, services, asker, { how: 'open', triggerId: command.trigger_id, who });
  return true;
}

async function tiersAnswer(
  command: SlackCommandMiddlewareArgs['command'],
  services: Services,
): Promise<Message | DigestMessage> {
  const asker = commandAsker(command);
  const viewer = await viewerOf(asker, services);
  const { language } = viewer;
  const text = TIERS_COMMAND_TEXT[language];
  if (!belongsHere(asker, services.workspace)) return plainMessage(BOT_TEXT[language].otherWorkspace);
  const typed = unescaped(command.text.replace(MENTION, ' ').trim());
  const mention = MENTION.exec(command.text)?.[1];
  if (mention === undefined && typed !== '' && HELP_WORDS.includes(typed.toLowerCase()))
    return commandUsage(TIERS_COMMAND_TEXT[language]);
  const { useCases } = services;
  const asked = await useCases.readAskedDays(typed, viewer.today);
  switch (asked.kind) {
    case 'future':
      return plainMessage(text.future(formatDate(asked.day, language)));
    case 'several-days':
      return plainMessage(text.severalDays(asked.days.map((day) => formatDate(day, language))));
    case 'unread':
      return plainMessage(text.unread(plainName(asked.words, 60)));
    case 'asked':
      break;
    default:
      return asked satisfies never;
  }
  const context = await contextOf(asker, services);
  const who = mention ?? (asked.rest === '' ? undefined : asked.rest);
  const found = who === undefined ? undefined : await useCases.findRep(context, who);
  if (who !== undefined && found === undefined) return plainMessage(text.nobodyCalled(plainName(who, 60)));
  const memberId = found?.id ?? context.actor.memberId;
  if (memberId === null) return plainMessage(text.notAMember);
  const { edition, on } = asked;
  try {
    const digest = await useCases.askDigest(context, { memberId, date: on, edition });
    return digestMessage(digest, viewer, { memberId });
  } catch (error) {
    const refusal = refusalOf(error, language);
    if (refusal === undefined) throw error;
    return plainMessage(refusal.sentence);
  }
}

/** What was typed: where Slack escapes mentions it escapes these signs too. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
