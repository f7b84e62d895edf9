import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandUsage } from '../../../bot/blocks/command-usage.ts';
import { customerCard } from '../../../bot/blocks/customer-card.ts';
import { plainName } from '../../../bot/blocks/plain-name.ts';
import { plainMessage } from '../../../bot/blocks/rich-text.ts';
import { nothingFound, severalFound } from '../../../bot/blocks/search-answer.ts';
import { sharedCard } from '../../../bot/blocks/shared-card.ts';
import type { Viewer } from '../../../bot/blocks/viewer.ts';
import { whyLoading, whyModal, whyNotice } from '../../../bot/blocks/why-modal.ts';
import { localDay, localTime } from '../../../bot/clock.ts';
import { checkMessage, checkView } from '../../../bot/local/block-kit-rules.ts';
import { dateOfDayNumber } from '../../../core/calendar-date.ts';
import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { anyCard, anyMatch, markupTexts, mentions } from '../../support/cards.ts';

const anyViewer: fc.Arbitrary<Viewer> = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  now: fc.constant(new Date('2026-03-05T01:00:00Z')),
  today: fc.integer({ min: 18_000, max: 24_000 }).map(dateOfDayNumber),
  dayOf: fc
    .constantFrom('UTC', 'Asia/Shanghai', 'America/St_Johns')
    .map((timeZone) => (moment: Date) => localDay(moment, timeZone)),
  timeOf: fc.constant((moment: Date) => localTime(moment, 'Asia/Shanghai')),
});

const anyQuery = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constant('<!channel>'))
  .map((text) => plainName(text, 60));

function expectSafe(message: object): void {
  expect(checkMessage(message)).toEqual([]);
  for (const text of markupTexts(message)) expect(text).not.toMatch(/[<>]/);
}

describe('whatever a customer is called, Slack takes the message and nobody is pinged', () => {
  test('the card', () => {
    fc.assert(
      fc.property(
        anyCard,
        anyViewer,
        fc.array(anyMatch, { maxLength: 130 }),
        anyQuery,
        (card, viewer, others, query) => {
          const message = customerCard(card, viewer, { others, lead: BOT_TEXT[viewer.language].onlyMatch(query) });
          expectSafe(message);
          const known = new Set([card.owner?.slackUserId, card.override?.setBy]);
          expect(mentions(message).every((id) => known.has(id))).toBe(true);
        },
      ),
    );
  });

  test('what is shared', () => {
    fc.assert(
      fc.property(anyCard, anyViewer, (card, viewer) => {
        const message = sharedCard(card, 'U0SHARER', viewer.language);
        expectSafe(message);
        expect(mentions(message).every((id) => id === card.owner?.slackUserId || id === 'U0SHARER')).toBe(true);
      }),
    );
  });

  test('the Why? modal', () => {
    fc.assert(
      fc.property(anyCard, anyViewer, (card, viewer) => {
        const view = whyModal(card, viewer.language);
        expect(checkView(view)).toEqual([]);
        expect(markupTexts(view)).toEqual([]);
        expect(mentions(view)).toEqual([]);
      }),
    );
  });

  test('menus and suggestions', () => {
    fc.assert(
      fc.property(
        anyQuery,
        anyViewer,
        fc.array(anyMatch, { minLength: 1, maxLength: 130 }),
        (query, viewer, matches) => {
          expectSafe(severalFound(query, matches, viewer.language));
          expectSafe(nothingFound(query, matches, viewer.language));
          expectSafe(nothingFound(query, [], viewer.language));
        },
      ),
    );
  });
});

test.each(LANGUAGES)('every fixed answer is fit for Slack in %s', (language) => {
  expectSafe(commandUsage(BOT_TEXT[language]));
  expect(checkView(whyLoading(language))).toEqual([]);
  expect(checkView(whyNotice(BOT_TEXT[language].customerGone, language))).toEqual([]);
  for (const sentence of Object.values(BOT_TEXT[language])) {
    if (typeof sentence === 'string') expectSafe(plainMessage(sentence));
  }
});
