/** Ways to be in touch that a rep can choose and log. */
export const CONTACT_METHODS = [
  'phone',
  'visit',
  'gift',
  'article',
  'course',
  'seasonal-card',
  'event',
  'launch',
  'special-offer',
  'email',
  'sms',
  'chat',
  'direct-mail',
  'customer-news',
  'company-news',
  'rep-news',
  'problem-solving',
  'industry-signings',
  'pass-on-promotions',
  'referral-reward',
  'recommendation',
  'market-information',
  'advertise-customer',
  'refer-business',
  'introduce-partner',
  'online-service',
] as const;

/** One of the {@link CONTACT_METHODS}. */
export type ContactMethod = (typeof CONTACT_METHODS)[number];
