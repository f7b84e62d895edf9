/** Outcomes that no tier may be called: what a rule may say instead of one. */
export const OUT_OF_MARKET = 'out-of-market';
export const REVIEW = 'review';
