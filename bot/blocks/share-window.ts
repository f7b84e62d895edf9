import type { ModalView } from '@slack/types';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { SHARE_TEXT } from '../../core/text/share-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { plainName } from './plain-name.ts';
import { header, paragraph, plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** The ids by which the window and its field come back. Its `private_metadata` is the customer's id. */
export const SHARE_VIEW = 'customer_share_view';
export const SHARE_FIELD = 'channel';

/** In which channel a customer's tier and owner are to stand: a card in a window stands in none. */
export function shareWindow({ id, name }: Pick<CustomerCard, 'id' | 'name'>, { language }: Viewer): ModalView {
  const text = SHARE_TEXT[language];
  return {
    type: 'modal',
    callback_id: SHARE_VIEW,
    private_metadata: id,
    title: plainText(CARD_TEXT[language].share, 24),
    submit: plainText(text.submit, 24),
    close: plainText(OVERRIDE_TEXT[language].close, 24),
    blocks: [
      header(plainName(name, 140)),
      paragraph(text.whatIsShown),
      {
        type: 'input',
        block_id: SHARE_FIELD,
        label: plainText(text.field, 150),
        hint: plainText(text.hint, 150),
        element: {
          type: 'conversations_select',
          action_id: SHARE_FIELD,
          filter: { include: ['public', 'private'], exclude_bot_users: true },
        },
      },
    ],
  };
}
