import type { ModalView } from '@slack/types';
import { DIGEST_MESSAGE_TEXT } from '../../core/text/digest-message-text.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { customerCard } from './customer-card.ts';
import { plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** A customer's card in a window, with all of its buttons. */
export function cardWindow(card: CustomerCard, viewer: Viewer): ModalView {
  return {
    type: 'modal',
    title: plainText(DIGEST_MESSAGE_TEXT[viewer.language].cardTitle, 24),
    close: plainText(OVERRIDE_TEXT[viewer.language].close, 24),
    blocks: customerCard(card, viewer).blocks,
  };
}
