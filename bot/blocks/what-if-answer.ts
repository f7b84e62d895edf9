import { CARD_TEXT } from '../../core/text/card-text.ts';
import { nextTierText, tierText } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import {
  notCountedText,
  suppositionText,
  WHAT_IF_TEXT,
  whatIfProblemText,
  whatIfText,
} from '../../core/text/what-if-text.ts';
import type { Supposed } from '../use-cases/suppose.ts';
import { plainName } from './plain-name.ts';
import {
  type Block,
  bold,
  bulletList,
  context,
  header,
  type Message,
  message,
  richText,
  section,
} from './rich-text.ts';

/** What a customer would get: the changes, the tier, what would then lift it, and what was not understood. */
export function whatIfAnswer(customer: string, supposed: Supposed, language: Language): Message {
  const { before, after, suppositions, problems, values } = supposed;
  const text = WHAT_IF_TEXT[language];
  const name = plainName(customer, 140);
  const outcome = whatIfText(before, after, language);
  const changes = suppositions.map((one) => suppositionText(one, before, values, language));
  const counted = new Set(after.grade.reasons.map(({ criterion }) => criterion));
  const remarks = [
    ...problems.map((problem) => whatIfProblemText(problem, before.fitted, language)),
    ...suppositions.flatMap(({ criterion }) =>
      counted.has(criterion) ? [] : [notCountedText(criterion, before.fitted, language)],
    ),
  ];
  const { nextTier, grade } = after;
  const lift: Block[] =
    nextTier === null || grade.tier === null || changes.length === 0
      ? []
      : [
          bulletList(CARD_TEXT[language].nextTier(tierText(nextTier.tier, after.fitted.scheme, language)), [
            nextTierText(nextTier, grade.tier, after.fitted, language),
          ]),
        ];
  const blocks: Block[] = [
    header(name),
    ...(changes.length === 0
      ? []
      : [bulletList(text.heading, changes), richText(section(bold(plainName(outcome, 300)))), ...lift]),
    ...(remarks.length === 0
      ? []
      : [
          bulletList(
            CARD_TEXT[language].review,
            remarks.map((remark) => plainName(remark, 500)),
          ),
        ]),
    context(text.notSaved),
  ];
  return message(text.summary(name, plainName(changes.length === 0 ? (remarks[0] ?? '') : outcome, 300)), blocks);
}
