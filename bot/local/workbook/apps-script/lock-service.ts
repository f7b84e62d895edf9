import { exception, type Host } from './host.ts';
import { checkParameters } from './parameters.ts';

type LockKind = 'document' | 'script' | 'user';

/**
 * A lock of `LockService`. It is one for all executions, and falls when the execution ends, however it ends. documented
 *
 * Executions here are nested, never really at once, so that a lock which another one holds does not become free while one
 * waits: waiting fails at once (assumed: as if the whole time had passed).
 */
class Lock {
  readonly #host: Host;
  readonly #kind: LockKind;

  constructor(host: Host, kind: LockKind) {
    this.#host = host;
    this.#kind = kind;
  }

  hasLock(): boolean {
    checkParameters('LockService.Lock.hasLock', arguments, []);
    return this.#host.call('Lock.hasLock', this.#kind);
  }

  tryLock(timeoutInMillis: number): boolean {
    checkParameters('LockService.Lock.tryLock', arguments, ['integer']);
    return this.#host.call('Lock.tryLock', this.#kind, timeoutInMillis);
  }

  waitLock(timeoutInMillis: number): void {
    checkParameters('LockService.Lock.waitLock', arguments, ['integer']);
    if (!this.#host.call<boolean>('Lock.tryLock', this.#kind, timeoutInMillis))
      throw exception('Lock timeout: another process was holding the lock for too long.');
  }

  releaseLock(): void {
    checkParameters('LockService.Lock.releaseLock', arguments, []);
    this.#host.call('Lock.releaseLock', this.#kind);
  }
}

/** `LockService`. Without a document the document lock is null. documented */
export function createLockService(host: Host): object {
  return Object.freeze({
    getDocumentLock: () => (host.call<boolean>('LockService.getDocumentLock') ? new Lock(host, 'document') : null),
    getScriptLock: () => new Lock(host, 'script'),
    getUserLock: () => new Lock(host, 'user'),
  });
}
