import { afterEach, describe, expect, test } from 'vitest';
import { deliver } from '../../../bot/jobs/deliver.ts';
import { findDelivery } from '../../../bot/store/deliveries.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type DeliveryWorld, deliveryWorld, testKind } from '../../support/delivery-world.ts';

const AT = '2026-03-05T08:30:00Z';
const ANNA = { target: 'U0ANNA', subject: 'one', at: AT };

const open: DeliveryWorld[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.slack.stop();
});

describeOnBothDatabases('a delivery', (database) => {
  async function world(due = [ANNA]) {
    const made = await deliveryWorld(await database(), [testKind(due)], AT);
    open.push(made);
    return made;
  }

  const texts = ({ posted }: DeliveryWorld) => posted().map(({ channel, text }) => `${channel} ${text}`);

  test('is posted once to the direct message of a person, and recorded', async () => {
    const { clock, db, look, posted, process } = await world();
    const [id] = await look();
    if (id === undefined) throw new Error('Nothing was due.');
    expect(await deliver(process(), id)).toBe('done');
    expect(await deliver(process(), id)).toBe('not-needed');
    const [message] = posted();
    expect(message).toMatchObject({ channel: 'D0ANNA', text: 'message one' });
    const delivery = await findDelivery(db, id);
    expect(delivery).toMatchObject({ state: 'sent', channel: 'D0ANNA', ts: message?.ts, attempts: 1 });
    clock.advance(60_000);
    expect(await look()).toEqual([]);
  });

  describe('that Slack does not answer', () => {
    test.each([
      ['a 500 after it was accepted', { status: 500, applied: true }],
      ['a 500 before', { status: 500 }],
      ['a reset after it was accepted', { reset: true, applied: true }],
      ['a reset before', { reset: true }],
      ['an internal error after it was accepted', { error: 'internal_error', applied: true }],
      ['a rate limit', { status: 429, retryAfter: 7 }],
      ['a long rate limit', { status: 429, retryAfter: 700 }],
    ])('is posted exactly once all the same: %s', async (_, fault) => {
      const made = await world();
      made.slack.failNext('chat.postMessage', fault);
      await made.run();
      expect(texts(made)).toEqual(['D0ANNA message one']);
    });
  });
});
