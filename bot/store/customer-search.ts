import { INITIALS_TERM, KEY_TERM, NAME_TERM, PINYIN_TERM, type TermKind } from './customer-search-tables.ts';
import type { CustomerStatus } from './customer-tables.ts';
import type { Database } from './database.ts';
import { matchLiterally, matchMistyped, matchNearly, type NameMatch } from './match-name.ts';
import { wordsOf } from './search-pieces.ts';
import {
  insideQuery,
  mistypedIdeographsQuery,
  mistypedNameQuery,
  mistypedWordsQuery,
  nearQuery,
} from './search-queries.ts';
import {
  type FoundNames,
  type FoundRow,
  type FoundTerm,
  importantNamesStatement,
  importantTermsStatement,
  MOST_UNSORTED,
  piecesStatement,
  type TermRange,
  termsStatement,
} from './search-statements.ts';
import {
  charactersOf,
  isIdeograph,
  REST,
  readSearchText,
  readWrittenName,
  type SearchText,
  squeeze,
} from './search-text.ts';

/** A customer that a search found. */
export interface FoundCustomer {
  readonly id: string;
  readonly key: string | null;
  readonly name: string;
  /** The tier's id; null while ungraded or in review. */
  readonly tier: string | null;
  /** The owner as the table names them, else as Slack does; null when nobody is known. */
  readonly owner: { readonly text: string; readonly slackUserId: string | null } | null;
  /** How the query found it, best first. */
  readonly how: 'key' | 'exact' | 'prefix' | 'initials' | 'substring' | 'close';
  /** Archived and lost ones come after the active ones. */
  readonly status: CustomerStatus;
}

/**
 * Finds customers by key or name, best first: keys and whole names before all else, active ones before archived and lost
 * ones, then by how well they match, then by score, then by what they buy.
 *
 * Sorted indexes answer for keys, whole names, beginnings, initials and pinyin. Only when they find little are the insides
 * of names looked at, then typing errors, and when nothing fits at all, names that look alike. Any text is a query;
 * one with nothing to compare finds nothing. At most `limit` matches.
 */
export async function searchCustomers(
  db: Database,
  workspaceId: string,
  query: string,
  { limit }: { readonly limit: number },
): Promise<FoundCustomer[]> {
  const text = readSearchText(query);
  if (text.full === '') return [];
  const search = { db, workspaceId, text, limit };
  const matches = new Map<string, Match>();
  await addByTerms(search, matches);
  if (matches.size < Math.min(ENOUGH, limit) && !isMeant(text, matches)) await addFromInside(search, matches);
  if (mayBeMistyped(text, matches)) {
    const queries = [mistypedNameQuery(text), mistypedWordsQuery(text), mistypedIdeographsQuery(text)];
    await addByPieces(search, matches, queries, matchMistyped);
  }
  if (matches.size === 0) {
    await addByPieces(search, matches, [nearQuery(text)], matchNearly);
    return sorted(matches).slice(0, Math.min(limit, MOST_SUGGESTED));
  }
  return sorted(matches).slice(0, limit);
}

interface Search {
  readonly db: Database;
  readonly workspaceId: string;
  readonly text: SearchText;
  readonly limit: number;
}

interface Match extends Omit<NameMatch, 'how'> {
  readonly how: FoundCustomer['how'];
  readonly row: FoundRow;
}

/** With so many matches from the sorted indexes, the insides of names are not looked at. */
const ENOUGH = 8;
/** With so many matches, it is no typing error. */
const FEW = 3;
/** So many names are offered when nothing fits. */
const MOST_SUGGESTED = 5;
/** Above REST and below every character of a name. */
const AFTER_REST = '\u0002';
const HIGHEST = '\u{10ffff}';
const HOW: readonly FoundCustomer['how'][] = ['key', 'exact', 'prefix', 'initials', 'substring', 'close'];
/** Beginnings of keys come after beginnings of names. */
const KEY_PREFIX_RANK = 3;

async function addByTerms(search: Search, matches: Map<string, Match>): Promise<void> {
  const { db, workspaceId, text, limit } = search;
  const ranges = rangesOf(text);
  const { rows } = await termsStatement(workspaceId, ranges, limit).execute(db);
  for (const range of ranges) {
    const ofRange = rows.filter((row) => row.kind === range.kind && row.term >= range.from && row.term < range.below);
    if (!ofRange.some((row) => row.seen > MOST_UNSORTED)) continue;
    rows.push(...(await importantTermsStatement(workspaceId, range, limit).execute(db)).rows);
  }
  for (const row of rows) add(matches, row, matchTerm(text, row));
}

/** A whole name also counts without its legal form; a beginning is taken as typed. */
function rangesOf({ full, core }: SearchText): TermRange[] {
  const typed = squeeze(full);
  const ranges = [rangeOf(KEY_TERM, typed), rangeOf(NAME_TERM, typed)];
  if (core !== full) {
    const whole = rangeOf(NAME_TERM, squeeze(core));
    ranges.push({ ...whole, below: whole.wholeBelow });
  }
  if (typed.length >= 2 && !charactersOf(typed).some(isIdeograph)) {
    ranges.push(rangeOf(INITIALS_TERM, squeeze(core)), rangeOf(PINYIN_TERM, squeeze(core)));
  }
  return ranges;
}

