import { type ActionRefusal, actedText, actionRefusals, agoText, NOT_UNDONE } from '../../core/text/acted-text.ts';
import { formatDate } from '../../core/text/format.ts';
import { refusals } from '../../core/text/override-text.ts';
import { plainName } from '../blocks/plain-name.ts';
import type { Viewer } from '../blocks/viewer.ts';
import { type ActedOn, ActedOnError } from '../use-cases/acted-on-error.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';

/** Why an action on a follow-up was refused, as a sentence for the person; undefined for every other error. */
export function actionRefusalOf(
  error: unknown,
  viewer: Viewer,
): { readonly code: ActionRefusal | 'not-yours'; readonly sentence: string } | undefined {
  const { language } = viewer;
  if (error instanceof ActedOnError) {
    const sentence = actedSentence(error.acted, viewer);
    if (error.code === 'already-done') return { code: 'already-done', sentence };
    return { code: 'acted-since', sentence: `${sentence} ${NOT_UNDONE[language]}` };
  }
  if (!(error instanceof UseCaseError)) return undefined;
  const { code } = error;
  const detail = plainName(error.detail, 140);
  if (code === 'not-yours') return { code, sentence: refusals[language](detail)['not-yours'] };
  const sentences: Readonly<Record<string, string | undefined>> = actionRefusals[language](detail);
  const sentence = sentences[code];
  return sentence === undefined ? undefined : { code: code as ActionRefusal, sentence };
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
