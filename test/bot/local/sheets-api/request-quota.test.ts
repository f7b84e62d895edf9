import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalGoogle, READER, SPREADSHEET_ID, startLocalGoogle, WRITER } from '../../../support/local-google.ts';

let google: LocalGoogle;

beforeEach(async () => {
  google = await startLocalGoogle();
});

afterEach(() => google.close());

const read = async (email: string) => {
  const { status } = await google
    .client(email)
    .spreadsheets.get({ spreadsheetId: SPREADSHEET_ID, fields: 'spreadsheetId' }, { validateStatus: () => true });
  return status;
};

const write = () =>
  google.ask(`/v4/spreadsheets/${SPREADSHEET_ID}:batchUpdate`, {
    body: { requests: [{ appendDimension: { dimension: 'ROWS', length: 1 } }] },
  });

async function times<T>(count: number, act: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let n = 0; n < count; n += 1) all.push(await act());
  return all;
}

describe('the quota', () => {
  test('an account reads sixty times within any minute, another one beside it', async () => {
    expect(await times(30, () => read(WRITER))).not.toContain(429);
    google.advance(30_000);
    expect(await times(30, () => read(WRITER))).not.toContain(429);
    expect(await read(WRITER)).toBe(429);
    expect(await read(READER)).toBe(200);
    google.advance(29_999);
    expect(await read(WRITER)).toBe(429);
    google.advance(1);
    expect(await times(31, () => read(WRITER))).toEqual([...Array<number>(30).fill(200), 429]);
  });

  test('writes are counted by themselves, and refused ones are not carried out', async () => {
    expect(await times(60, () => read(WRITER))).not.toContain(429);
    const answers = await times(61, write);
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(60).fill(200), 429]);
    expect(answers.at(-1)?.body).toMatchObject({
      error: {
        code: 429,
        status: 'RESOURCE_EXHAUSTED',
        message: expect.stringContaining("'Write requests per minute per user'") as string,
        details: [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit_value: '60' } }],
      },
    });
    expect(google.workbook.sheet(0).rowCount).toBe(1060);
  });

  test('all accounts together have three hundred', async () => {
    await google.close();
    const emails = Array.from({ length: 6 }, (_, at) => `person${at}@example.com`);
    google = await startLocalGoogle({ accounts: emails });
    const statuses: number[] = [];
    for (const email of emails) statuses.push(...(await times(51, () => read(email))));
    // They may not see the file, and have asked all the same.
    expect(statuses).toEqual([...Array<number>(300).fill(403), ...Array<number>(6).fill(429)]);
  });
});
