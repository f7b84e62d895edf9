import type { Viewer } from '../../blocks/viewer.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import type { CustomerMatch, CustomerSearch } from '../../use-cases/customer-card.ts';
import type { Services } from '../services.ts';
import { MAX_QUERY } from './query.ts';
import { type SearchAnswer, searchAnswer } from './search-answer.ts';
import { soleMatch } from './sole-match.ts';

/** What a sentence's names came to. */
export type Found =
  | { readonly kind: 'one'; readonly customer: CustomerMatch }
  /** Several fit, or none: a menu, the nearest names, or what else to try. */
  | { readonly kind: 'unclear'; readonly fits: boolean; readonly answer: () => Promise<SearchAnswer> };

/** The customer that a sentence names: the first name that is exactly somebody's, else the first that only one fits. */
export async function findNamed(
  names: readonly string[],
  { context, services, viewer }: { context: UseCaseContext; services: Services; viewer: Viewer },
): Promise<Found> {
  const searches: { readonly name: string; readonly search: CustomerSearch }[] = [];
  for (const name of names.slice(0, MOST_NAMES)) {
    if (Array.from(name).length > MAX_QUERY) continue;
    const search = await services.useCases.findCustomers(context, name);
    const sole = search.exact.length > 0 ? soleMatch(search) : undefined;
    if (sole !== undefined) return { kind: 'one', customer: sole };
    searches.push({ name, search });
  }
  const fitting = searches.find(({ search }) => fits(search));
  const customer = fitting && soleMatch(fitting.search);
  if (customer !== undefined) return { kind: 'one', customer };
  const shown = fitting ?? searches.at(-1) ?? { name: names.at(-1) ?? '', search: { exact: [], others: [] } };
  const query = { kind: 'name', text: shown.name, isMention: false } as const;
  const answer = () => searchAnswer(query, context, viewer, services, shown.search);
  return { kind: 'unclear', fits: fitting !== undefined, answer };
}

/** More are not looked for: each is a search. */
const MOST_NAMES = 6;

/** Whether somebody has the name, or a longer one, without a typing error. */
export function fits({ exact, others }: CustomerSearch): boolean {
  return exact.length > 0 || others.some(({ how }) => how !== 'close');
}
