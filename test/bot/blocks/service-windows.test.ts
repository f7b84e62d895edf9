import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeComplaintWindow, complaintWindow } from '../../../bot/blocks/complaint-windows.ts';
import { customerCard } from '../../../bot/blocks/customer-card.ts';
import {
  type CustomerWindow,
  customerWindowMetadata,
  readCustomerWindow,
} from '../../../bot/blocks/customer-window.ts';
import { followUpValue, readFollowUpValue } from '../../../bot/blocks/follow-up-button.ts';
import { moreWindow } from '../../../bot/blocks/more-window.ts';
import { expectedWindow, lostWindow, wonWindow } from '../../../bot/blocks/prospect-windows.ts';
import { satisfactionWindow } from '../../../bot/blocks/satisfaction-window.ts';
import type { Viewer } from '../../../bot/blocks/viewer.ts';
import { checkView } from '../../../bot/local/block-kit-rules.ts';
import { messageAsText } from '../../../bot/local/block-text.ts';
import { jsonObjects } from '../../../bot/local/json-object.ts';
import type { CardService } from '../../../bot/use-cases/card-service.ts';
import type { CustomerCard } from '../../../bot/use-cases/customer-card.ts';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { LANGUAGES, type Language } from '../../../core/text/language.ts';
import { anyCard, markupTexts, mentions } from '../../support/cards.ts';

const NOW = new Date('2026-03-05T09:00:00Z');
const TODAY = parseIsoDate('2026-03-05') ?? expect.fail();

function viewerIn(language: Language): Viewer {
  return { language, now: NOW, today: TODAY, dayOf: () => TODAY, timeOf: () => '12:00' };
}

const anyLanguage = fc.constantFrom(...LANGUAGES);
const anyWindow: fc.Arbitrary<CustomerWindow> = fc.record({
  customerId: fc.uuid(),
  seenAt: fc.constant(NOW),
  subject: fc.option(fc.uuid(), { nil: undefined }),
  cardUrl: fc.option(fc.webUrl({ size: 'large' }), { nil: undefined }),
});

describe('whatever a customer is called and complains about, Slack takes the window and nobody is pinged', () => {
  test.each([
    ['More', moreWindow],
    ['Complaint', complaintWindow],
    ['Satisfaction', satisfactionWindow],
    ['Won', wonWindow],
    ['Lost', lostWindow],
    ['Expected signing', expectedWindow],
  ])('%s', (_, build) => {
    fc.assert(
      fc.property(anyCard, anyLanguage, anyWindow, (card, language, window) => {
        const view = build(card, viewerIn(language), window);
        expect(checkView(view)).toEqual([]);
        expect(markupTexts(view)).toEqual([]);
        expect(mentions(view)).toEqual([]);
      }),
    );
  });

  test('Close complaint, for each that is open', () => {
    fc.assert(
      fc.property(anyCard, anyLanguage, anyWindow, (card, language, window) => {
        const { complaints } = card.service;
        for (const { id } of complaints) {
          const view = closeComplaintWindow(card, viewerIn(language), { ...window, subject: id });
          expect(checkView(view ?? expect.fail())).toEqual([]);
          expect(markupTexts(view ?? {})).toEqual([]);
        }
        const others = { ...window, subject: undefined };
        expect(closeComplaintWindow(card, viewerIn(language), others)).toBeUndefined();
      }),
    );
  });
});

test('what a button and a window remember is read back, and nothing else is', () => {
  fc.assert(
    fc.property(anyWindow, (window) => {
      expect(readCustomerWindow(customerWindowMetadata(window))).toEqual(window);
      const { cardUrl: _, ...button } = window;
      const read = readFollowUpValue(followUpValue(button));
      expect({ subject: undefined, ...read }).toEqual(button);
    }),
  );
  for (const text of ['', 'x', '[]', '{}', '{"customerId":1,"seenAtMs":2}', 'null'])
    expect(readCustomerWindow(text)).toBeUndefined();
  for (const text of ['', 'x', `${'a'.repeat(36)}|`, `${'a'.repeat(36)}|1|`, `${'a'.repeat(36)}|1|x`])
    expect(readFollowUpValue(text)).toBeUndefined();
});

const QUIET: CardService = { complaints: [], survey: null, asksSatisfaction: false, signing: null };

