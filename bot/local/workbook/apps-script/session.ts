import type { Host } from './host.ts';

/** `Session`, as far as a script without further scopes may ask: who the user is needs `userinfo.email`. documented */
export function createSession(host: Host): object {
  return Object.freeze({
    /** Such as `en`, `zh_TW`, `zh-CN`. documented */
    getActiveUserLocale: () => host.call<string>('Session.getActiveUserLocale'),
    /** The manifest's time zone, not the spreadsheet's. documented */
    getScriptTimeZone: () => host.call<string>('Session.getScriptTimeZone'),
    getTemporaryActiveUserKey: () => host.call<string>('Session.getTemporaryActiveUserKey'),
  });
}
