import { DIGEST_PARTS } from '../../core/digest/digest.ts';
import { DELIVERY_TEXT } from '../../core/text/delivery-text.ts';
import { DIGEST_SETTINGS_TEXT } from '../../core/text/digest-settings-text.ts';
import type { Language } from '../../core/text/language.ts';
import { MEMBER_DIGEST_TEXT } from '../../core/text/member-digest-text.ts';
import { type DigestSettings, findDigestSettings, setDigest } from '../use-cases/digest-settings.ts';
import { memberByText } from '../use-cases/member-by-text.ts';
import { memberName } from '../use-cases/member-name.ts';
import { type CliIo, print, tell } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { printable } from './printable.ts';

/** What `members digest` is told; undefined stays as it is. */
export interface MemberDigestOptions {
  readonly at: string | undefined;
  /** Null: a direct message. */
  readonly channel: string | null | undefined;
  readonly parts: readonly string[] | undefined;
  /** Whoever they are; null: the whole team. */
  readonly reps: readonly string[] | null | undefined;
}

/** `members digest WHO`: where, when and of what a member gets digests; with options, sets that first. */
export async function memberDigestCommand(
  io: CliIo,
  who: string,
  { at, channel, parts, reps }: MemberDigestOptions,
  { language, workspace }: { readonly workspace: string | undefined; readonly language: Language },
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await memberByText(context, who);
    const repIds: string[] = [];
    for (const rep of reps ?? []) repIds.push((await memberByText(context, rep)).id);
    const isSet = [at, channel, parts, reps].some((each) => each !== undefined);
    const change = { at, channel, parts, ...(reps !== undefined && { repIds: reps === null ? null : repIds }) };
    const settings = isSet ? await setDigest(context, id, change) : await findDigestSettings(context, id);
    await print(io, `${printable(sentence(settings, language))}\n`);
    if (settings.problem !== null) {
      const text = DIGEST_SETTINGS_TEXT[language];
      tell(io, printable(`${text.notReached(settings.problem)} ${DELIVERY_TEXT[language].remedy(settings.problem)}`));
    }
    return 0;
  });
}

function sentence({ at, channel, isSet, member, parts, reps }: DigestSettings, language: Language): string {
  const text = MEMBER_DIGEST_TEXT[language];
  const name = memberName(member);
  if (at === 'off' || (!isSet && member.role !== 'manager')) return text.none(name);
  const { part } = DIGEST_SETTINGS_TEXT[language];
  const named = parts.length === DIGEST_PARTS.length ? null : parts.map((each) => part[each]);
  return text.comes({
    name,
    at,
    zone: member.timeZone ?? 'UTC',
    channel,
    parts: named,
    reps: reps === null ? null : reps.map(memberName),
  });
}
