import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enterValues } from '../../../../bot/local/workbook/write-cells.ts';
import { type LocalGoogle, SPREADSHEET_ID, startLocalGoogle } from '../../../support/local-google.ts';

let google: LocalGoogle;

beforeEach(async () => {
  google = await startLocalGoogle();
});

afterEach(() => google.close());

const PATH = `/v4/spreadsheets/${SPREADSHEET_ID}`;
const addRow = () =>
  google.ask(`${PATH}:batchUpdate`, { body: { requests: [{ appendDimension: { dimension: 'ROWS', length: 1 } }] } });
const rows = () => google.workbook.sheet(0).rowCount;

describe('faults on demand', () => {
  test('the n-th request of a kind fails, and as many as were asked for', async () => {
    google.api.faults.plan('spreadsheets.batchUpdate', { nth: 2, times: 2, status: 503 });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await addRow()).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect(rows()).toBe(1002);
  });

  test.each([
    [400, 'FAILED_PRECONDITION'],
    [401, 'UNAUTHENTICATED'],
    [403, 'PERMISSION_DENIED'],
    [404, 'NOT_FOUND'],
    [429, 'RESOURCE_EXHAUSTED'],
    [500, 'INTERNAL'],
    [503, 'UNAVAILABLE'],
  ] as const)("%d is answered in Google's form", async (code, status) => {
    google.api.faults.plan('any', { status: code });
    expect(await google.ask(PATH)).toMatchObject({ status: code, body: { error: { code, status } } });
  });

  test('a write takes effect and its answer is lost: cut off, never given, or a failure', async () => {
    google.api.faults.plan('spreadsheets.batchUpdate', { cut: true, applied: true });
    await expect(addRow()).rejects.toThrow();
    expect(rows()).toBe(1001);
    google.api.faults.plan('spreadsheets.batchUpdate', { status: 500, applied: true });
    expect((await addRow()).status).toBe(500);
    expect(rows()).toBe(1002);
    google.api.faults.plan('spreadsheets.batchUpdate', { hang: true, applied: true });
    const never = addRow().catch((error: unknown) => error);
    await expect.poll(rows).toBe(1003);
    expect(google.api.traffic.entries.map(({ status }) => status)).toEqual([null, 500, null]);
    await google.close();
    expect(await never).toBeInstanceOf(Error);
    google = await startLocalGoogle();
  });

  test('somebody else writes just before the n-th request, or just after it', async () => {
    const write = (text: string) => () =>
      enterValues(google.workbook, { sheetId: 0, startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }, [[text]]);
    const read = async () => ((await google.ask(`${PATH}/values/A1`)).body as { values?: unknown }).values;
    google.api.faults.plan('values.get', { nth: 2, before: write('before') });
    google.api.faults.plan('values.get', { nth: 3, after: write('after') });
    expect([await read(), await read(), await read(), await read()]).toEqual([
      undefined,
      [['before']],
      [['before']],
      [['after']],
    ]);
  });

  test('slow: nothing happens before it may, or the answer comes late', async () => {
    let go = () => {};
    google.api.faults.plan('spreadsheets.batchUpdate', {
      answerAfter: new Promise<void>((resolve) => {
        go = resolve;
      }),
    });
    let isAnswered = false;
    const slow = addRow().finally(() => {
      isAnswered = true;
    });
    await expect.poll(rows).toBe(1001);
    expect(isAnswered).toBe(false);
    go();
    await slow;
    google.api.faults.plan('spreadsheets.batchUpdate', {
      waitFor: new Promise<void>((resolve) => {
        go = resolve;
      }),
    });
    const waiting = addRow();
    expect((await addRow()).status).toBe(200);
    expect(rows()).toBe(1002);
    go();
    expect((await waiting).status).toBe(200);
    expect(rows()).toBe(1003);
  });

  test('signing in fails', async () => {
    google.api.faults.plan('token', { status: 503 });
    const token = () => fetch(`${google.api.url}/token`, { method: 'POST' });
    expect((await token()).status).toBe(503);
    expect((await token()).status).toBe(400);
  });
});
