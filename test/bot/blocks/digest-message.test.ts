import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDigestButton } from '../../../bot/blocks/digest-button.ts';
import { digestMessage } from '../../../bot/blocks/digest-message.ts';
import type { Message } from '../../../bot/blocks/rich-text.ts';
import type { Viewer } from '../../../bot/blocks/viewer.ts';
import { localDay, localTime } from '../../../bot/clock.ts';
import { blockCharacters, checkMessage } from '../../../bot/local/block-kit-rules.ts';
import { blocksAsText } from '../../../bot/local/block-text.ts';
import { type JsonObject, jsonObjects } from '../../../bot/local/json-object.ts';
import type { Digest } from '../../../core/digest/digest.ts';
import { DIGEST_MESSAGE_TEXT } from '../../../core/text/digest-message-text.ts';
import { digestText } from '../../../core/text/digest-text.ts';
import { LANGUAGES, type Language } from '../../../core/text/language.ts';
import { markupTexts, mentions } from '../../support/cards.ts';
import { anyDigest, FULL_DIGEST, QUIET_DIGEST, WEEKLY_DIGEST } from '../../support/digests.ts';

const NOW = new Date('2026-11-26T01:00:00Z');
const WHOSE = { memberId: '01890000-0000-7000-8000-000000000099' };
const MEMBER = '01890000-0000-7000-8000-00000000000a';
const NEWEST: ReadonlySet<unknown> = new Set(['data_visualization', 'data_table']);

