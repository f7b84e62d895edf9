import { CARD_TEXT } from '../../core/text/card-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { ownerElement } from './customer-card.ts';
import { tierOrStatus } from './grade-words.ts';
import { plainName } from './plain-name.ts';
import { bold, inLines, type Message, message, richText, run, userMention } from './rich-text.ts';

/** What a channel sees of a customer: its tier and its owner, and who shared it; no score, no reasons, no dates. */
export function sharedCard(card: CustomerCard, sharedBy: string, language: Language): Message {
  const text = CARD_TEXT[language];
  const name = plainName(card.name, 140);
  const tier = plainName(tierOrStatus(card.grading, language), 60);
  return message(text.shared(name, tier), [
    richText(
      inLines(
        [bold(name), run(` · ${tier}`)],
        [run(`${text.owner}${text.colon}`), ownerElement(card.owner, text)],
        [run(`${text.sharedBy}${text.colon}`), userMention(sharedBy)],
      ),
    ),
  ]);
}
