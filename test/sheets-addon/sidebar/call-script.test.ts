import { describe, expect, test } from 'vitest';
import { type CallFailure, type ScriptRunner, scriptCalls } from '../../../sheets-addon/sidebar/call-script.ts';

interface Sent {
  readonly name: string;
  readonly given: readonly unknown[];
  readonly succeed: (answer: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/** Google's client and a clock, both moved by hand. */
function byHand() {
  const sent: Sent[] = [];
  const timers = new Set<{ readonly ms: number; readonly callBack: () => void }>();
  const world = { isOnline: true };
  const runner = (succeed: Sent['succeed'], fail: Sent['fail']): ScriptRunner =>
    new Proxy({} as ScriptRunner, {
      get: (_, name: string) => {
        if (name === 'withSuccessHandler') return (handler: Sent['succeed']) => runner(handler, fail);
        if (name === 'withFailureHandler') return (handler: Sent['fail']) => runner(succeed, handler);
        return (...given: unknown[]) => sent.push({ name, given, succeed, fail });
      },
    });
  const nothing = (): void => undefined;
  const calls = scriptCalls(runner(nothing, nothing), {
    isOnline: () => world.isOnline,
    after: (ms, callBack) => {
      const timer = { ms, callBack };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
  });
  return { calls, sent, timers, world };
}

const codeOf = (error: unknown) => (error as CallFailure).code;
/** Lets all that is ready happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('calling the script', () => {
  test('a call answers with what the script gives', async () => {
    const { calls, sent, timers } = byHand();
    const answer = calls.viewTable({ scheme: 'medal' });
    await settle();
    expect(sent).toMatchObject([{ name: 'viewTable', given: [{ scheme: 'medal' }] }]);
    sent[0]?.succeed('the view');
    expect(await answer).toBe('the view');
    expect(timers.size).toBe(0);
  });

  test('why there is no answer is told apart', async () => {
    const { calls, sent, timers, world } = byHand();
    const reasons: Promise<unknown>[] = [];
    const call = async (): Promise<void> => {
      reasons.push(calls.readProgress().catch(codeOf));
      await settle();
    };
    await call();
    sent[0]?.fail(new Error('Service failed'));
    await call();
    sent[1]?.fail(Object.assign(new Error('HTTP 0'), { name: 'NetworkError' }));
    await call();
    for (const { callBack } of timers) callBack();
    world.isOnline = false;
    await call();
    expect(await Promise.all(reasons)).toEqual(['threw', 'offline', 'time-out', 'offline']);
    // what cannot arrive is not sent
    expect(sent).toHaveLength(3);
  });

  test('what the script does not have fails at once', async () => {
    const timers = new Set<() => void>();
    const runner: ScriptRunner = { withSuccessHandler: () => runner, withFailureHandler: () => runner };
    const calls = scriptCalls(runner, {
      isOnline: () => true,
      after: (_ms, callBack) => {
        timers.add(callBack);
        return () => {
          timers.delete(callBack);
        };
      },
    });
    expect(await calls.readSummaryBasis({}).catch(codeOf)).toBe('threw');
    expect(timers.size).toBe(0);
  });

  test('an answer that comes after the time-out changes nothing', async () => {
    const { calls, sent, timers } = byHand();
    const answer = calls.gradeTable({}).catch(codeOf);
    await settle();
    for (const { callBack } of timers) callBack();
    sent[0]?.succeed({ kind: 'graded' });
    expect(await answer).toBe('time-out');
  });

  test('ten run at once, and the others follow in their order as places become free', async () => {
    const { calls, sent } = byHand();
    const answers = Array.from({ length: 25 }, (_, sheetId) =>
      calls.jumpTo({ sheetId, row: 1, column: 1, rows: 1, columns: 1 }),
    );
    await settle();
    expect(sent).toHaveLength(10);
    sent[3]?.fail(new Error('one goes wrong'));
    await expect(answers[3]).rejects.toThrow();
    await settle();
    expect(sent).toHaveLength(11);
    for (let index = 0; index < 25; index++) {
      sent[index]?.succeed(undefined);
      await settle();
    }
    await Promise.all(answers.filter((_, index) => index !== 3));
    expect(sent.map(({ given: [place] }) => (place as { sheetId: number }).sheetId)).toEqual(
      Array.from({ length: 25 }, (_, index) => index),
    );
  });
});
