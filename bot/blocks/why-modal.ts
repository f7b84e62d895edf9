import type { ModalView } from '@slack/types';
import { forAndAgainst } from '../../core/grading/for-and-against.ts';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { formatDecimal } from '../../core/text/format.ts';
import type { Language } from '../../core/text/language.ts';
import type { CustomerCard } from '../use-cases/customer-card.ts';
import { gradeWords, tierOrStatus } from './grade-words.ts';
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

/** Reasons that the modal holds, all that a scheme can give; the view must stay under 100 blocks and 250 KB. */
const MAX_REASONS = 100;
const MAX_REMARKS = 40;
const LINES_PER_LIST = 20;

/** All reasons for one customer's tier: in favour, against, not counted, what would lift it, and what to check. */
export function whyModal(card: CustomerCard, language: Language): ModalView {
  const name = header(plainName(card.name, 140));
  const tier = bold(plainName(tierOrStatus(card.grading, language), 60));
  if (card.grading === null) return modal(language, [name, richText(section(tier))]);
  const text = CARD_TEXT[language];
  const words = gradeWords(card.grading, language);
  const { grade, nextTier } = card.grading;
  const { favour, against, leftOut } = forAndAgainst(grade.reasons.slice(0, MAX_REASONS), MAX_REASONS);
  const more = grade.reasons.length - MAX_REASONS;
  const score = grade.score === null ? [] : [run(` · ${text.score(formatDecimal(grade.score, 1))}`)];
  return modal(language, [
    name,
    richText(section(tier, ...score)),
    ...bulletLists(text.review, grade.review.slice(0, MAX_REMARKS).map(words.remark)),
    ...bulletLists(text.warnings, grade.warnings.slice(0, MAX_REMARKS).map(words.remark)),
    ...bulletLists(text.favour, favour.map(words.reason)),
    ...bulletLists(text.against, against.map(words.reason)),
    ...bulletLists(text.leftOut, leftOut.map(words.reason)),
    ...(more > 0 ? [context(text.moreReasons(more))] : []),
    ...(nextTier === null
      ? []
      : [bulletList(text.nextTier(plainName(words.tierNamed(nextTier.tier), 60)), [words.nextTier(nextTier)])]),
    context(plainName(words.scheme, 250)),
  ]);
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
