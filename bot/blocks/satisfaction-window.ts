import type { ModalView } from '@slack/types';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { SURVEY_TEXT } from '../../core/text/survey-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { ACTION } from './action-ids.ts';
import { type CustomerWindow, customerWindowMetadata } from './customer-window.ts';
import { followUpValue } from './follow-up-button.ts';
import { plainName } from './plain-name.ts';
import { context, paragraph, plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/**
 * The window in which one tap says how satisfied a customer is: a button for each score, which saves at once. It has no field, since Slack
 * would then want a button to send it.
 */
export function satisfactionWindow(card: CustomerCard, { language }: Viewer, window: CustomerWindow): ModalView {
  const text = SURVEY_TEXT[language];
  return {
    type: 'modal',
    private_metadata: customerWindowMetadata(window),
    title: plainText(text.title, 24),
    close: plainText(OVERRIDE_TEXT[language].cancel, 24),
    blocks: [
      paragraph(plainName(text.question(card.name), 300)),
      {
        type: 'actions',
        elements: text.scores.map((word, at) => ({
          type: 'button' as const,
          action_id: `${ACTION.rate}_${at + 1}`,
          text: plainText(`${at + 1} · ${word}`, 75),
          value: followUpValue({ customerId: card.id, seenAt: window.seenAt }),
          accessibility_label: plainName(text.scoreLabel(at + 1, word), 75),
        })),
      },
      context(text.hint),
    ],
  };
}
