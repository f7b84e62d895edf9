import type { Digest, Headline, OverdueOf } from '../digest/digest.ts';
import { grouped, sumOf } from '../digest/grouped.ts';
import { headlines } from '../digest/headlines.ts';
import { type DigestNames, digestNames } from './digest-names.ts';
import { formatMoneyBriefly } from './format.ts';
import type { Language } from './language.ts';

/** So many sentences are read before anything else. */
const MOST_SENTENCES = 3;

/** What matters most of a digest, in at most three sentences. */
export function digestHeadline(digest: Digest, language: Language): string {
  const names = digestNames(digest, language);
  return headlines(digest)
    .slice(0, MOST_SENTENCES)
    .map((headline) => sentence(headline, digest, names, language))
    .join(names.words.space);
}

function sentence(headline: Headline, { edition }: Digest, names: DigestNames, language: Language): string {
  const { words } = names;
  switch (headline.code) {
    case 'fell-from-best':
      return byTier(headline.of, names, (of, tier) => {
        return words.fell({ of, tier, toCall: sumOf(of, ({ toCall }) => toCall) });
      });
    case 'complaints-late':
      return words.complaintsLate(headline.complaints);
    case 'overdue': {
      const { of } = headline;
      const [first] = of;
      if (first?.tier === null) return words.overdueInAll(first.customers);
      return byTier(of, names, (same, tier) => words.overdue(same, tier));
    }
    case 'over-capacity':
      return words.overCapacity(headline.reps);
    case 'rose-to-best':
      return byTier(headline.of, names, (of, tier) => words.rose(of, tier));
    case 'won': {
      const { amount, currency, prospects } = headline;
      return words.won(prospects, amount === null ? null : formatMoneyBriefly(amount, language, { currency }));
    }
    case 'nothing-urgent':
      return words.nothingUrgent;
    case 'quiet':
      return words.quiet[edition];
    default:
      return headline satisfies never;
  }
}

/** One sentence for the stages whose best tiers have the same name, as most have; else one each. */
function byTier<T extends OverdueOf>(
  of: readonly T[],
  names: DigestNames,
  sentenceOf: (of: readonly T[], tier: string) => string,
): string {
  const byName = grouped(of, ({ stage, tier }) => names.place({ stage, tier, status: 'graded' }));
  return [...byName].map(([tier, same]) => sentenceOf(same, tier)).join(names.words.space);
}
