import type { GradeRemark, NextTier, Reason } from '../../core/grading/grade.ts';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { nextTierText, reasonText, remarkText, textIn, tierText } from '../../core/text/grading-text.ts';
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
  /** Without what the best customers have. */
  readonly shortReason: (reason: Reason) => string;
  readonly nextTier: (next: NextTier) => string;
  readonly remark: (remark: GradeRemark) => string;
}

/** Puts a grade into words by the scheme that graded. */
export function gradeWords({ grade, fitted, standing }: CardGrading, language: Language): GradeWords {
  const text = CARD_TEXT[language];
  const { scheme } = fitted;
  return {
    tier: tierOrStatus({ standing, fitted }, language),
    isBest: grade.tier !== null && grade.tier === scheme.tiers[0]?.id,
    scheme: text.scheme(textIn(scheme.titles, language), scheme.version),
    tierNamed: (id) => tierText(id, scheme, language),
    reason: (reason) => reasonText(reason, fitted, language),
    shortReason: (reason) => reasonText(reason, fitted, language, 'short'),
    nextTier: (next) => nextTierText(next, grade.tier ?? '', fitted, language),
    remark: (remark) => remarkText(remark, fitted, language),
  };
}

/** The tier with its word, or why there is none; null is a customer that was never graded. */
export function tierOrStatus(grading: Pick<CardGrading, 'standing' | 'fitted'> | null, language: Language): string {
  const text = CARD_TEXT[language];
  if (grading === null) return text.noTier(null);
  const { status, tier } = grading.standing;
  if (status !== 'graded') return text.noTier(status);
  return tier === null ? text.noTier(null) : tierText(tier, grading.fitted.scheme, language);
}
