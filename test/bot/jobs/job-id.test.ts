import { expect, test } from 'vitest';
import { jobId } from '../../../bot/jobs/job-id.ts';

test('is a UUID of version 8, the same for the same parts and another for others', () => {
  const id = jobId('regrade', 'T1', '2026-03-05T02:00:00.000Z');
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(jobId('regrade', 'T1', '2026-03-05T02:00:00.000Z')).toBe(id);
  expect(jobId('regrade', 'T2', '2026-03-05T02:00:00.000Z')).not.toBe(id);
  expect(jobId('a', 'bc')).not.toBe(jobId('ab', 'c'));
});
