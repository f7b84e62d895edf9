import type { ModalView } from '@slack/types';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { formatDecimal } from '../../core/text/format.ts';
import type { Language } from '../../core/text/language.ts';
import { receiptSections, receiptSource } from '../../core/text/receipt-text.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { tierOrStatus } from './grade-words.ts';
import { plainName } from './plain-name.ts';
import {
  type Block,
  bold,
  bulletList,
  context,
  header,
  paragraph,
  plainText,
  richText,
  run,
  section,
} from './rich-text.ts';

/** By this id the local workspace's page knows that somebody asked for the reasons; nothing is sent. */
const WHY_VIEW = 'customer_why';

/** The view must stay under 100 blocks and 250 KB: at most so many lines, of all that a scheme can give. */
const MAX_LINES = 400;
const LINES_PER_LIST = 20;

/** The receipt of one customer's tier: what decided, points won and lost, what is missing, what would move it. */
export function whyModal(card: CustomerCard, language: Language): ModalView {
  return modal(language, [header(plainName(card.name, 140)), ...receiptBlocks(card, language, MAX_LINES).blocks]);
}

/** The receipt without the customer's name, in at most `most` lines; `left` is how many more there would be. */
export function receiptBlocks(
  card: CustomerCard,
  language: Language,
  most: number,
): { readonly blocks: Block[]; readonly left: number } {
  const tier = bold(plainName(tierOrStatus(card.grading, language), 60));
  if (card.grading === null) return { blocks: [richText(section(tier))], left: 0 };
  const text = CARD_TEXT[language];
  const { score } = card.grading.grade;
  const points = score === null ? [] : [run(` · ${text.score(formatDecimal(score, 1))}`)];
  let room = most;
  let left = 0;
  const lists = receiptSections(card.grading, language).flatMap(({ heading, lines }) => {
    const shown = lines.slice(0, room);
    room -= shown.length;
    left += lines.length - shown.length;
    return bulletLists(plainName(heading, 100), shown);
  });
  const blocks = [
    richText(section(tier, ...points)),
    ...lists,
    ...(left > 0 ? [context(text.moreReasons(left))] : []),
    context(plainName(receiptSource(card.grading, language), 280)),
  ];
  return { blocks, left };
}

/** What stands in the modal while the reasons are being fetched. */
export function whyLoading(language: Language): ModalView {
  return modal(language, [paragraph(CARD_TEXT[language].whyLoading)]);
}

/** The modal with a sentence instead of reasons. */
export function whyNotice(sentence: string, language: Language): ModalView {
  return modal(language, [paragraph(sentence)]);
}

function modal(language: Language, blocks: Block[]): ModalView {
  const text = CARD_TEXT[language];
  return {
    type: 'modal',
    callback_id: WHY_VIEW,
    title: plainText(text.whyTitle, 24),
    close: plainText(text.close, 24),
    blocks,
  };
}

function bulletLists(heading: string, lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at += LINES_PER_LIST) {
    blocks.push(bulletList(heading, lines.slice(at, at + LINES_PER_LIST)));
  }
  return blocks;
}
