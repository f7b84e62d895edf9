import { comparableEmail, comparablePhone } from '../../core/contact-details.ts';
import { normaliseName, withoutLegalSuffix } from '../../core/customer-name.ts';
import { findContactPeopleLike } from '../store/contact-people.ts';
import { findCustomersByBareKey, findCustomersById, findCustomersLike } from '../store/customers.ts';
import type { UseCaseContext } from './context.ts';
import type { LikelyDuplicate } from './import-report.ts';
import { bareKey, type DuplicateCandidate, likelyDuplicates } from './likely-duplicates.ts';

/** What is known of somebody who may be on file already. */
export interface Described {
  readonly name: string;
  readonly key: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** A customer on file that may be the one described. */
export interface OnFile {
  readonly customerId: string;
  readonly key: string | null;
  readonly name: string;
  readonly by: LikelyDuplicate['by'];
}

/** As many as a person looks through. */
const MOST_SHOWN = 10;

/**
 * The customers on file, archived ones included, that may be the one described: the same key (punctuation and leading zeros
 * aside), name (legal suffix aside), telephone number or e-mail address; at most ten.
 */
export async function findDuplicates({ db, actor }: UseCaseContext, described: Described): Promise<OnFile[]> {
  const { workspaceId } = actor;
  const { name, key, phone = null, email = null } = described;
  const phones = [comparablePhone(phone ?? '')].filter(Boolean);
  const emails = [comparableEmail(email ?? '')].filter(Boolean);
  const people = await findContactPeopleLike(db, workspaceId, { phones, emails });
  const bare = key === null ? '' : bareKey(key);
  const like = [
    ...(await findCustomersLike(db, workspaceId, {
      keys: [],
      shortNames: [withoutLegalSuffix(normaliseName(name))].filter(Boolean),
    })),
    ...(bare === '' ? [] : await findCustomersByBareKey(db, workspaceId, bare)),
  ];
  const byPhone = await findCustomersById(
    db,
    workspaceId,
    people.map(({ customerId }) => customerId),
  );
  const gone = [...like, ...byPhone.values()].flatMap(({ mergedInto }) => mergedInto ?? []);
  const kept = await findCustomersById(db, workspaceId, gone);
  const found = new Map<string, OnFile>();
  for (const customer of [...like, ...byPhone.values()]) {
    const shown = customer.mergedInto === null ? customer : kept.get(customer.mergedInto);
    if (shown === undefined || found.has(shown.id)) continue;
    const own = people.filter(({ customerId }) => customerId === customer.id);
    const candidates: DuplicateCandidate[] = [
      { customerId: '', key, name, phones, emails, row: 1 },
      {
        customerId: customer.id,
        key: customer.key,
        name: customer.name,
        phones: own.map((person) => person.phone ?? ''),
        emails: own.map((person) => person.email ?? ''),
        row: null,
      },
    ];
    const [first] = likelyDuplicates(candidates);
    if (first === undefined) continue;
    found.set(shown.id, { customerId: shown.id, key: shown.key, name: shown.name, by: first.by });
  }
  return [...found.values()].slice(0, MOST_SHOWN);
}
