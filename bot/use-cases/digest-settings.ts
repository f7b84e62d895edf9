import { DIGEST_PARTS, type DigestPart } from '../../core/digest/digest.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import {
  type DigestSetting,
  type DigestTrouble,
  findDigestProblem,
  findDigestSetting,
  findDigestTroubles,
  saveDigestSetting,
  USUAL_DIGEST,
} from '../store/digest-settings.ts';
import { findMemberRecords, type MemberRecord } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { teamOf } from './digest-team.ts';
import { memberName } from './member-name.ts';
import { timeOfDay } from './time-of-day.ts';
import { UseCaseError } from './use-case-error.ts';

export type { DigestTrouble };

/** Where, when and of what somebody gets digests, and how that goes. */
export interface DigestSettings extends DigestSetting {
  readonly member: MemberRecord;
  readonly isOwn: boolean;
  /** False: nothing is set, and the rest is what a manager gets then; an admin gets none until something is. */
  readonly isSet: boolean;
  /** The reps that were chosen and still are the member's; null: the whole team. */
  readonly reps: readonly MemberRecord[] | null;
  /** Slack's word for why the last digest could not be posted there; null when it could. */
  readonly problem: string | null;
}

/** What is to be set; what is undefined stays as it is. */
export interface DigestChange {
  /** HH:MM (8:30 is 08:30), or `off`. */
  readonly at?: string | undefined;
  /** A Slack channel; null: a direct message. */
  readonly channel?: string | null | undefined;
  readonly parts?: readonly string[] | undefined;
  /** Members of the team; null: all of it. */
  readonly repIds?: readonly string[] | null | undefined;
}

/**
 * A manager's or admin's settings; one's own, an admin anybody's. Throws {@link UseCaseError} `own-digest`, `digest-readers` (with the
 * member's name) where the member is a rep, `no-such-member` or `member-left`.
 */
export async function findDigestSettings(context: UseCaseContext, memberId: string): Promise<DigestSettings> {
  return settingsOf(context, memberId, await findMemberRecords(context.db, context.actor.workspaceId));
}

/**
 * Sets them; returns how they are then. Throws as {@link findDigestSettings} does, and `digest-hour`, `digest-channel`,
 * `digest-parts` (with the part that there is not, or nothing for none) or `digest-reps` (with the name of who is not of the team).
 */
export async function setDigest(
  context: UseCaseContext,
  memberId: string,
  change: DigestChange,
): Promise<DigestSettings> {
  const { actor, clock } = context;
  return context.db.transaction().execute(async (db) => {
    const within = { ...context, db };
    const members = await findMemberRecords(db, actor.workspaceId);
    const before = await settingsOf(within, memberId, members);
    const setting: DigestSetting = {
      at: change.at === undefined ? before.at : hourOf(change.at),
      channel: change.channel === undefined ? before.channel : channelOf(change.channel),
      parts: change.parts === undefined ? before.parts : partsOf(change.parts),
      repIds: change.repIds === undefined ? before.repIds : repsOf(change.repIds, memberId, members),
    };
    await saveDigestSetting(db, actor.workspaceId, memberId, setting, clock.now());
    await recordAuditEvent(
      db,
      {
        workspaceId: actor.workspaceId,
        memberId: actor.memberId,
        action: 'digest-set',
        subjectId: memberId,
        detail: { at: setting.at, channel: setting.channel },
      },
      clock.now(),
    );
    return settingsOf(within, memberId, members);
  });
}

/** The actor's last digest, where it did not arrive and the next is to come to the same place; undefined otherwise. */
export async function findDigestTrouble({ actor, db }: UseCaseContext): Promise<DigestTrouble | undefined> {
  if (actor.memberId === null || actor.role === 'rep') return undefined;
  const [trouble] = await findDigestTroubles(db, actor.workspaceId, actor.memberId);
  return trouble;
}

async function settingsOf(
  { actor, db }: UseCaseContext,
  memberId: string,
  members: readonly MemberRecord[],
): Promise<DigestSettings> {
  const member = members.find(({ id }) => id === memberId);
  const isOwn = actor.memberId === memberId;
  if (!isOwn && actor.role !== 'admin')
    throw new UseCaseError('own-digest', member === undefined ? '' : memberName(member));
  if (member === undefined) throw new UseCaseError('no-such-member', memberId);
  if (member.deactivatedAt !== null) throw new UseCaseError('member-left', memberName(member));
  if (member.role === 'rep') throw new UseCaseError('digest-readers', memberName(member));
  const set = await findDigestSetting(db, actor.workspaceId, memberId);
  const setting = set ?? USUAL_DIGEST;
  const target = setting.channel ?? member.slackUserId ?? '';
  const team = teamOf(members, memberId)?.repIds ?? null;
  const isTold = (id: string) => setting.repIds?.includes(id) === true && (team === null || team.includes(id));
  return {
    ...setting,
    member,
    isOwn,
    isSet: set !== undefined,
    reps: setting.repIds === null ? null : members.filter(({ id }) => isTold(id)),
    problem: (await findDigestProblem(db, actor.workspaceId, memberId, target)) ?? null,
  };
}

function hourOf(text: string): string {
  const time = timeOfDay(text);
  if (time === undefined) throw new UseCaseError('digest-hour', text);
  return time;
}

function channelOf(channel: string | null): string | null {
  if (channel !== null && !/^[CG][A-Z0-9]{2,20}$/.test(channel)) throw new UseCaseError('digest-channel', channel);
  return channel;
}

function partsOf(parts: readonly string[]): DigestPart[] {
  const unknown = parts.find((part) => !DIGEST_PARTS.some((each) => each === part));
  if (unknown !== undefined || parts.length === 0) throw new UseCaseError('digest-parts', unknown ?? '');
  return DIGEST_PARTS.filter((part) => parts.includes(part));
}

function repsOf(
  repIds: readonly string[] | null,
  memberId: string,
  members: readonly MemberRecord[],
): readonly string[] | null {
  if (repIds === null || repIds.length === 0) return null;
  const team = teamOf(members, memberId)?.repIds ?? null;
  for (const id of repIds) {
    const rep = members.find((each) => each.id === id);
    if (rep === undefined) throw new UseCaseError('no-such-member', id);
    if (team !== null && !team.includes(id)) throw new UseCaseError('digest-reps', memberName(rep));
  }
  return [...new Set(repIds)].toSorted();
}
