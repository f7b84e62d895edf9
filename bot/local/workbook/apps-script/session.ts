import type { Host } from './host.ts';
import { type Entered, strictClass, takes } from './strict-service.ts';

/** `Session`, as far as a script without further scopes may ask: who the user is needs `userinfo.email`. documented */
export function createSession(host: Host, entered: Entered): object {
  return strictClass<null>('Session', entered, {
    /** Such as `en`, `zh_TW`, `zh-CN`. */
    getActiveUserLocale: [takes([], () => host.ask('userLocale'))],
    /** The manifest's, not the spreadsheet's. */
    getScriptTimeZone: [takes([], () => host.ask('timeZone'))],
    getTemporaryActiveUserKey: [takes([], () => host.ask('userKey'))],
  }).of(null);
}
