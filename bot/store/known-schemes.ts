import { type RawBuilder, sql } from 'kysely';
import type { Scheme } from '../../core/grading/scheme.ts';
import { tierScheme } from './schemes.ts';

/** Reads the schemes that one statement's rows name. */
export interface SchemeReading {
  /** The document of the scheme `s` as a column; null where it is known. */
  readonly document: RawBuilder<Scheme | null>;
  /** The scheme of a row with the digest and that column. */
  readonly schemeOf: (row: { readonly digest: string; readonly document: Scheme | null }) => Scheme;
}

/**
 * Schemes that were read lately, by digest: what has graded is kept for good under the digest of its text, so that a scheme that is
 * known stays true, and reading one is dearer than all else that says which is in force.
 */
const knownByDigest = new Map<string, Scheme>();
const MOST_KNOWN = 50;

/** Reads schemes with a statement that is about to be run, those aside that are known. */
export function readSchemes(): SchemeReading {
  // as they are now, whatever others read until the statement has run
  const known = new Map(knownByDigest);
  return {
    document: sql`case when s.digest <> all(${[...known.keys()]}::text[]) then s.document end`,
    schemeOf: ({ digest, document }) => {
      const scheme = document === null ? known.get(digest) : tierScheme(document);
      if (scheme === undefined) throw new Error(`The scheme ${digest} was not read.`);
      if (knownByDigest.size >= MOST_KNOWN && !knownByDigest.has(digest)) knownByDigest.clear();
      knownByDigest.set(digest, scheme);
      return scheme;
    },
  };
}