describe('a digest as a message', () => {
  test('of any size and whatever customers are called, Slack takes it, in new blocks and in classic ones, and nobody is pinged', () => {
    fc.assert(
      fc.property(anyDigest, fc.constantFrom(...LANGUAGES), (digest, language) => {
        const { fallback, message } = shown(digest, language);
        for (const each of [message, fallback]) {
          expect(checkMessage(each)).toEqual([]);
          // room for a line that others add
          expect(each.blocks.length).toBeLessThanOrEqual(48);
          expect(blockCharacters(each.blocks)).toBeLessThan(11_500);
          for (const text of markupTexts(each)) expect(text).not.toMatch(/[<>]/);
          expect(mentions(each)).toEqual([]);
        }
        expect(typesOf(fallback).filter((type) => NEWEST.has(type))).toEqual([]);
      }),
      // digests are so large that finding a smaller one takes minutes
      { numRuns: 60, endOnFailure: true },
    );
  });

  test('with names and reasons as long as they come, lines give way before Slack refuses the message', () => {
    const long = 'Extraordinarily long '.repeat(50);
    const customer = (at: number) => ({
      customerId: `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      name: long,
      ownerId: MEMBER,
    });
    const five = Array.from({ length: 5 }, (_, at) => customer(at));
    const ended = (outcome: 'won' | 'lost') => ({
      count: 9000,
      amount: null,
      currency: null,
      first: five.map((each) => ({
        ...each,
        outcome,
        endedOn: FULL_DIGEST.date,
        amount: null,
        currency: null,
        reason: long,
      })),
    });
    const moves = (direction: 'up' | 'down') => ({
      ...(FULL_DIGEST.moves?.down ?? expect.fail()),
      first: five.map((each) => ({ ...(FULL_DIGEST.moves?.down.first[0] ?? expect.fail()), ...each, direction })),
    });
    const digest: Digest = {
      ...FULL_DIGEST,
      members: { [MEMBER]: long },
      moves: { up: moves('up'), down: moves('down') },
      ends: { won: ended('won'), lost: ended('lost') },
      dormant: { count: 900, fresh: 0, first: five.map((each) => ({ ...each, tier: 'A', since: null })) },
    };
    for (const language of LANGUAGES) {
      const { fallback, message } = shown(digest, language);
      for (const each of [message, fallback]) expect(blockCharacters(each.blocks)).toBeLessThanOrEqual(11_000);
    }
  });

  test('begins with what matters most, then charts, then at most five lines a section', () => {
    const { message } = shown(FULL_DIGEST, 'en');
    const [first] = message.blocks;
    expect(wordsOf([first])).toBe(digestText(FULL_DIGEST, 'en').headline);
    expect(typesOf(message).slice(0, 4)).toEqual(['rich_text', 'context', 'data_visualization', 'data_visualization']);
    const lists = jsonObjects(message.blocks).flatMap((block) =>
      jsonObjects(block['elements']).filter((each) => each['type'] === 'rich_text_list'),
    );
    expect(lists.length).toBeGreaterThan(5);
    for (const list of lists) expect(jsonObjects(list['elements']).length).toBeLessThanOrEqual(6);
    expect(wordsOf(message.blocks)).toContain('and 2 more');
    expect(message.text).toContain(digestText(FULL_DIGEST, 'en').headline);
  });

  test.each(LANGUAGES)('says in classic blocks all that it says in new ones (%s)', (language) => {
    const { fallback, message } = shown(WEEKLY_DIGEST, language);
    expect(fallback.text).toBe(message.text);
    expect(buttonsOf(fallback)).toEqual(buttonsOf(message));
    const classic = wordsOf(fallback.blocks);
    for (const block of jsonObjects(message.blocks).filter(({ type }) => !NEWEST.has(type)))
      expect(classic).toContain(wordsOf([block]));
    expect(classic).toMatch(/█+ 20\n/);
    expect(classic.match(/█/g)?.length).toBeGreaterThan(20);
  });

  test('every number has a button that opens the list behind it, as of the digest’s moment', () => {
    const { message } = shown(FULL_DIGEST, 'en');
    const opened = buttonsOf(message)
      .filter((button) => String(button['action_id']).startsWith('digest_list_'))
      .map((button) => readDigestButton(String(button['value'])));
    expect(opened.length).toBeGreaterThan(8);
    for (const button of opened)
      expect(button).toMatchObject({
        whose: WHOSE,
        asOf: new Date(FULL_DIGEST.asOf),
        edition: 'daily',
        date: '2026-11-26',
      });
    const parts = new Set(opened.map((button) => button?.number.part));
    for (const part of ['tiers', 'moves', 'overdue', 'complaints', 'capacity', 'dormant', 'signings', 'ends', 'data'])
      expect(parts).toContain(part);
  });

  test('the weekly edition has the migration matrix as a table', () => {
    const { fallback, message } = shown(WEEKLY_DIGEST, 'en');
    const table = jsonObjects(message.blocks).find(({ type }) => type === 'data_table');
    const [head, first] = (table?.['rows'] ?? []) as JsonObject[][];
    expect(head?.map((cell) => cell['text'])).toEqual(['From \\ to', 'A', 'B', 'C', 'D', 'All']);
    expect(first?.map((cell) => cell['value'] ?? cell['text'])).toEqual(['Tier A', 40, 1, 2, 3, 46]);
    expect(wordsOf(fallback.blocks)).toMatch(/From \\ to +A +B +C +D +All\nTier A +40 +1 +2 +3 +46\n/);
  });

  test.each(LANGUAGES)('a quiet day is a line, and still has its settings (%s)', (language) => {
    const { message } = shown(QUIET_DIGEST, language);
    expect(message.blocks.length).toBeLessThanOrEqual(4);
    expect(wordsOf(message.blocks)).toContain(digestText(QUIET_DIGEST, language).headline);
    expect(buttonsOf(message)).toMatchObject([
      { action_id: 'digest_settings', text: { text: DIGEST_MESSAGE_TEXT[language].settings } },
    ]);
  });
});

function shown(digest: Digest, language: Language) {
  const dayOf = (moment: Date) => localDay(moment, 'Asia/Shanghai');
  const timeOf = (moment: Date) => localTime(moment, 'Asia/Shanghai');
  const viewer: Viewer = { language, now: NOW, dayOf, timeOf, today: dayOf(NOW) };
  return digestMessage(digest, viewer, WHOSE);
}

/** What a person reads, without the buttons. */
function wordsOf(blocks: unknown): string {
  const read = jsonObjects(blocks).filter((block) => block['type'] !== 'actions');
  return blocksAsText(read, { userName: (id) => id, channelName: (id) => id }).text;
}

function typesOf({ blocks }: Message): unknown[] {
  return jsonObjects(blocks).map(({ type }) => type);
}

function buttonsOf({ blocks }: Message): JsonObject[] {
  return jsonObjects(blocks).flatMap((block) => (block['type'] === 'actions' ? jsonObjects(block['elements']) : []));
}
