import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookBlocks } from '../../../../bot/blocks/home/book-blocks.ts';
import { dayBlocks, repDayBlocks } from '../../../../bot/blocks/home/day-blocks.ts';
import { digestBlocks } from '../../../../bot/blocks/home/digest-blocks.ts';
import { HOME_TABS, homeView } from '../../../../bot/blocks/home/home-frame.ts';
import { overridesBlocks, teamBlocks } from '../../../../bot/blocks/home/team-blocks.ts';
import type { Block } from '../../../../bot/blocks/rich-text.ts';
import type { Viewer } from '../../../../bot/blocks/viewer.ts';
import { checkView } from '../../../../bot/local/block-kit-rules.ts';
import { dateOfDayNumber } from '../../../../core/calendar-date.ts';
import { LANGUAGES, type Language } from '../../../../core/text/language.ts';
import { anyDigest, FULL_DIGEST } from '../../../support/digests.ts';
import { wordsOf } from '../../../support/follow-up-app.ts';
import { anyBoard, anyBook } from '../../../support/home-boards.ts';
import { anyRepDay, contactOf, QUIET_DAY } from '../../../support/rep-days.ts';

const READER = '01890000-0000-7000-8000-00000000000a';
const TODAY = dateOfDayNumber(20_517);
const anyLanguage = fc.constantFrom(...LANGUAGES);

function viewer(language: Language = 'en'): Viewer {
  const now = new Date('2026-03-05T08:30:00Z');
  return { language, now, today: TODAY, dayOf: () => TODAY, timeOf: () => '12:00' };
}

/** What stands on the tab, all of it taken by Slack. */
function shown(blocks: readonly Block[], language: Language = 'en'): string {
  const view = homeView(blocks, { language, page: { kind: 'day' }, tab: 'day', tabs: HOME_TABS });
  expect(checkView(view)).toEqual([]);
  expect(view.blocks.length).toBe(blocks.length + 2);
  return wordsOf(view);
}

describe('pages of the Home tab are taken by Slack whole, whatever is called how and however much there is', () => {
  test('the day, a rep’s day and the book', () => {
    fc.assert(
      fc.property(anyRepDay, anyBook, anyLanguage, (day, book, language) => {
        const on = { viewer: viewer(language), isOwn: true, seenAt: new Date(0) };
        shown(dayBlocks(day, on), language);
        const rep = repDayBlocks(day, viewer(language), new Date(0));
        shown([...rep, ...bookBlocks(book, { viewer: viewer(language), readerId: READER })], language);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('a team, on every page', () => {
    fc.assert(
      fc.property(anyBoard, fc.integer({ min: 1, max: 12 }), anyLanguage, (board, page, language) => {
        shown(teamBlocks(board, page, viewer(language)), language);
        shown(overridesBlocks(board, page, viewer(language)), language);
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  test('a digest', () => {
    fc.assert(
      fc.property(anyDigest, anyLanguage, (digest, language) => {
        const chosen = { page: { kind: 'digest' as const, id: READER, edition: 'monthly' as const }, on: TODAY };
        shown(digestBlocks(digest, READER, { ...chosen, viewer: viewer(language) }), language);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});

describe('the day on the Home tab', () => {
  const done = {
    kind: 'contact',
    actionId: READER,
    by: null,
    at: new Date(0),
    name: 'Done',
    tier: 'A',
    stage: 'customer',
    coveredFor: null,
  } as const;
  const day = {
    ...QUIET_DAY,
    date: TODAY,
    customers: 12,
    plannedMinutes: 200,
    today: [contactOf('One', { customerId: 'c1' }), contactOf('Two', { customerId: 'c2' })],
    done: [
      { ...done, customerId: 'c3' },
      // contacted today, and promised for today
      { ...done, customerId: 'c2' },
    ],
  };
  const on = { viewer: viewer(), isOwn: true, seenAt: new Date(0) };

  test('says how much of it is done and left, as many as the lists below name', () => {
    const words = shown(dayBlocks(day, on));
    expect(words).toContain('2 of 4 done, 3 h 20 min left');
    expect(words).toContain('2 contacts today');
    expect(words).toContain('Done (2)');
    expect(shown(dayBlocks(day, { ...on, viewer: viewer('zh-CN') }), 'zh-CN')).toContain(
      '4 个中已完成 2 个，还需 3 小时 20 分钟',
    );
    expect(shown(dayBlocks({ ...day, done: [] }, on))).not.toContain(' done, ');
  });

  test('counts who is carried over, with a button that names them', () => {
    const counted = JSON.stringify(dayBlocks({ ...QUIET_DAY, customers: 9, carriedOver: [], carriedOverCount: 3 }, on));
    expect(counted).toContain('Carried over, since the day is full (3)');
    expect(counted).not.toContain('and 3 more');
    expect(counted).toContain(JSON.stringify(JSON.stringify({ kind: 'day', carried: true })));
    expect(JSON.stringify(dayBlocks({ ...QUIET_DAY, carriedOverCount: 0 }, on))).not.toContain('carried');
  });

  test('of somebody else offers what a manager may do', () => {
    const words = shown(repDayBlocks(day, viewer(), new Date(0)));
    expect(words).toContain('Reassign');
    expect(words).not.toContain('Skip');
    expect(words).not.toContain('Snooze');
  });
});

describe('a digest on the Home tab', () => {
  test('has the words of the message', () => {
    const words = shown(digestBlocks(FULL_DIGEST, READER, { page: { kind: 'digest' }, on: TODAY, viewer: viewer() }));
    expect(words).toContain('fell out of');
  });
});
