import type { GradeRemark, NextTier, Reason } from '../../core/grading/grade.ts';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { CardGrading } from '../use-cases/customer-card.ts';

/** One grade's sentences, each literal text of unknown length. */
export interface GradeWords {
  /** The graded tier with its word ("Tier A"), or what stands in its place. */
  readonly tier: string;
  readonly isBest: boolean;
  /** The scheme's title and version. */
  readonly scheme: string;
  readonly tierNamed: (id: string) => string;
  readonly reason: (reason: Reason) => string;
  readonly nextTier: (next: NextTier) => string;
  readonly remark: (remark: GradeRemark) => string;
}

/** Puts a grade into words by the scheme that graded; null is a customer that was never graded. */
export function gradeWords(grading: CardGrading | null, language: Language): GradeWords {
  const text = CARD_TEXT[language];
  const status = grading === null ? null : grading.grade.status;
  return {
    tier: status === 'graded' ? text.tier(grading?.grade.tier ?? '–') : text.noTier(status),
    isBest: grading?.grade.tier === 'A',
    scheme: 'account-value',
    tierNamed: (id) => text.tier(id),
    reason: (reason) => `${reason.criterion} ${String(reason.value)}: ${reason.points} / ${reason.max}`,
    nextTier: (next) => `${next.criterion}: ${String(next.from)} → ${String(next.to)}`,
    remark: (remark) => `${remark.code} ${remark.criterion ?? ''}`,
  };
}
