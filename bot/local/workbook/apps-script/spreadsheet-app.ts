import { guestHost } from './guest-host.ts';
import type { SpreadsheetHost } from './spreadsheet-host.ts';
import { strictClass, takes } from './strict-service.ts';

/** What a script finds as globals. */
export interface SpreadsheetServices {
  readonly SpreadsheetApp: object;
  readonly Charts: object;
}

/**
 * The stand-in for `SpreadsheetApp` and `Charts` in front of a workbook. It runs in the script's own world and needs nothing
 * but `host`; a method or an argument that it does not know throws an Error that names it. `getUi` makes what
 * `SpreadsheetApp.getUi()` gives, in the script's world too.
 */
export function createSpreadsheetApp(host: SpreadsheetHost, getUi: () => unknown): SpreadsheetServices {
  const guest = guestHost(host);
  const entered = (service: string, method: string) => {
    guest.entered(service, method);
  };
  const app = strictClass<null>('SpreadsheetApp', entered, {
    getUi: [takes([], () => getUi())],
    flush: [takes([], () => guest.flush())],
  });
  return { SpreadsheetApp: app.of(null), Charts: strictClass<null>('Charts', entered, {}).of(null) };
}
