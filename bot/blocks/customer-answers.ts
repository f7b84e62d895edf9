import type { ActionsBlock } from '@slack/types';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { ACTION } from './action-ids.ts';
import { changeList } from './customer-card.ts';
import { gradeWords, tierOrStatus } from './grade-words.ts';
import { liftBlock } from './lift-block.ts';
import { plainName } from './plain-name.ts';
import { bold, header, type Message, message, plainText, richText, section } from './rich-text.ts';
import type { Viewer } from './viewer.ts';
import { receiptBlocks } from './why-modal.ts';

/** A message is read in a moment; the window has all reasons. */
const MOST_LINES = 16;

/** Why a customer is in its tier, and how it came there, as a message; where that is long, with the button to the rest. */
export function whyAnswer(card: CustomerCard, viewer: Viewer): Message {
  const text = CARD_TEXT[viewer.language];
  const name = plainName(card.name, 140);
  const { blocks, left } = receiptBlocks(card, viewer.language, MOST_LINES);
  return message(text.summary(name, plainName(tierOrStatus(card.grading, viewer.language), 60)), [
    header(name),
    ...changeList(card, viewer, text),
    ...blocks,
    ...(left > 0 ? [whyButton(card, name, viewer)] : []),
  ]);
}

/** What would bring a customer into the next better tier. */
export function liftAnswer(card: CustomerCard, viewer: Viewer): Message {
  const { language } = viewer;
  const text = CARD_TEXT[language];
  const name = plainName(card.name, 140);
  const tier = plainName(tierOrStatus(card.grading, language), 60);
  const { grading } = card;
  const isGraded = grading !== null && grading.grade.status === 'graded';
  return message(text.summary(name, tier), [
    header(name),
    richText(section(bold(tier))),
    ...(isGraded ? [liftBlock(grading.nextTier, gradeWords(grading, language), text)] : []),
  ]);
}

function whyButton(card: CustomerCard, name: string, { language }: Viewer): ActionsBlock {
  const text = CARD_TEXT[language];
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: ACTION.why,
        text: plainText(text.why, 75),
        value: card.id,
        accessibility_label: plainName(text.whyLabel(plainName(name, 30)), 75),
      },
    ],
  };
}
