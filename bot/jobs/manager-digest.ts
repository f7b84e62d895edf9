import { addDays } from '../../core/calendar-date.ts';
import { editionOfDay } from '../../core/digest/edition-of-day.ts';
import { DIGEST_DELIVERY_TEXT } from '../../core/text/digest-delivery-text.ts';
import { type Language, languageOf } from '../../core/text/language.ts';
import { digestMessage } from '../blocks/digest-message.ts';
import { plainName } from '../blocks/plain-name.ts';
import { clocksIn } from '../clock.ts';
import { knownZone } from '../known-zone.ts';
import { type Delivery, findMissedDays } from '../store/deliveries.ts';
import {
  DIGEST,
  type DigestSetting,
  findDigestReaders,
  findDigestSetting,
  MOVED,
  USUAL_DIGEST,
} from '../store/digest-settings.ts';
import { findMembersById, type MemberRecord } from '../store/members.ts';
import { findWorkspaceLocale } from '../store/workspaces.ts';
import { digestScopeOf } from '../use-cases/ask-digest.ts';
import { buildDigest } from '../use-cases/build-digest.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { digestMoments } from '../use-cases/digest-moments.ts';
import { memberName } from '../use-cases/member-name.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { workCalendarsOf } from '../use-cases/work-calendars.ts';
import { CATCH_UP_MS, type Composed, type DeliveryKind } from './delivery-kind.ts';
import { digestSubjects, findDueDigests } from './due-digests.ts';
import { withLine } from './with-line.ts';

/** A working day's edition is found from the days of its month before it. */
const MONTH_DAYS = 31;
/** So many reps are named. */
const MOST_NAMED = 5;

/**
 * A manager's digest, in the channel or direct message that was chosen: the monthly on the first working day of a month, the
 * weekly on the first of a week, else the daily. It says how things stood when it was due, whenever it is posted.
 */
export const managerDigest: DeliveryKind = {
  id: DIGEST,
  catchUpMs: CATCH_UP_MS,
  findDue: findDueDigests,
  async compose(context, delivery) {
    const composed = await composeFor(context, delivery, delivery.memberId);
    if (!('skip' in composed)) return composed;
    for (const memberId of await othersThere(context, delivery)) {
      const instead = await composeFor(context, delivery, memberId);
      if (!('skip' in instead)) return instead;
    }
    return composed;
  },
};

async function composeFor(context: UseCaseContext, delivery: Delivery, memberId: string | null): Promise<Composed> {
  const { db } = context;
  const { target, workspaceId } = delivery;
  const member = (await findMembersById(db, workspaceId, memberId === null ? [] : [memberId])).get(memberId ?? '');
  // It may have been queued for hours.
  if (member === undefined || member.deactivatedAt !== null) return { skip: 'left' };
  const setting = await settingOf(context, member);
  if (setting === undefined || setting.at === 'off') return { skip: 'off' };
  if (target !== (setting.channel ?? member.slackUserId)) return { skip: MOVED };
  try {
    return await composeDigest(context, delivery, member, setting);
  } catch (error) {
    if (error instanceof UseCaseError && error.code === 'before-history') return { skip: 'before-history' };
    throw error;
  }
}

/** Who else gets the same digest in the same channel: it is posted for one of them, who may not want it any more. */
async function othersThere({ clock, db }: UseCaseContext, delivery: Delivery): Promise<string[]> {
  const { memberId, subject, target, workspaceId } = delivery;
  if (subject === '') return [];
  const readers = await findDigestReaders(db, workspaceId, clock.now());
  const subjectOf = await digestSubjects(db, workspaceId, readers);
  return readers.flatMap((reader) =>
    reader.channel === target && reader.memberId !== memberId && subjectOf(reader) === subject ? [reader.memberId] : [],
  );
}

/** Undefined: the member gets none. */
async function settingOf({ db, actor }: UseCaseContext, member: MemberRecord): Promise<DigestSetting | undefined> {
  if (member.role === 'rep') return undefined;
  const setting = await findDigestSetting(db, actor.workspaceId, member.id);
  return setting ?? (member.role === 'manager' ? USUAL_DIGEST : undefined);
}

async function composeDigest(
  context: UseCaseContext,
  delivery: Delivery,
  member: MemberRecord,
  { channel, parts, repIds }: DigestSetting,
): Promise<Composed> {
  const { db, actor } = context;
  const { dueAt, localDate } = delivery;
  const timeZone = knownZone(member.timeZone);
  const calendars = await workCalendarsOf(context, [member.id], addDays(localDate, -MONTH_DAYS), localDate);
  const calendar = calendars.get(member.id);
  if (calendar?.isWorkingDay(localDate) === false) return { skip: 'day-off' };
  const edition = calendar === undefined ? 'daily' : editionOfDay(localDate, calendar);
  const scope = await digestScopeOf(context, { memberId: member.id, repIds: repIds ?? undefined });
  if (scope.repIds?.length === 0) return { skip: 'no-reps' };
  const of = { id: member.id, timeZone };
  const moments = await digestMoments(context, { member: of, date: localDate, edition, isPosted: true });
  const digest = await buildDigest(context, {
    ...moments,
    asOf: dueAt,
    repIds: scope.repIds,
    edition,
    parts,
    isFull: edition !== 'daily',
  });
  const language =
    channel === null ? languageOf(member.locale) : languageOf(await findWorkspaceLocale(db, actor.workspaceId));
  const text = DIGEST_DELIVERY_TEXT[language];
  const viewer = { language, now: dueAt, today: localDate, ...clocksIn(timeZone) };
  const whose = { memberId: member.id, ...(repIds !== null && scope.repIds !== null && { repIds: scope.repIds }) };
  const lines: string[] = [];
  if (channel !== null && scope.repIds === null) lines.push(text.team(null));
  else if (channel !== null) lines.push(await whoseLine(context, member, repIds && scope.repIds, language));
  const missed = await findMissedDays(db, delivery);
  if (missed.length > 0) lines.push(text.missed(missed));
  const message = digestMessage(digest, viewer, whose);
  return lines.length === 0 ? message : withLine(message, lines.join(language === 'en' ? ' ' : ''));
}

/** Whose customers a digest in a channel is about: several may come there. */
async function whoseLine(
  { db, actor }: UseCaseContext,
  manager: MemberRecord,
  repIds: readonly string[] | null,
  language: Language,
): Promise<string> {
  const text = DIGEST_DELIVERY_TEXT[language];
  if (repIds === null) return text.team(plainName(memberName(manager), 80));
  const named = repIds.slice(0, MOST_NAMED);
  const members = await findMembersById(db, actor.workspaceId, named);
  const names = [...members.values()].map((member) => plainName(memberName(member), 40));
  return text.reps(names, repIds.length - named.length);
}
