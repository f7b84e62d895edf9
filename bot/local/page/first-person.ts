import { languageOf } from '../../../core/text/language.ts';
import type { PagePerson } from '../page-protocol.ts';

/**
 * Whom a visitor is at first: who was wanted, else the first rep who reads the browser's language, else the first person
 * who does, else the first rep. Undefined when nobody is there.
 *
 * @param languages the browser's, most wanted first
 */
export function firstPerson(
  people: readonly PagePerson[],
  wanted: string | null,
  languages: readonly string[],
): PagePerson | undefined {
  const humans = people.filter((each) => !each.isBot);
  const named = humans.find((each) => each.id === wanted || each.name === wanted);
  if (named) return named;
  const reps = humans.filter((each) => each.role === 'rep');
  for (const group of [reps, humans]) {
    const found = group.find((each) => languageOf(each.locale) === languageOf(languages[0]));
    if (found) return found;
  }
  return reps[0] ?? humans[0];
}
