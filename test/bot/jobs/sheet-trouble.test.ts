import { afterEach, expect, test } from 'vitest';
import { sheetTrouble } from '../../../bot/jobs/sheet-trouble.ts';
import {
  clearSheetProblem,
  type NewConnectedSheet,
  saveConnectedSheet,
  saveSheetProblem,
} from '../../../bot/store/connected-sheets.ts';
import { saveMember } from '../../../bot/store/members.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { type DeliveryWorld, deliveryWorld } from '../../support/delivery-world.ts';

const open: DeliveryWorld[] = [];
afterEach(async () => {
  for (const world of open.splice(0)) await world.slack.stop();
});

describeOnBothDatabases('a sheet that can no longer be kept up to date', (database) => {
  async function world() {
    const made = await deliveryWorld(await database(), [sheetTrouble], '2026-03-05T08:00:00Z');
    open.push(made);
    const { clock, db, workspaceId } = made;
    const now = clock.now();
    const anna = await saveMember(db, workspaceId, { slackUserId: 'U0ANNA', locale: 'en-US' }, true, now);
    await saveMember(db, workspaceId, { slackUserId: 'U0SAM', locale: 'en-US' }, true, now);
    const id = newId(now);
    const sheet: NewConnectedSheet = {
      id,
      spreadsheetId: 'the-book',
      tabId: 0,
      spreadsheetTitle: 'Book',
      tabTitle: 'Customers',
      language: 'en',
      hints: {},
      connectedBy: anna.id,
      connectedAt: now,
    };
    await saveConnectedSheet(db, workspaceId, sheet);
    const fail = (code: string) =>
      saveSheetProblem(
        db,
        workspaceId,
        id,
        { code, detail: '', parts: { account: 'bot@example.com' }, step: 'pull' },
        { now: clock.now(), tryAgainAt: clock.now() },
      );
    const mend = () => clearSheetProblem(db, workspaceId, id, 'pull');
    return { ...made, fail, mend };
  }

  const told = ({ posted }: DeliveryWorld) => posted().map(({ channel, text }) => `${channel}: ${text}`);

  test('is told once to who connected it, with what to do', async () => {
    const made = await world();
    await made.run(2);
    expect(told(made)).toEqual([]);
    await made.fail('not-shared');
    await made.run(3);
    await made.fail('not-shared');
    await made.run(3);
    expect(told(made)).toEqual([
      'D0ANNA: The Google sheet “Book – Customers” is no longer kept up to date. ' +
        'This spreadsheet is not shared with bot@example.com. Open it, choose Share, and add bot@example.com as an editor. ' +
        'Tierbook tries again by itself, less and less often. Your customers in Tierbook stay as they are.',
    ]);
  });

  test('what passes by itself is told when it lasts', async () => {
    const made = await world();
    for (let failure = 0; failure < 3; failure += 1) await made.fail('unreachable');
    await made.run(2);
    expect(told(made)).toEqual([]);
    await made.fail('unreachable');
    await made.run(2);
    expect(told(made)).toHaveLength(1);
  });

  test('what was mended meanwhile is not told', async () => {
    const made = await world();
    await made.fail('not-shared');
    await made.mend();
    await made.run(2);
    expect(told(made)).toEqual([]);
  });
});
