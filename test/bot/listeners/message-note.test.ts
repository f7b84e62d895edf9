import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageLink, messageNote } from '../../../bot/listeners/message-note.ts';

describe('a message as a note', () => {
  test.each([
    ['plain *words*', 'plain *words*'],
    ['see <https://acme.example/quote|the quote>', 'see the quote'],
    ['see <https://acme.example/quote>', 'see https://acme.example/quote'],
    ['<@U0ANNA> in <#C0SALES|sales>', '@U0ANNA in #sales'],
    ['<@U0ANNA|anna>, <!channel>, <!subteam^S1|@reps>', '@anna, @channel, @reps'],
    ['<mailto:bob@acme.example|bob@acme.example>', 'bob@acme.example'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2, &amp;lt;', '1 < 2 && 3 > 2, &lt;'],
    ['  报价\n周五  ', '报价\n周五'],
  ])('%j', (text, note) => {
    expect(messageNote(text)).toBe(note);
  });

  test('is made of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('<', '>', '|', '&amp;', '@', '#', '!', 'a', ' ')), (parts) => {
        expect(messageNote(parts.join('')).length).toBeLessThanOrEqual(parts.join('').length);
      }),
      { seed: 5 },
    );
  });
});

test('a message has an address, unless a part of it is none of Slack’s', () => {
  expect(messageLink('acme-sales', 'C0SALES', '1700000000.000100')).toBe(
    'https://acme-sales.slack.com/archives/C0SALES/p1700000000000100',
  );
  for (const [domain, channel, ts] of [
    ['evil.example/', 'C1', '1.1'],
    ['', 'C1', '1.1'],
    ['acme', 'C1/..', '1.1'],
    ['acme', 'C1', 'x'],
  ] as const)
    expect(messageLink(domain, channel, ts)).toBeUndefined();
});
