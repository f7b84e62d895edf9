import type { ScriptQuestions } from '../apps-script/script-questions.ts';
import type { LastingState, ScriptUser } from '../script-environment.ts';

/** What `LockService` asks, for one execution, which `holder` stands for. */
export function lockServices(
  { locks }: LastingState,
  user: ScriptUser,
  holder: object,
): Pick<ScriptQuestions, 'hasLock' | 'takeLock' | 'releaseLock'> {
  const nameOf = (kind: string): string => (kind === 'user' ? `user:${user.email}` : kind);
  return {
    hasLock: (kind) => locks.get(nameOf(kind)) === holder,
    takeLock(kind) {
      const held = locks.get(nameOf(kind));
      if (held === undefined) locks.set(nameOf(kind), holder);
      return held === undefined || held === holder;
    },
    releaseLock(kind) {
      if (locks.get(nameOf(kind)) === holder) locks.delete(nameOf(kind));
    },
  };
}

/** Lets go of everything an execution holds: Google does so when it ends, however it ends. documented */
export function releaseLocks({ locks }: LastingState, holder: object): void {
  for (const [name, held] of locks) if (held === holder) locks.delete(name);
}