function words(service: Partial<CardService>, language: Language = 'en'): string {
  const card: CustomerCard = {
    id: '01890000-0000-7000-8000-000000000001',
    key: null,
    name: 'ACME Ltd',
    industry: null,
    region: null,
    owner: null,
    lastContactOn: null,
    nextContactOn: null,
    contacts: { next: null, latest: [], may: { decide: true, reassign: true } },
    givenTier: null,
    override: null,
    changes: [],
    segments: [],
    grading: null,
    service: { ...QUIET, ...service },
    closed: null,
  };
  const { blocks, text } = customerCard(card, viewerIn(language));
  const names = { userName: () => undefined, channelName: () => undefined };
  const said = messageAsText({ text, blocks: jsonObjects(blocks) }, names).text;
  // buttons by their labels alone
  return said.replaceAll(/\[\d+\] (.+?)(?= {2}\[|\n|$)/g, '[$1]');
}

const COMPLAINT = {
  id: '01890000-0000-7000-8000-000000000002',
  channel: 'phone',
  cause: 'delivery',
  description: 'Came a week late',
  state: 'open',
  answerBy: new Date('2026-03-05T13:00:00Z'),
  answeredAt: null,
} as const;

describe('the card', () => {
  test.each([
    ['open', 'Answer by 2026-03-05 13:00 UTC'],
    ['near', 'Answer by 2026-03-05 13:00 UTC'],
    ['late', 'Late! The answer was due 2026-03-05 13:00 UTC'],
  ] as const)('says of a complaint that is %s by when it is to be answered', (state, line) => {
    const said = words({ complaints: [{ ...COMPLAINT, state }] });
    expect(said).toContain(`Complaint · Delivery · Phone\nCame a week late\n${line}`);
    expect(said).toContain('[Answered]  [Close complaint]');
  });

  test('says of an answered complaint that it is not closed yet, and offers no second answer', () => {
    const said = words({ complaints: [{ ...COMPLAINT, state: 'answered', answeredAt: NOW }] });
    expect(said).toContain('Answered 2026-03-05 09:00 UTC · not closed yet');
    expect(said).not.toContain('[Answered]');
  });

  test('shows three complaints and counts the rest', () => {
    const many = Array.from({ length: 5 }, () => COMPLAINT);
    const said = words({ complaints: many });
    expect(said.match(/\[Close complaint\]/g)).toHaveLength(3);
    expect(said).toContain('and 2 more open complaints');
  });

  test.each([
    [{ amount: 300_000, currency: 'CNY', on: TODAY, isAsked: true }, 'Expected: ¥300,000 on 5 Mar 2026'],
    [{ amount: 300_000, currency: null, on: null, isAsked: false }, 'Expected: 300,000; the date is missing'],
    [{ amount: null, currency: null, on: TODAY, isAsked: false }, 'Expected on 5 Mar 2026; the amount is missing'],
    [{ amount: null, currency: null, on: null, isAsked: true }, 'Expected amount and date are missing'],
  ])('says of %j: %s', (signing, line) => {
    expect(words({ signing })).toContain(line);
  });

  test('asks for amount and date in the best tier alone', () => {
    const signing = { amount: null, currency: null, on: null, isAsked: false };
    expect(words({ signing })).not.toContain('Expected');
    expect(words({ signing: { ...signing, isAsked: true } })).toContain('[Expected signing]');
    expect(words({ signing: { ...signing, amount: 5 } })).not.toContain('[Expected signing]');
  });

  test('says how satisfied the customer was, and when it is time to ask', () => {
    expect(words({})).not.toContain('Satisfaction');
    expect(words({ survey: { score: 4, on: TODAY } })).toContain('Satisfaction: 4 of 5 on 5 Mar 2026');
    expect(words({ asksSatisfaction: true })).toContain('[Satisfaction]');
  });

  test.each([
    [
      'zh-CN',
      ['投诉 · 交货 · 电话', '[已答复]  [结案]', '缺少预计成交金额和日期', '满意度：4 分（满分 5 分），2026年3月5日'],
    ],
    [
      'zh-TW',
      ['客訴 · 交貨 · 電話', '[已答覆]  [結案]', '缺少預計成交金額與日期', '滿意度：4 分（滿分 5 分），2026年3月5日'],
    ],
  ] as const)('says it in %s', (language, lines) => {
    const signing = { amount: null, currency: null, on: null, isAsked: true };
    const said = words({ complaints: [COMPLAINT], signing, survey: { score: 4, on: TODAY } }, language);
    for (const line of lines) expect(said).toContain(line);
  });
});
