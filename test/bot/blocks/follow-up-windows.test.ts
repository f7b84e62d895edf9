import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doneMessage, doneWindow } from '../../../bot/blocks/done-answer.ts';
import { pauseModal, reassignModal, skipModal, snoozeModal } from '../../../bot/blocks/follow-up-modals.ts';
import { logModal } from '../../../bot/blocks/log-modal.ts';
import { logWindowMetadata, readLogWindow } from '../../../bot/blocks/log-window.ts';
import type { Viewer } from '../../../bot/blocks/viewer.ts';
import { checkMessage, checkView } from '../../../bot/local/block-kit-rules.ts';
import { addDays, type CalendarDate } from '../../../core/calendar-date.ts';
import { CONTACT_METHODS } from '../../../core/grading/contact-methods.ts';
import { METHOD_TEXT, OUTCOME_TEXT } from '../../../core/text/contact-text.ts';
import { FOLLOW_UP_TEXT } from '../../../core/text/follow-up-text.ts';
import { LANGUAGES } from '../../../core/text/language.ts';

const TODAY = '2026-03-05' as CalendarDate;
const viewerIn = (language: Viewer['language']): Viewer => ({
  language,
  now: new Date('2026-03-05T08:00:00Z'),
  today: TODAY,
  dayOf: () => TODAY,
  timeOf: () => '12:00',
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4000 }),
  fc.constantFrom('', '<!channel>', '\u0000', '\u202eevil', '春'.repeat(3000), 'x'.repeat(5000), '\ud800', '*_~`'),
);
const window = fc.record({
  customerId: fc.uuid(),
  seenAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
  cardUrl: fc.option(fc.webUrl({ size: 'medium' }), { nil: undefined }),
});

describe.each(LANGUAGES)('windows of follow-ups in %s', (language) => {
  const viewer = viewerIn(language);

  test('Slack takes them whatever the customer is called and whatever was typed', () => {
    fc.assert(
      fc.property(hostile, hostile, window, fc.array(hostile, { maxLength: 20 }), (name, note, from, texts) => {
        const draft = { note, nextOn: TODAY, satisfaction: 3, method: 'visit', outcome: 'next-step' } as const;
        const proposal = {
          methods: CONTACT_METHODS,
          asksSatisfaction: texts.length > 5,
          rhythmOn: addDays(TODAY, 7),
          agreedOn: null,
        };
        const members = texts.map((each, index) => ({ id: `m${index}`, slackUserId: null, name: each }));
        const done = { actionId: 'a', customerName: name, lines: [`Logged for ${name}.`, note, ...texts.slice(0, 4)] };
        for (const view of [
          logModal({ customerName: name, proposal, draft, quicker: note, questions: texts }, viewer, {
            customer: from,
            link: note,
            replaces: 'a',
          }),
          logModal({ customerName: null, proposal: null, draft: { note } }, viewer, { link: note }),
          snoozeModal(name, viewer, from, {
            next: addDays(TODAY, 1),
            inThreeDays: addDays(TODAY, 4),
            nextWeek: addDays(TODAY, 4),
            inAWeek: addDays(TODAY, 7),
          }),
          skipModal(name, viewer, from),
          pauseModal(name, viewer, from),
          ...(members.length > 0 ? [reassignModal(name, viewer, from, members)] : []),
          doneWindow('x', done, language, from),
        ])
          expect(checkView(view)).toEqual([]);
        expect(checkMessage(doneMessage(done, language, { canChange: true }))).toEqual([]);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  test('more members than a menu holds are cut', () => {
    const members = Array.from({ length: 150 }, (_, index) => ({
      id: `m${index}`,
      slackUserId: null,
      name: `M ${index}`,
    }));
    const from = { customerId: 'c', seenAt: new Date(0) };
    expect(checkView(reassignModal('ACME', viewer, from, members))).toEqual([]);
  });

  test('what a button says begins what a screen reader says', () => {
    const text = FOLLOW_UP_TEXT[language];
    for (const kind of ['log', 'snooze', 'skip', 'pause', 'resume', 'reassign', 'undo', 'change'] as const)
      expect(text[`${kind}Label`]('ACME').startsWith(text[kind])).toBe(true);
  });

  test('every choice of a menu can be told from the others', () => {
    for (const choices of [METHOD_TEXT[language], OUTCOME_TEXT[language]]) {
      const titles = Object.values(choices);
      expect(new Set(titles).size).toBe(titles.length);
      for (const title of titles) expect(title.length).toBeLessThanOrEqual(75);
    }
  });
});

test('how satisfied the customer is comes first when it is time to ask', () => {
  const idsOf = (asksSatisfaction: boolean) =>
    logModal(
      { customerName: 'ACME', proposal: { methods: ['visit'], asksSatisfaction, rhythmOn: null, agreedOn: null } },
      viewerIn('en'),
      {},
    ).blocks.map((block) => block.block_id);
  expect(idsOf(true).indexOf('satisfaction')).toBeLessThan(idsOf(true).indexOf('method'));
  expect(idsOf(false).indexOf('satisfaction')).toBeGreaterThan(idsOf(false).indexOf('next_on'));
});

test('what a window remembers comes back, and of anything else nothing', () => {
  fc.assert(
    fc.property(
      fc.option(window, { nil: undefined }),
      fc.option(fc.uuid(), { nil: undefined }),
      (customer, replaces) => {
        const kept = { customer, link: 'https://acme.slack.com/archives/C1/p1', replaces };
        expect(readLogWindow(logWindowMetadata(kept))).toEqual(kept);
      },
    ),
    { seed: 5 },
  );
  for (const other of ['', 'x', '{}', '{"link":1}'])
    expect(readLogWindow(other)).toEqual({ customer: undefined, link: undefined, replaces: undefined });
});
