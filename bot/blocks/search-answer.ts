import type { ActionsBlock } from '@slack/types';
import { BOT_TEXT } from '../../core/text/bot-text.ts';
import { CUSTOMER_FILE_TEXT } from '../../core/text/customer-file-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { CustomerMatch } from '../use-cases/customer-card.ts';
import { ACTION } from './action-ids.ts';
import { matchButtons, matchMenu } from './match-menu.ts';
import { plainName } from './plain-name.ts';
import { type Block, type Message, message, paragraph, plainText } from './rich-text.ts';

/** Several customers fit: a menu to choose from. `query` is ready to be shown. */
export function severalFound(query: string, matches: readonly CustomerMatch[], language: Language): Message {
  const found = BOT_TEXT[language].found(query);
  return message(found, [paragraph(found), ...matchMenu(matches, language)]);
}

/** A contact that was noted without the word that logs it: whom with, as typed and as the customer is called, and what. */
export interface TypedLog {
  readonly name: string;
  readonly said: string;
  readonly customerName: string;
}

/** Reads what the button under {@link nothingFound} carries. */
export function readTypedLog(value: string): Pick<TypedLog, 'name' | 'said'> {
  const [name = '', ...said] = value.split('\n');
  return { name, said: said.join(' ') };
}

/**
 * No customer has the name: the nearest names as buttons, or what else to try, and a way to add it. `query` is ready to be
 * shown; `name` is what a new customer would be called, undefined when none can be. `log` is what may have been meant: it
 * comes first.
 */
export function nothingFound(
  query: string,
  nearest: readonly CustomerMatch[],
  language: Language,
  name?: string,
  log?: TypedLog,
): Message {
  const text = BOT_TEXT[language];
  const found = text.nothingFound(query);
  if (log !== undefined) {
    const offer = FOLLOW_UP_TEXT[language].logOffer(plainName(log.customerName, 140));
    return message(`${found} ${offer}`, [
      paragraph(found, offer),
      logButton(log, language),
      ...(name === undefined ? [] : [addButton(plainName(name, 200), language)]),
    ]);
  }
  const next = nearest.length === 0 ? text.tryAnother : text.nearest;
  const blocks: Block[] = [paragraph(found, next)];
  if (nearest.length > 0) blocks.push(matchButtons(nearest, language));
  if (name !== undefined && plainName(name, 200) !== '') blocks.push(addButton(plainName(name, 200), language));
  return message(`${found} ${next}`, blocks);
}

function logButton({ customerName, name, said }: TypedLog, language: Language): ActionsBlock {
  const text = FOLLOW_UP_TEXT[language];
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: ACTION.logTyped,
        text: plainText(text.log, 75),
        value: plainText(`${name}\n${said}`, 2000).text,
        style: 'primary',
        accessibility_label: plainName(text.logLabel(plainName(customerName, 40)), 75),
      },
    ],
  };
}

function addButton(name: string, language: Language): ActionsBlock {
  const text = CUSTOMER_FILE_TEXT[language];
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: ACTION.addCustomer,
        text: plainText(text.addAs, 75),
        value: name,
        accessibility_label: plainName(text.addAsLabel(plainName(name, 40)), 75),
      },
    ],
  };
}