function rangeOf(kind: TermKind, from: string): TermRange {
  return { kind, from, wholeBelow: from + AFTER_REST, below: from + HIGHEST };
}

function matchTerm({ full, core }: SearchText, { kind, term }: FoundTerm): Omit<Match, 'row'> {
  const typed = squeeze(full);
  switch (kind) {
    case KEY_TERM:
      return term === typed ? { how: 'key', rank: 0 } : { how: 'prefix', rank: KEY_PREFIX_RANK };
    case NAME_TERM: {
      const [ofCore = '', ofFull = ofCore] = term.split(REST);
      if (ofFull === typed) return { how: 'exact', rank: 0 };
      return ofCore === squeeze(core) ? { how: 'exact', rank: 1 } : { how: 'prefix', rank: 0 };
    }
    case INITIALS_TERM:
    case PINYIN_TERM:
      return { how: 'initials', rank: term === squeeze(core) ? 0 : 1 };
    default:
      return kind satisfies never;
  }
}

async function addFromInside(search: Search, matches: Map<string, Match>): Promise<void> {
  const { db, workspaceId, text, limit } = search;
  const tooMany = await addByPieces(search, matches, [insideQuery(text)], matchLiterally);
  if (!tooMany) return;
  const words = wordsOf(text.full).slice(0, ENOUGH);
  const { rows } = await importantNamesStatement(workspaceId, NAME_TERM, words, limit).execute(db);
  addNames(search, matches, rows, matchLiterally);
}

type Matcher = (query: SearchText, name: SearchText) => NameMatch | undefined;

/** Whether there was no query for the index, or one fits more names than were fetched. */
async function addByPieces(
  search: Search,
  matches: Map<string, Match>,
  queries: readonly (string | undefined)[],
  match: Matcher,
): Promise<boolean> {
  const known = [...new Set(queries.filter((query) => query !== undefined))];
  if (known.length === 0) return true;
  const { rows } = await piecesStatement(search.workspaceId, known).execute(search.db);
  addNames(search, matches, rows, match);
  return rows.some((row) => row.seen > MOST_UNSORTED);
}

function addNames({ text }: Search, matches: Map<string, Match>, rows: readonly FoundNames[], match: Matcher): void {
  for (const row of rows) {
    for (const name of row.names) {
      const found = match(text, readWrittenName(name));
      if (found !== undefined) add(matches, row, found);
    }
  }
}

/** A query of some length that is part of a name is no typing error, a short one may be one all the same. */
function mayBeMistyped(text: SearchText, matches: ReadonlyMap<string, Match>): boolean {
  if (matches.size === 0) return true;
  return !hasExact(matches) && !isLong(text) && matches.size < FEW;
}

function hasExact(matches: ReadonlyMap<string, Match>): boolean {
  return [...matches.values()].some(isWhole);
}

function isWhole({ how }: Pick<Match, 'how'>): boolean {
  return how === 'key' || how === 'exact';
}

/** A key with a number, or a long enough whole name, is what was meant: the insides of other names are of no interest. */
function isMeant(text: SearchText, matches: ReadonlyMap<string, Match>): boolean {
  if (isLong(text)) return hasExact(matches);
  return /\d/.test(text.full) && [...matches.values()].some(({ how }) => how === 'key');
}

/** Whether a query says enough that what it fits letter by letter is what was meant. */
function isLong(text: SearchText): boolean {
  const typed = charactersOf(squeeze(text.full));
  return typed.length >= (typed.some(isIdeograph) ? 4 : 6);
}

function add(matches: Map<string, Match>, row: FoundRow, found: Omit<Match, 'row'>): void {
  const known = matches.get(row.id);
  const match = { ...found, row };
  if (known === undefined || compare(match, known) < 0) matches.set(row.id, match);
}

function sorted(matches: ReadonlyMap<string, Match>): FoundCustomer[] {
  return [...matches.values()].toSorted(compare).map(({ how, row }) => {
    const owner = row.owner_text ?? row.owner_name ?? row.slack_user_id;
    return {
      id: row.id,
      key: row.key,
      name: row.name,
      tier: row.tier,
      owner: owner === null ? null : { text: owner, slackUserId: row.slack_user_id },
      how,
      status: row.status,
    };
  });
}

function compare(one: Match, other: Match): number {
  return (
    Number(isWhole(other)) - Number(isWhole(one)) ||
    Number(other.row.status === 'active') - Number(one.row.status === 'active') ||
    HOW.indexOf(one.how) - HOW.indexOf(other.how) ||
    one.rank - other.rank ||
    (other.row.score ?? -1) - (one.row.score ?? -1) ||
    other.row.importance - one.row.importance ||
    (one.row.name < other.row.name ? -1 : 1)
  );
}
