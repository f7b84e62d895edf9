import type { FittedScheme } from '../grading/fit-scheme.ts';
import type { Place, Standing } from '../grading/migration-matrix.ts';
import type { MoveReason } from '../grading/move-reason.ts';
import type { Scheme } from '../grading/scheme.ts';
import { CARD_TEXT } from './card-text.ts';
import type { Detail } from './criterion-writer.ts';
import { formatDecimal } from './format.ts';
import { type GradeWriter, remarkText, statusText, tierText } from './grading-text.ts';
import type { ByLanguage, Language } from './language.ts';

/** A tier with its word, or the status in its place. */
export function placeText(place: Place | Standing, scheme: Scheme, language: Language): string {
  if ('tier' in place && place.tier !== null) return tierText(place.tier, scheme, language);
  return 'status' in place ? statusText(place.status, language) : '';
}

/** What did most to bring a customer where it is, in words; empty where nothing is known. */
export function moveReasonText(
  reason: MoveReason | null,
  fitted: FittedScheme,
  writer: GradeWriter,
  language: Language,
  detail?: Detail,
): string {
  if (reason === null) return '';
  const { scheme } = fitted;
  const text = CARD_TEXT[language];
  switch (reason.kind) {
    case 'reason':
      return writer.reason(reason.reason, detail);
    case 'remark':
      return remarkText(reason.remark, fitted, language);
    case 'score': {
      const { score, tier, from } = reason;
      const words = SCORE[language];
      const points = formatDecimal(score, 1);
      const named = tierText(tier, scheme, language);
      return from === null ? words.rest(points, named) : words.from(points, named, formatDecimal(from, 1));
    }
    case 'held': {
      const { by, computed } = reason;
      return text.held(by, computed === null ? text.noTier(null) : tierText(computed, scheme, language));
    }
    default:
      return reason satisfies never;
  }
}

const SCORE: ByLanguage<{
  from(points: string, tier: string, from: string): string;
  rest(points: string, tier: string): string;
}> = {
  en: {
    from: (points, tier, from) => `${points} points, and ${tier} begins at ${from}`,
    rest: (points, tier) => `${points} points are too few for any tier above ${tier}`,
  },
  'zh-CN': {
    from: (points, tier, from) => `得 ${points} 分，${tier}的起点为 ${from} 分`,
    rest: (points, tier) => `得 ${points} 分，不够高于${tier}的任何等级`,
  },
  'zh-TW': {
    from: (points, tier, from) => `得 ${points} 分，${tier}的起點為 ${from} 分`,
    rest: (points, tier) => `得 ${points} 分，不夠高於${tier}的任何等級`,
  },
};
