import { cliText } from '../../core/text/cli-text.ts';
import type { Language } from '../../core/text/language.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { CustomerMatch } from '../use-cases/customer-card.ts';
import { findCustomers } from '../use-cases/find-customers.ts';
import { CliError } from './cli-io.ts';

/** The customer with that key or whole name. Throws {@link CliError} when there is none, or several of the name. */
export async function customerNamed(context: UseCaseContext, text: string, language: Language): Promise<CustomerMatch> {
  const { exact } = await findCustomers(context, text);
  const [first, ...rest] = exact;
  if (first === undefined) throw new CliError(cliText[language].noSuchCustomer(text));
  if (first.how === 'key' || rest.length === 0) return first;
  const keys = exact.map((customer) => customer.key ?? customer.id).join(', ');
  throw new CliError(cliText[language].severalCustomers(text, keys));
}
