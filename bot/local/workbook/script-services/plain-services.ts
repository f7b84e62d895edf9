import { createHash, randomUUID } from 'node:crypto';
import type { AddOn } from '../add-on.ts';
import type { ScriptQuestions } from '../apps-script/script-questions.ts';
import type { ScriptUser } from '../script-environment.ts';

/** What `Session`, `HtmlService`, `Utilities` and all that ask for the document's things ask: there is a document. */
export function plainServices(
  { timeZone, pages }: AddOn,
  user: ScriptUser,
): Pick<ScriptQuestions, 'hasDocument' | 'userLocale' | 'userKey' | 'timeZone' | 'uuid' | 'fileContent'> {
  return {
    hasDocument: () => true,
    userLocale: () => user.locale,
    timeZone: () => timeZone,
    userKey: () => createHash('sha256').update(user.email).digest('base64'),
    fileContent: (name) => pages.get(name.replace(/\.html$/, '')) ?? null,
    uuid: () => randomUUID(),
  };
}
