import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { addWindow, emptyDraft } from '../../blocks/add-customer-window.ts';
import { openWindow } from '../actions/open-window.ts';
import { belongsHere, commandAsker, contextOf, viewerOf } from '../asker.ts';
import type { Services } from '../services.ts';
import type { AddQuery } from './add-query.ts';

/**
 * Opens the window in which a customer is added. False when all that was typed is the name or number of a customer on
 * file, or the person is not of this workspace, so that the search is to answer.
 */
export async function addFromCommand(
  { client, command, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
  { name, whole }: AddQuery,
  services: Services,
): Promise<boolean> {
  const asker = commandAsker(command);
  if (!belongsHere(asker, services.workspace)) return false;
  const viewer = await viewerOf(asker, services);
  const { exact } = await services.useCases.findCustomers(await contextOf(asker, services), whole);
  if (exact.length > 0) return false;
  const draft = emptyDraft(name, asker.userId);
  const view = addWindow(draft, viewer, { isNoDuplicate: false, cardUrl: command.response_url });
  const tooLate = BOT_TEXT[viewer.language].pressedTooLate;
  await openWindow(client, command.trigger_id, view, { respond, tooLate });
  return true;
}
