import type { Host } from './host.ts';
import { checkParameters } from './parameters.ts';

/** The part of `Utilities` that an add-on of ours may need. documented */
export function createUtilities(host: Host): object {
  return Object.freeze({
    getUuid: () => host.call<string>('Utilities.getUuid'),
    sleep(milliseconds: number): void {
      checkParameters('Utilities.sleep', arguments, ['integer']);
      host.call('Utilities.sleep', milliseconds);
    },
  });
}
