import { describe, expect, test } from 'vitest';
import { trafficLines, wantedLines } from '../../../../../bot/local/page/inspector/traffic-lines.ts';
import type { PageTraffic } from '../../../../../bot/local/page-protocol.ts';

const line = (over: Partial<PageTraffic>): PageTraffic => ({
  number: 1,
  atMs: 0,
  kind: 'call',
  name: '',
  envelopeId: null,
  ms: null,
  error: null,
  detail: {},
  ...over,
});
const command = line({
  number: 1,
  kind: 'envelope',
  name: 'slash_commands',
  envelopeId: 'E1',
  detail: { text: 'ACME' },
});
const call = line({ number: 2, name: 'views.open', ms: 4, error: 'expired_trigger_id' });
const ack = line({ number: 3, kind: 'ack', envelopeId: 'E1', ms: 12 });
const other = line({ number: 4, kind: 'envelope', name: 'interactive', envelopeId: 'E2' });
const noAck = line({ number: 5, kind: 'no-ack', envelopeId: 'E2', error: 'operation_timeout' });

describe('traffic as lines', () => {
  test('the newest comes first', () => {
    expect(trafficLines([command, call]).map((each) => each.name)).toEqual(['views.open', 'slash_commands']);
  });

  test('an acknowledgement stands with its envelope, however much came between', () => {
    const [, first] = trafficLines([command, call, ack]);
    expect(first).toMatchObject({
      number: 1,
      direction: 'to-bot',
      ms: 12,
      isAcknowledged: true,
      entries: [command, ack],
    });
  });

  test('an envelope that was not acknowledged is an error; one that waits is neither', () => {
    expect(trafficLines([other, noAck])[0]).toMatchObject({ isAcknowledged: false, error: 'operation_timeout' });
    expect(trafficLines([other])[0]).toMatchObject({ isAcknowledged: null, error: null });
  });

  test('an acknowledgement whose envelope is gone is not lost', () => {
    expect(trafficLines([ack])).toMatchObject([{ number: 3, isAcknowledged: true, direction: 'to-slack' }]);
  });
});

describe('the lines that are wanted', () => {
  const lines = trafficLines([command, call, ack, other, noAck]);
  const names = (filter: Parameters<typeof wantedLines>[1]) => wantedLines(lines, filter).map((each) => each.name);

  test('all of them without a filter, in their order', () => {
    expect(names({ errorsOnly: false, text: ' ' })).toEqual(['interactive', 'views.open', 'slash_commands']);
  });

  test('errors only', () => {
    expect(names({ errorsOnly: true, text: '' })).toEqual(['interactive', 'views.open']);
  });

  test('a text in the name, the error or the details, whatever the case', () => {
    expect(names({ errorsOnly: false, text: 'SLASH' })).toEqual(['slash_commands']);
    expect(names({ errorsOnly: false, text: 'expired' })).toEqual(['views.open']);
    expect(names({ errorsOnly: false, text: 'acme' })).toEqual(['slash_commands']);
    expect(names({ errorsOnly: true, text: 'acme' })).toEqual([]);
  });
});
