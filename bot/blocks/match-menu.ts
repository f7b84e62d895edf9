import type { ActionsBlock, PlainTextOption } from '@slack/types';
import { BOT_TEXT } from '../../core/text/bot-text.ts';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { CustomerMatch } from '../use-cases/customer-card.ts';
import { ACTION } from './action-ids.ts';
import { plainName } from './plain-name.ts';
import { type Block, context, plainText } from './rich-text.ts';

/** Slack's limit for the options of one menu. */
const MAX_OPTIONS = 100;

/** A menu of customers, at most `limit` of them, and under it how many more there are. */
export function matchMenu(matches: readonly CustomerMatch[], language: Language, limit = MAX_OPTIONS): Block[] {
  const text = BOT_TEXT[language];
  const menu: ActionsBlock = {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: ACTION.choose,
        placeholder: plainText(text.choose, 150),
        options: matches.slice(0, limit).map((match) => matchOption(match, language)),
      },
    ],
  };
  const more = matches.length - limit;
  return more > 0 ? [menu, context(text.more(more))] : [menu];
}

/** Up to five customers as buttons, for when nothing fits well. */
export function matchButtons(matches: readonly CustomerMatch[], language: Language): ActionsBlock {
  const text = BOT_TEXT[language];
  return {
    type: 'actions',
    elements: matches.slice(0, 5).map((match, index) => ({
      type: 'button',
      action_id: `${ACTION.show}_${index + 1}`,
      text: plainText(matchLine(match, language, 75), 75),
      value: match.id,
      accessibility_label: plainName(text.showLabel(plainName(match.name, 50)), 75),
    })),
  };
}

/** A customer as an option of a menu; its value is the customer's id. */
export function matchOption(match: CustomerMatch, language: Language): PlainTextOption {
  return { text: plainText(matchLine(match, language, 75), 75), value: match.id };
}

/** Name, tier and owner in `max` characters; the name gives way, for the tier must be seen. */
function matchLine(match: CustomerMatch, language: Language, max: number): string {
  const tier = match.tier === null ? '' : ` · ${plainName(CARD_TEXT[language].tier(match.tier), 20)}`;
  const key = match.key === null ? '' : ` · ${plainName(match.key, 16)}`;
  return `${plainName(match.name, max - tier.length - key.length)}${tier}${key}`;
}
