import { expect, test } from 'vitest';
import { z } from 'zod';
import { type JobOutcome, runJob } from '../../../bot/jobs/run-job.ts';
import { createLog } from '../../../bot/log.ts';

/** Runs a job of a queue whose jobs hold a number. */
async function run(data: unknown, work: (n: number) => Promise<JobOutcome>, signal = new AbortController().signal) {
  const ended: string[] = [];
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const counts = { jobEnded: (queue: string, outcome: JobOutcome) => void ended.push(`${queue} ${outcome}`) };
  const job = { name: 'numbers', retryCount: 1, data };
  const failed = await runJob({ log, counts, signal }, job, z.object({ n: z.number() }), ({ n }) => work(n)).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { ended, logged: logged.join(''), failed };
}

test.each(['done', 'not-needed'] as const)('a job that ends as %s is counted so', async (outcome) => {
  const { ended, failed } = await run({ n: 1 }, async () => outcome);
  expect([ended, failed]).toEqual([[`numbers ${outcome}`], undefined]);
});

test('one that fails is counted, told of with its attempt, and thrown on without what the error carries', async () => {
  const error = Object.assign(new Error('no such row'), { code: '23503', detail: 'Key (name)=(Acme Ltd)' });
  const { ended, logged, failed } = await run({ n: 1 }, () => Promise.reject(error));
  expect(ended).toEqual(['numbers failed']);
  expect(JSON.parse(logged)).toMatchObject({ level: 'error', queue: 'numbers', attempt: 2, msg: 'job failed' });
  expect(failed).toMatchObject({ message: 'Error: no such row', code: '23503' });
  for (const kept of [logged, JSON.stringify(failed)]) expect(kept).not.toContain('Acme');
});

test('one whose data nobody understands fails and says where', async () => {
  const { ended, failed } = await run({ n: 'one' }, async () => 'done');
  expect(ended).toEqual(['numbers failed']);
  expect(failed).toMatchObject({ message: expect.stringContaining('"n"') });
});

test('one that a stop cuts off is no failure', async () => {
  const stopping = new AbortController();
  const cut = async (): Promise<JobOutcome> => {
    stopping.abort();
    stopping.signal.throwIfAborted();
    return 'done';
  };
  const { ended, logged, failed } = await run({ n: 1 }, cut, stopping.signal);
  expect(ended).toEqual(['numbers stopped']);
  expect(logged).not.toContain('"error"');
  expect(failed).toBeInstanceOf(Error);
});
