import { expect, test } from 'vitest';
import { createMetrics } from '../../bot/metrics.ts';

test('messages are counted by kind and state, and open ones by state whenever somebody asks', async () => {
  const metrics = createMetrics(false);
  metrics.deliveryCame('daily-list', 'sent');
  metrics.deliveryCame('daily-list', 'sent');
  metrics.deliveryCame('notice', 'parked');
  let open = new Map([['pending', 3]]);
  metrics.showOpenDeliveries(async () => open);
  const lines = async () =>
    (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('tierbook_deliveries'));
  expect(await lines()).toEqual([
    'tierbook_deliveries_total{kind="daily-list",state="sent"} 2',
    'tierbook_deliveries_total{kind="notice",state="parked"} 1',
    'tierbook_deliveries_open{state="pending"} 3',
    'tierbook_deliveries_open{state="sending"} 0',
    'tierbook_deliveries_open{state="unknown"} 0',
  ]);
  open = new Map([['unknown', 1]]);
  expect(await lines()).toContain('tierbook_deliveries_open{state="pending"} 0');
});

test('a database that does not answer leaves the rest of the metrics be', async () => {
  const metrics = createMetrics(false);
  metrics.deliveryCame('notice', 'sent');
  metrics.showOpenDeliveries(() => Promise.reject(new Error('away')));
  const text = await metrics.registry.metrics();
  expect(text).toContain('tierbook_deliveries_total{kind="notice",state="sent"} 1');
  expect(text).not.toContain('tierbook_deliveries_open{');
});
