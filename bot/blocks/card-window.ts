import type { ActionsBlock, ModalView } from '@slack/types';
import { DIGEST_MESSAGE_TEXT } from '../../core/text/digest-message-text.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { ACTION } from './action-ids.ts';
import { customerCard } from './customer-card.ts';
import type { Block } from './rich-text.ts';
import { plainText } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** What answers in the channel rather than in a window. */
const IN_MESSAGES_ALONE: ReadonlySet<string> = new Set([ACTION.share]);

/** A customer's card in a window, with those of its buttons that work there. */
export function cardWindow(card: CustomerCard, viewer: Viewer): ModalView {
  return {
    type: 'modal',
    title: plainText(DIGEST_MESSAGE_TEXT[viewer.language].cardTitle, 24),
    close: plainText(OVERRIDE_TEXT[viewer.language].close, 24),
    blocks: customerCard(card, viewer).blocks.flatMap(inWindow),
  };
}

function inWindow(block: Block): Block[] {
  if (block.type !== 'actions') return [block];
  const elements = block.elements.filter((each) => !IN_MESSAGES_ALONE.has(actionIdOf(each)));
  return elements.length === 0 ? [] : [{ ...block, elements }];
}

function actionIdOf(element: ActionsBlock['elements'][number]): string {
  return 'action_id' in element ? (element.action_id ?? '') : '';
}
