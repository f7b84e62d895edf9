import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardWindow } from '../../../bot/blocks/card-window.ts';
import type { DigestButton } from '../../../bot/blocks/digest-button.ts';
import { digestListWindow, readDigestListWindow } from '../../../bot/blocks/digest-list-window.ts';
import type { Viewer } from '../../../bot/blocks/viewer.ts';
import { localDay, localTime } from '../../../bot/clock.ts';
import { checkView } from '../../../bot/local/block-kit-rules.ts';
import { blocksAsText } from '../../../bot/local/block-text.ts';
import { jsonObjects } from '../../../bot/local/json-object.ts';
import { dateOfDayNumber } from '../../../core/calendar-date.ts';
import type { DigestList } from '../../../core/digest/digest-list.ts';
import { LANGUAGES, type Language } from '../../../core/text/language.ts';
import { anyCard, markupTexts } from '../../support/cards.ts';
import { anyDigestList, listOf, overdueEntry } from '../../support/digest-lists.ts';

const NOW = new Date('2026-11-26T01:00:00Z');
const BUTTON: DigestButton = {
  whose: { memberId: '01890000-0000-7000-8000-000000000099' },
  timeZone: 'Asia/Shanghai',
  date: dateOfDayNumber(20_783),
  asOf: new Date('2026-11-26T00:30:00Z'),
  since: new Date('2026-11-25T00:30:00Z'),
  edition: 'daily',
  number: { part: 'overdue' },
};

describe('the window behind a number of a digest', () => {
  test('whatever customers are called, Slack takes it', () => {
    fc.assert(
      fc.property(anyDigestList, fc.constantFrom(...LANGUAGES), fc.nat(4000), (list, language, skip) => {
        const view = digestListWindow(list, viewerIn(language), { button: BUTTON, skip });
        expect(checkView(view)).toEqual([]);
        expect(markupTexts(view)).toEqual([]);
        expect(readDigestListWindow(view.private_metadata ?? '')).toEqual(BUTTON);
      }),
      { numRuns: 80 },
    );
  });

  test('lists customers with what the number says of them, a button for the card, and one to log what is overdue', () => {
    const list = listOf({ part: 'overdue' }, [overdueEntry('ACME', 1), overdueEntry('春晖电子', 2)]);
    const view = digestListWindow(list, viewerIn('en'), { button: BUTTON, skip: 0 });
    const { text } = blocksAsText(jsonObjects(view.blocks), { userName: (id) => id, channelName: (id) => id });
    expect(text).toMatch(/1\. ACME.*Tier A/);
    expect(text).toMatch(/2\. 春晖电子/);
    expect(buttons(list, 0)).toEqual(['Card', 'Log', 'Card', 'Log']);
    expect(buttons(listOf({ part: 'dormant' }, [overdueEntry('ACME')]), 0)).toEqual(['Card']);
  });

  test('leads to the pages before and after', () => {
    const page = Array.from({ length: 12 }, (_, index) => overdueEntry(`C${index}`, index));
    const list = listOf({ part: 'dormant' }, page, 40);
    expect(buttons(list, 0).slice(12)).toEqual(['Next']);
    expect(buttons(list, 12).slice(12)).toEqual(['Previous', 'Next']);
    expect(buttons(list, 28).slice(12)).toEqual(['Previous']);
    const view = digestListWindow(list, viewerIn('en'), { button: BUTTON, skip: 12 });
    expect(JSON.stringify(view)).toContain('13–24 of 40');
    expect(JSON.stringify(view)).toContain('"value":"24"');
  });

  test('of nobody it says that there is nobody', () => {
    const view = digestListWindow(listOf({ part: 'overdue' }, []), viewerIn('en'), { button: BUTTON, skip: 0 });
    expect(checkView(view)).toEqual([]);
    expect(view.blocks.length).toBe(2);
  });
});

test('any customer’s card fits into a window, with all of its buttons', () => {
  fc.assert(
    fc.property(anyCard, fc.constantFrom(...LANGUAGES), (card, language) => {
      const view = cardWindow(card, viewerIn(language));
      expect(checkView(view)).toEqual([]);
      expect(JSON.stringify(view)).toContain('"customer_share"');
      expect(JSON.stringify(view)).toContain('"follow_up_log"');
    }),
    { numRuns: 60 },
  );
});

function viewerIn(language: Language): Viewer {
  const dayOf = (moment: Date) => localDay(moment, 'Asia/Shanghai');
  const timeOf = (moment: Date) => localTime(moment, 'Asia/Shanghai');
  return { language, now: NOW, dayOf, timeOf, today: dayOf(NOW) };
}

function buttons(list: DigestList, skip: number): unknown[] {
  return jsonObjects(digestListWindow(list, viewerIn('en'), { button: BUTTON, skip }).blocks).flatMap((block) =>
    block['type'] === 'actions'
      ? jsonObjects(block['elements']).map(({ text }) => jsonObjects([text])[0]?.['text'])
      : [],
  );
}
