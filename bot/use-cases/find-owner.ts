import { comparableEmail } from '../../core/contact-details.ts';
import { normaliseName } from '../../core/customer-name.ts';
import type { Member } from '../store/members.ts';

/** Who an owner cell means: a member, a Slack user who is none yet, or nobody we know. */
export type OwnerMatch =
  | { readonly kind: 'member'; readonly memberId: string }
  | { readonly kind: 'slack-user'; readonly slackUserId: string }
  | { readonly kind: 'unknown' };

/**
 * Prepares the search of owners among the members: by what was linked by hand, by Slack id, mention, e-mail, then by a real
 * or display name that only one of them has. A name that several have is nobody's.
 *
 * @param links the member whom a text means, by {@link normaliseName} of the text
 */
export function ownerFinder(
  members: readonly Member[],
  links: ReadonlyMap<string, string> = new Map(),
): (text: string) => OwnerMatch {
  const bySlackId = new Map<string, string>();
  const byEmail = new Map<string, string | null>();
  const byName = new Map<string, string | null>();
  for (const member of members) {
    if (member.slackUserId !== null) bySlackId.set(member.slackUserId, member.id);
    addUnlessShared(byEmail, comparableEmail(member.email ?? ''), member.id);
    for (const name of new Set([member.realName, member.displayName].map((text) => normaliseName(text ?? '')))) {
      addUnlessShared(byName, name, member.id);
    }
  }
  const find = (text: string): OwnerMatch => {
    const slackUserId = slackUserIdOf(text);
    const linked = links.get(normaliseName(text));
    if (linked !== undefined) return { kind: 'member', memberId: linked };
    const memberId =
      slackUserId === undefined
        ? (byEmail.get(comparableEmail(text)) ?? byName.get(normaliseName(text.replace(/^@/, ''))))
        : bySlackId.get(slackUserId);
    if (memberId) return { kind: 'member', memberId };
    return slackUserId === undefined ? { kind: 'unknown' } : { kind: 'slack-user', slackUserId };
  };
  const found = new Map<string, OwnerMatch>();
  return (text) => {
    const known = found.get(text) ?? find(text);
    found.set(text, known);
    return known;
  };
}

function addUnlessShared(index: Map<string, string | null>, term: string, memberId: string): void {
  if (term !== '') index.set(term, index.has(term) && index.get(term) !== memberId ? null : memberId);
}

/** The id in `U012AB3CD` or `<@U012AB3CD|name>`; words in capitals have no digit and are none. */
function slackUserIdOf(text: string): string | undefined {
  const id = /^(?:<@)?([UW][A-Z0-9]{6,20})(?:\|[^>]*)?>?$/.exec(text.trim())?.[1];
  return id !== undefined && /\d/.test(id) ? id : undefined;
}
