import { readQuestion } from '../../../core/questions/read-question.ts';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { whyAnswer } from '../../blocks/customer-answers.ts';
import { type Message, plainMessage } from '../../blocks/rich-text.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { Services } from '../services.ts';
import { findNamed, fits } from './find-named.ts';

/**
 * The reasons of the customer that `/customer ACME why`, `why is ACME B` or `为什么 ACME` asks for, as a message asks for them.
 * Undefined for every other text, and for one that is a customer's name itself.
 */
export async function askedWhy(
  text: string,
  context: UseCaseContext,
  viewer: Viewer,
  services: Services,
): Promise<Message | undefined> {
  const { useCases } = services;
  if (namesAskedWhy(text).length === 0 || fits(await useCases.findCustomers(context, text))) return undefined;
  const names = namesAskedWhy(text, await useCases.tierWords(context));
  const found = await findNamed(names, { context, services, viewer });
  if (found.kind === 'unclear') return (await found.answer()).message;
  const card = await useCases.showCustomer(context, found.customer.id);
  return card === undefined ? plainMessage(BOT_TEXT[viewer.language].customerGone) : whyAnswer(card, viewer);
}

/** Whose reasons may be asked for, the longest name first; empty where none are. */
function namesAskedWhy(text: string, tiers?: readonly string[]): readonly string[] {
  const question = readQuestion(text, { hasCustomer: false, takesNotes: false, tiers });
  if (question.kind === 'why') return question.names;
  const [, name] = WHY_BEFORE_NAME.exec(text) ?? [];
  return name === undefined ? [] : [name];
}

/** In a conversation such a text may be a name as well; here nobody has it. */
const WHY_BEFORE_NAME = /^(?:为什么|為什麼|為什么|为何|為何|为啥|為啥|原因)\s*[:：,，]?\s*(.+?)\s*[?？]*$/u;
