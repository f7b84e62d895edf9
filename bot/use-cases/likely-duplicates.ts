import { comparableEmail, comparableKey, comparablePhone } from '../../core/contact-details.ts';
import { atOnce, ROWS_A_STEP, type Steps } from '../../core/steps.ts';
import { comparableNames } from '../store/customers.ts';
import type { LikelyDuplicate } from './import-report.ts';

/** A customer with what it may share with another. */
export interface DuplicateCandidate {
  readonly customerId: string;
  readonly key: string | null;
  readonly name: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** The table's row; null when only the database has it. */
  readonly row: number | null;
}

/** What more customers than this share is a switchboard, a portal's address or a placeholder. */
const MAX_SHARED_BY = 5;

/**
 * Finds customers that may be one and the same: by key without punctuation and leading zeros, name without legal
 * suffix, telephone number or e-mail address. Each pair or group is told once, by the first of these; groups that are
 * in the database only are left out.
 */
export function likelyDuplicates(candidates: readonly DuplicateCandidate[]): LikelyDuplicate[] {
  return atOnce(likelyDuplicatesInSteps(candidates));
}

/** {@link likelyDuplicates} for whoever has others waiting. */
export function* likelyDuplicatesInSteps(candidates: readonly DuplicateCandidate[]): Steps<LikelyDuplicate[]> {
  const found: LikelyDuplicate[] = [];
  const told = new Set<string>();
  const terms: Record<LikelyDuplicate['by'], (candidate: DuplicateCandidate) => readonly string[]> = {
    key: ({ key }) => (key === null ? [] : [bareKey(key)]),
    name: ({ name }) => [comparableNames(name).short],
    phone: ({ phones }) => phones.map(comparablePhone),
    email: ({ emails }) => emails.map(comparableEmail),
  };
  for (const by of ['key', 'name', 'phone', 'email'] as const) {
    for (const group of yield* groupsBy(candidates, terms[by])) {
      if (group.length < 2 || group.length > MAX_SHARED_BY || group.every(({ row }) => row === null)) continue;
      const ids = group.map(({ customerId }) => customerId).toSorted();
      if (told.has(ids.join())) continue;
      told.add(ids.join());
      found.push({ by, customers: group.map(({ customerId, key, name, row }) => ({ customerId, key, name, row })) });
    }
  }
  return found;
}

function* groupsBy(
  candidates: readonly DuplicateCandidate[],
  termsOf: (candidate: DuplicateCandidate) => readonly string[],
): Steps<Iterable<DuplicateCandidate[]>> {
  const groups = new Map<string, DuplicateCandidate[]>();
  for (const [index, candidate] of candidates.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    for (const term of new Set(termsOf(candidate))) {
      if (term === '') continue;
      const group = groups.get(term);
      if (group === undefined) groups.set(term, [candidate]);
      else group.push(candidate);
    }
  }
  return groups.values();
}

/** A key without what is typed one way or another: `C-0012` and `c12` are likely typed for each other. */
export function bareKey(key: string): string {
  return comparableKey(key)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}
