import fc from 'fast-check';
import { type CalendarDate, dateOfDayNumber } from '../../core/calendar-date.ts';
import type { CustomerCard, CustomerMatch } from '../../bot/use-cases/customer-card.ts';

/** Names that try to ping, break out, reorder or break limits; and harmless ones. */
export const HOSTILE_NAMES: readonly string[] = [
  '<!channel> & <@U123> *x*',
  '<https://example.com|click>',
  '@here :tada: _x_ ~y~ `z`',
  '```\n```',
  'A\u0000B\u0007C',
  'line one\nline two\r\n\tthree',
  '\u202egnp.exe',
  'שלום עולם بالعالم',
  '👩‍👩‍👧‍👦'.repeat(60),
  '华东机械有限公司'.repeat(80),
  '\ud800broken',
  '"quoted" \'name\' \\ "',
  'x'.repeat(4000),
  '   ',
  '',
];

const anyName = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

const anyDay: fc.Arbitrary<CalendarDate> = fc.integer({ min: 18_000, max: 24_000 }).map(dateOfDayNumber);

const anyId = fc.uuid();

export const anyMatch: fc.Arbitrary<CustomerMatch> = fc.record({
  id: anyId,
  key: fc.option(anyName),
  name: anyName,
  tier: fc.option(fc.constantFrom('A', 'B', 'gold', 'x'.repeat(64))),
  owner: fc.constant(null),
  how: fc.constantFrom('key', 'exact', 'prefix', 'initials', 'substring', 'close'),
});

/** A card with anything that its type allows; `grading` is up to the test. */
export const anyUngradedCard: fc.Arbitrary<CustomerCard> = fc.record({
  id: anyId,
  key: fc.option(anyName),
  name: anyName,
  industry: fc.option(anyName),
  region: fc.option(anyName),
  owner: fc.option(
    fc.record({ text: anyName, slackUserId: fc.option(fc.oneof(anyName, fc.constant('U0ANNA'), fc.constant('W1B2C3'))) }),
  ),
  lastContactOn: fc.option(anyDay),
  nextContactOn: fc.option(anyDay),
  givenTier: fc.option(anyName),
  grading: fc.constant(null),
});

/** Every text that stands where Slack reads markup: `mrkdwn` objects, and the top-level text. */
export function markupTexts(message: object): string[] {
  const texts: string[] = [];
  JSON.stringify(message, (key, value: unknown) => {
    if (isRecord(value) && value['type'] === 'mrkdwn') texts.push(String(value['text']));
    if (key === '' && isRecord(value) && typeof value['text'] === 'string') texts.push(value['text']);
    return value;
  });
  return texts;
}

/** Ids of people, channels and groups that the message mentions in rich text. */
export function mentions(message: object): string[] {
  const found: string[] = [];
  JSON.stringify(message, (_, value: unknown) => {
    if (isRecord(value) && ['user', 'usergroup', 'channel', 'broadcast', 'link', 'team'].includes(String(value['type']))) {
      found.push(String(value['user_id'] ?? value['type']));
    }
    return value;
  });
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
