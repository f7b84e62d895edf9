import type { Host } from './host.ts';
import { type Entered, strictClass, takes, whole } from './strict-service.ts';

/** The part of `Utilities` that an add-on of ours may need. documented */
export function createUtilities(host: Host, entered: Entered): object {
  return strictClass<null>('Utilities', entered, {
    getUuid: [takes([], () => host.ask('uuid'))],
    /** Takes no time here. */
    sleep: [takes([whole], (_me, _milliseconds) => undefined)],
  }).of(null);
}
