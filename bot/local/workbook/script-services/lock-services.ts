import type { HostServices } from '../host-service.ts';
import type { LastingState, ScriptUser } from '../script-environment.ts';

/** The calls of `LockService`, for one execution, which `holder` stands for. */
export function lockServices({ locks }: LastingState, user: ScriptUser, holder: object): HostServices {
  const nameOf = (kind: string): string => (kind === 'user' ? `user:${user.email}` : kind);
  return {
    'LockService.getDocumentLock': { access: 'storage', answer: () => true },
    'Lock.hasLock': { access: 'storage', answer: (kind: string) => locks.get(nameOf(kind)) === holder },
    'Lock.tryLock': {
      access: 'storage',
      answer(kind: string) {
        const held = locks.get(nameOf(kind));
        if (held === undefined) locks.set(nameOf(kind), holder);
        return held === undefined || held === holder;
      },
    },
    'Lock.releaseLock': {
      access: 'storage',
      answer(kind: string) {
        if (locks.get(nameOf(kind)) === holder) locks.delete(nameOf(kind));
      },
    },
  };
}

/** Lets go of everything an execution holds: Google does so when it ends, however it ends. documented */
export function releaseLocks({ locks }: LastingState, holder: object): void {
  for (const [name, held] of locks) if (held === holder) locks.delete(name);
}
