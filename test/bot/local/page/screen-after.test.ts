import { describe, expect, test } from 'vitest';
import { screenAfter } from '../../../../bot/local/page/screen-after.ts';
import type { PageTraffic } from '../../../../bot/local/page-protocol.ts';
import { pageMessage, pagePerson, pageScreen, pageView } from '../../../support/page-parts.ts';

describe('the screen after an event', () => {
  test('nothing counts before the first whole screen', () => {
    expect(screenAfter(null, { kind: 'message', message: pageMessage() })).toBeNull();
    const screen = pageScreen();
    expect(screenAfter(null, { kind: 'screen', screen })).toBe(screen);
  });

  test('a new message goes to the end', () => {
    const [first, second] = [pageMessage({ ts: '1.1' }), pageMessage({ ts: '2.1' })];
    const after = screenAfter(pageScreen({ messages: [first] }), { kind: 'message', message: second });
    expect(after?.messages).toEqual([first, second]);
  });

  test('a changed message keeps its place; the same ts in another channel is another message', () => {
    const [first, second] = [pageMessage({ ts: '1.1' }), pageMessage({ ts: '2.1' })];
    const screen = pageScreen({ messages: [first, second] });
    const changed = pageMessage({ ts: '1.1', text: 'Changed', isEdited: true });
    expect(screenAfter(screen, { kind: 'message', message: changed })?.messages).toEqual([changed, second]);
    const elsewhere = pageMessage({ ts: '1.1', channel: 'C0GENERAL' });
    expect(screenAfter(screen, { kind: 'message', message: elsewhere })?.messages).toHaveLength(3);
  });

  test('a message that is gone is gone from its channel alone', () => {
    const [here, there] = [pageMessage(), pageMessage({ channel: 'C0GENERAL' })];
    const event = { kind: 'message-gone', channel: here.channel, ts: here.ts } as const;
    expect(screenAfter(pageScreen({ messages: [here, there] }), event)?.messages).toEqual([there]);
  });

  test('modals, Home, people and the clock are replaced as a whole', () => {
    const view = pageView([]);
    const clock = { nowMs: 5, atMs: 4, speed: 0, isReal: false, playsUntilMs: null };
    const people = [pagePerson({ locale: 'zh-CN' })];
    const screen = pageScreen({ modals: [view], home: view });
    expect(screenAfter(screen, { kind: 'modals', modals: [] })?.modals).toEqual([]);
    expect(screenAfter(screen, { kind: 'home', home: null })?.home).toBeNull();
    expect(screenAfter(screen, { kind: 'clock', clock })?.clock).toBe(clock);
    const after = screenAfter(screen, { kind: 'people', people, channels: [] });
    expect([after?.people, after?.channels]).toEqual([people, []]);
  });

  test('traffic comes once, in order, and the oldest of more than a thousand lines goes', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => trafficLine(index + 1));
    const after = screenAfter(pageScreen({ traffic: lines }), {
      kind: 'traffic',
      entries: [trafficLine(1000), trafficLine(1001)],
    });
    expect(after?.traffic.map((each) => each.number).slice(-2)).toEqual([1000, 1001]);
    expect(after?.traffic).toHaveLength(1000);
  });
});

function trafficLine(number: number): PageTraffic {
  return { number, atMs: 0, kind: 'call', name: 'views.open', envelopeId: null, ms: 1, error: null, detail: {} };
}
