import { ErrorCode } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../bot/blocks/rich-text.ts';
import { type EditMessage, listRefresher } from '../../../bot/listeners/refresh-lists.ts';
import type { Services } from '../../../bot/listeners/services.ts';
import { createLog } from '../../../bot/log.ts';
import type { PostedLists } from '../../../bot/use-cases/posted-lists.ts';
import type { RepDay } from '../../../bot/use-cases/rep-day.ts';
import { IDLE_USE_CASES } from '../../support/idle-use-cases.ts';
import { contactOf, QUIET_DAY } from '../../support/rep-days.ts';

const LIST = { memberId: 'anna', localDate: QUIET_DAY.date, channel: 'D1', ts: '1.1' };

/** Services whose lists and days a test sets, and what was logged. */
function servicesWith(lists: PostedLists, day: () => RepDay): { services: Services; logged: string[] } {
  const logged: string[] = [];
  const services = {
    workspace: { id: 'T1', enterpriseId: null },
    clock: { now: () => new Date('2026-03-05T09:00:00Z') },
    log: createLog('info', { write: (line) => logged.push(line) }),
    useCases: { ...IDLE_USE_CASES, postedLists: async () => lists, planRepDay: async () => day() },
  } as unknown as Services;
  return { services, logged };
}

describe('the daily lists that were posted', () => {
  test('are edited where they are, each with the day of its rep', async () => {
    const other = { ...LIST, memberId: 'lei', channel: 'D2' };
    const { services } = servicesWith([LIST, other], () => ({ ...QUIET_DAY, today: [contactOf('Acme')] }));
    const edits: [string, string, string][] = [];
    const edit: EditMessage = async (channel, ts, message) => void edits.push([channel, ts, message.text]);
    await listRefresher(services, edit).refresh({ customerIds: ['c'] });
    expect(edits.map(([channel, ts]) => [channel, ts])).toEqual([
      ['D1', '1.1'],
      ['D2', '1.1'],
    ]);
    expect(edits[0]?.[2]).toContain('1 contact today');
  });

  test('are never edited twice at once, and show what stands at last', async () => {
    let contacts = 3;
    const { services } = servicesWith([LIST], () => ({
      ...QUIET_DAY,
      today: Array.from({ length: contacts }, () => contactOf('Acme')),
    }));
    const shown: string[] = [];
    let underWay = 0;
    const gates: (() => void)[] = [];
    const edit: EditMessage = async (_, _ts, message: Message) => {
      underWay += 1;
      expect(underWay).toBe(1);
      await new Promise<void>((resolve) => gates.push(resolve));
      shown.push(message.text);
      underWay -= 1;
    };
    const { refresh } = listRefresher(services, edit);
    const first = refresh({ customerIds: ['c'] });
    await expect.poll(() => gates.length).toBe(1);
    contacts = 2;
    const second = refresh({ customerIds: ['c'] });
    contacts = 1;
    const third = refresh({ customerIds: ['c'] });
    await Promise.all([second, third]);
    expect(gates).toHaveLength(1);
    gates[0]?.();
    await expect.poll(() => gates.length).toBe(2);
    gates[1]?.();
    await first;
    expect(shown.map((text) => text.slice(0, 1))).toEqual(['3', '1']);
    const last = refresh({ customerIds: ['c'] });
    await expect.poll(() => gates.length).toBe(3);
    gates[2]?.();
    await last;
  });

  test('that Slack refuses to change are left alone and logged; the others are changed', async () => {
    const other = { ...LIST, channel: 'D2' };
    const { services, logged } = servicesWith([LIST, other], () => QUIET_DAY);
    const edited: string[] = [];
    const edit: EditMessage = async (channel) => {
      if (channel === 'D1') throw new Error('message_not_found');
      edited.push(channel);
    };
    await expect(listRefresher(services, edit).refresh({ customerIds: ['c'] })).resolves.toBeUndefined();
    expect(edited).toEqual(['D2']);
    expect(logged.join()).toContain('a daily list could not be brought up to date');
  });

  test('are changed once Slack’s limit allows it', async () => {
    const { services } = servicesWith([LIST], () => QUIET_DAY);
    let calls = 0;
    const edit: EditMessage = async () => {
      calls += 1;
      if (calls === 1) throw Object.assign(new Error('limit'), { code: ErrorCode.RateLimitedError, retryAfter: 0 });
    };
    await listRefresher(services, edit).refresh({ customerIds: ['c'] });
    expect(calls).toBe(2);
  });

  test('a database that is away is no failure of what was done', async () => {
    const { services, logged } = servicesWith([LIST], () => QUIET_DAY);
    const away = {
      ...services,
      useCases: { ...services.useCases, postedLists: () => Promise.reject(new Error('away')) },
    };
    await expect(listRefresher(away, async () => undefined).refresh({ customerIds: ['c'] })).resolves.toBeUndefined();
    expect(logged).toHaveLength(1);
  });
});
