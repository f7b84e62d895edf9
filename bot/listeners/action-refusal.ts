import { actedText, agoText, NOT_UNDONE } from '../../core/text/acted-text.ts';
import { formatDate } from '../../core/text/format.ts';
import { plainName } from '../blocks/plain-name.ts';
import type { Viewer } from '../blocks/viewer.ts';
import { type ActedOn, ActedOnError } from '../use-cases/acted-on-error.ts';
import { type Refused, refusalOf } from './refusal.ts';

/** {@link refusalOf} with who was quicker, or acted since, in so many words. */
export function actionRefusalOf(error: unknown, viewer: Viewer): Refused | undefined {
  if (!(error instanceof ActedOnError)) return refusalOf(error, viewer.language);
  const sentence = actedSentence(error.acted, viewer);
  if (error.code === 'already-done') return { code: 'already-done', sentence };
  return { code: 'acted-since', sentence: `${sentence} ${NOT_UNDONE[viewer.language]}` };
}

/** "Lei logged a contact with ACME 5 minutes ago." */
export function actedSentence({ at, by, customerName, kind }: ActedOn, { dayOf, language, now }: Viewer): string {
  return actedText(
    {
      customer: plainName(customerName, 80),
      kind,
      who: by === null ? null : plainName(by, 60),
      when: agoText(now.getTime() - at.getTime(), formatDate(dayOf(at), language), language),
    },
    language,
  );
}
