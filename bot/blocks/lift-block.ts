import type { CardText } from '../../core/text/card-text.ts';
import type { CardGrading } from '../use-cases/customer-card.ts';
import type { GradeWords } from './grade-words.ts';
import { plainName } from './plain-name.ts';
import { type Block, bulletList, paragraph } from './rich-text.ts';

/** What would bring a graded customer into the next better tier, or why nothing does. */
export function liftBlock(nextTier: CardGrading['nextTier'], words: GradeWords, text: CardText): Block {
  if (nextTier !== null)
    return bulletList(text.nextTier(plainName(words.tierNamed(nextTier.tier), 60)), [words.nextTier(nextTier)]);
  return paragraph(words.isBest ? text.bestTier : text.noSingleChange);
}
