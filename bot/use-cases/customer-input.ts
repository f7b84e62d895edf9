import { comparableKey } from '../../core/contact-details.ts';
import { normaliseName } from '../../core/customer-name.ts';
import { findCustomersLike } from '../store/customers.ts';
import { storableText } from '../store/json-column.ts';
import { findMembers } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { ownerFinder } from './find-owner.ts';
import { MAX_NAME_LENGTH } from './import-report.ts';
import { UseCaseError } from './use-case-error.ts';

/** The longest industry, region, role and other words of a person's own. */
export const LONGEST_WORDS = 200;

/** What a person typed as one line: spaces put right, null when nothing is left. */
export function oneLine(text: string | null | undefined): string | null {
  const line = storableText(text ?? '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line === '' ? null : line;
}

/** {@link oneLine} of at most {@link LONGEST_WORDS} characters. Throws {@link UseCaseError} `text-too-long`. */
export function shortLine(text: string | null | undefined): string | null {
  const line = oneLine(text);
  if (line !== null && line.length > LONGEST_WORDS) throw new UseCaseError('text-too-long', String(LONGEST_WORDS));
  return line;
}

/** A customer's name as it can be kept. Throws {@link UseCaseError} `customer-name`. */
export function nameFrom(text: string | null | undefined): string {
  const name = oneLine(text);
  const lengths = [name?.length ?? 0, normaliseName(name ?? '').length];
  if (name === null || normaliseName(name) === '' || Math.max(...lengths) > MAX_NAME_LENGTH) {
    throw new UseCaseError('customer-name', String(MAX_NAME_LENGTH));
  }
  return name;
}

/**
 * A customer's key as it can be kept, null for none; no other customer may have it, merged ones included, since their keys
 * lead to those they were merged into. Throws {@link UseCaseError} `customer-key` or `key-taken`.
 */
export async function keyFrom(
  { db, actor }: UseCaseContext,
  text: string | null | undefined,
  ownId: string | null,
): Promise<string | null> {
  const key = oneLine(text);
  if (key === null) return null;
  const normal = comparableKey(key);
  if (normal === '' || Math.max(normal.length, key.length) > MAX_NAME_LENGTH)
    throw new UseCaseError('customer-key', String(MAX_NAME_LENGTH));
  const found = await findCustomersLike(db, actor.workspaceId, { keys: [normal], shortNames: [] });
  const other = found.find(({ id }) => id !== ownId);
  if (other !== undefined) throw new UseCaseError('key-taken', other.name);
  return key;
}

/** Who is to look after a customer, as a person gives it: a member's Slack id, or a text as a table has it. */
export type OwnerInput = { readonly slackUserId: string } | { readonly text: string };

/**
 * The owner as a customer has it. A text that no member fits is kept as it is, as an import does; an empty one is nobody.
 * Throws {@link UseCaseError} `owner-unknown` when the Slack user has never been seen, `text-too-long`.
 */
export async function ownerFrom(
  { db, actor }: UseCaseContext,
  input: OwnerInput,
): Promise<{ readonly ownerText: string | null; readonly ownerId: string | null }> {
  const members = await findMembers(db, actor.workspaceId);
  if ('slackUserId' in input) {
    const member = members.find(({ slackUserId }) => slackUserId === input.slackUserId);
    if (member === undefined) throw new UseCaseError('owner-unknown', input.slackUserId);
    return { ownerText: member.realName ?? member.displayName ?? member.slackUserId, ownerId: member.id };
  }
  const text = shortLine(input.text);
  if (text === null) return { ownerText: null, ownerId: null };
  const match = ownerFinder(members)(text);
  return { ownerText: text, ownerId: match.kind === 'member' ? match.memberId : null };
}
