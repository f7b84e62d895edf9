import { beforeAll, expect, test } from 'vitest';
import { claimAnswer, forgetAnswers } from '../../../bot/store/claimed-answers.ts';
import type { Database } from '../../../bot/store/database.ts';
import { findOpenDeliveries } from '../../../bot/store/deliveries.ts';
import { findParkedMessages } from '../../../bot/store/parked-deliveries.ts';
import { addWorkspace } from '../../../bot/store/workspaces.ts';
import { describeOnBothDatabases, newWorkspaceId } from '../../support/databases.ts';

const AT = new Date('2026-03-05T23:59:59Z');
const NEXT_DAY = new Date('2026-03-06T00:00:01Z');
const ANSWER = { channel: 'D0ANNA', requestId: 'message:D0ANNA:1.1' };

describeOnBothDatabases('an answer that is posted at once', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  async function workspace(): Promise<string> {
    const id = newWorkspaceId();
    await addWorkspace(db, id, AT);
    return id;
  }

  test('is one process’s to post, also when the same is asked again after midnight', async () => {
    const id = await workspace();
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimAnswer(db, id, ANSWER, AT)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await claimAnswer(db, id, ANSWER, NEXT_DAY)).toBe(false);
    expect(await claimAnswer(db, id, { ...ANSWER, requestId: 'message:D0ANNA:1.2' }, AT)).toBe(true);
    expect(await claimAnswer(db, await workspace(), ANSWER, AT)).toBe(true);
  });

  test('is no message of the queue’s, and is forgotten', async () => {
    const id = await workspace();
    await claimAnswer(db, id, ANSWER, AT);
    expect(await findOpenDeliveries(db, id)).toEqual([]);
    expect(await findParkedMessages(db, id, 5)).toMatchObject({ count: 0 });
    await forgetAnswers(db, id, AT);
    expect(await claimAnswer(db, id, ANSWER, AT)).toBe(false);
    await forgetAnswers(db, id, NEXT_DAY);
    expect(await claimAnswer(db, id, ANSWER, AT)).toBe(true);
  });
});
