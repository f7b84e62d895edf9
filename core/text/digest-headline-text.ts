import type { Digest, Headline } from '../digest/digest.ts';
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
    case 'fell-from-best': {
      const { stage, tier, customers, toCall } = headline;
      return words.fell({ customers, stage, toCall, tier: names.place({ stage, tier, status: 'graded' }) });
    }
    case 'complaints-late':
      return words.complaintsLate(headline.complaints);
    case 'overdue': {
      const { customers, stage, tier } = headline;
      return words.overdue(customers, stage, tier === null ? null : names.place({ stage, tier, status: 'graded' }));
    }
    case 'over-capacity':
      return words.overCapacity(headline.reps);
    case 'rose-to-best': {
      const { customers, stage, tier } = headline;
      return words.rose(customers, stage, names.place({ stage, tier, status: 'graded' }));
    }
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
