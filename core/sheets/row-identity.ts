import { normaliseName } from '../customer-name.ts';
import type { TableRecord } from '../table/reading.ts';
import { CELLS_LENGTH, fingerprint, fingerprintOf, IDENTITY_LENGTH } from './fingerprint.ts';

/** Who a row is about; a number and a name that read alike are two identities. */
export function identityOf({ facts }: TableRecord): string {
  const { key, name } = facts.values;
  if (key !== undefined && key !== '') return fingerprint(`#${key}`, IDENTITY_LENGTH);
  return fingerprint(name === undefined ? '' : normaliseName(String(name)), IDENTITY_LENGTH);
}

/** {@link fingerprint} of our cells of one row, the tier aside. */
export function cellsPrint(texts: readonly string[]): string {
  return fingerprintOf(texts, CELLS_LENGTH);
}
