import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { Language } from '../../../core/text/language.ts';
import type { TypedLog } from '../../blocks/search-answer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { Services } from '../services.ts';
import { soleMatch } from './sole-match.ts';

/** Names of more words are not looked for: each is a search. */
const MOST_WORDS = 4;

/**
 * Finds in `text`, which is no customer's name, a contact noted without the word that logs it: "C1001 called, wants a quote".
 * The customer is the longest beginning that fits one, and the rest says how it was contacted; undefined otherwise.
 */
export async function unsaidLog(
  text: string,
  context: UseCaseContext,
  { useCases }: Services,
  how: { readonly today: CalendarDate; readonly languageHint: Language },
): Promise<TypedLog | undefined> {
  const gaps = [...text.matchAll(/[\s,，:：]+/gu)].slice(0, MOST_WORDS).toReversed();
  for (const gap of gaps) {
    const [name, said] = [text.slice(0, gap.index), text.slice(gap.index + gap[0].length)];
    if (name === '' || said === '') continue;
    const customer = soleMatch(await useCases.findCustomers(context, name));
    if (customer === undefined) continue;
    const { method } = await useCases.readLog(said, how);
    return method === null ? undefined : { name, said, customerName: customer.name };
  }
  return undefined;
}
