import type { LogReading } from '../../core/follow-ups/log-reading.ts';

/** What was read of a log, in a line: `phone next-step →2026-11-27 ←2026-11-25 4/5 ?two-dates`; `-` when nothing was. */
export function logSummary({ method, outcome, nextOn, happenedOn, satisfaction, unsure }: LogReading): string {
  const parts = [
    method,
    outcome,
    nextOn && `→${nextOn}`,
    happenedOn && `←${happenedOn}`,
    satisfaction && `${satisfaction}/5`,
    ...unsure.map(({ code }) => `?${code}`),
  ].filter((part) => part !== null);
  return parts.length === 0 ? '-' : parts.join(' ');
}
