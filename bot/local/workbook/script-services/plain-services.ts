import { createHash, randomUUID } from 'node:crypto';
import type { AddOn } from '../add-on.ts';
import type { HostServices } from '../host-service.ts';
import type { ScriptUser } from '../script-environment.ts';

/** The calls of `Session`, `HtmlService` and `Utilities`. Sleeping takes no time here. */
export function plainServices({ timeZone, pages }: AddOn, user: ScriptUser): HostServices {
  return {
    'Session.getActiveUserLocale': { access: 'locale', answer: () => user.locale },
    'Session.getScriptTimeZone': { access: 'free', answer: () => timeZone },
    'Session.getTemporaryActiveUserKey': {
      access: 'locale',
      answer: () => createHash('sha256').update(user.email).digest('base64'),
    },
    'HtmlService.createHtmlOutputFromFile': {
      access: 'storage',
      answer: (name: string) => pages.get(name.replace(/\.html$/, '')) ?? null,
    },
    'Utilities.getUuid': { access: 'free', answer: () => randomUUID() },
    'Utilities.sleep': { access: 'free', answer: () => null },
  };
}
