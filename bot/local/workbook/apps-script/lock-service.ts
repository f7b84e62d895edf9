import { exception, type Host } from './host.ts';
import type { StoreKind } from './script-questions.ts';
import { type Entered, strictClass, takes, whole } from './strict-service.ts';

/**
 * `LockService`. A lock is one for all executions, and falls when the execution that holds it ends, however it ends; without a
 * document the document lock is null. documented
 *
 * Executions here are nested, never really at once, so that a lock which another one holds does not become free while one
 * waits: waiting fails at once, as if the whole time had passed (assumed).
 */
export function createLockService(host: Host, entered: Entered): object {
  const lock = strictClass<StoreKind>('LockService.Lock', entered, {
    hasLock: [takes([], ({ state }) => host.ask('hasLock', state))],
    tryLock: [takes([whole], ({ state }, _timeoutMs) => host.ask('takeLock', state))],
    waitLock: [
      takes([whole], ({ state }, _timeoutMs) => {
        if (host.ask('takeLock', state)) return;
        throw exception('Lock timeout: another process was holding the lock for too long.');
      }),
    ],
    releaseLock: [
      takes([], ({ state }) => {
        host.ask('releaseLock', state);
      }),
    ],
  });
  return strictClass<null>('LockService', entered, {
    getDocumentLock: [takes([], () => (host.ask('hasDocument') ? lock.of('document') : null))],
    getScriptLock: [takes([], () => lock.of('script'))],
    getUserLock: [takes([], () => lock.of('user'))],
  }).of(null);
}
