import type { CalendarDate } from '../../core/calendar-date.ts';
import { DIGEST_COMMAND_TEXT } from '../../core/text/digest-command-text.ts';
import type { Language } from '../../core/text/language.ts';
import { localDay } from '../clock.ts';
import { digestSubjects } from '../jobs/due-digests.ts';
import { managerDigest } from '../jobs/manager-digest.ts';
import { knownZone } from '../known-zone.ts';
import type { DueDelivery } from '../store/deliveries.ts';
import { DIGEST, findDigestReaders } from '../store/digest-settings.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { digestMoments } from '../use-cases/digest-moments.ts';
import { memberName } from '../use-cases/member-name.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { CliError, type CliIo } from './cli-io.ts';
import { memberNamed } from './member-named.ts';
import { postDue } from './post-due.ts';
import { printable } from './printable.ts';

/** Whose digest of which day is posted. */
export interface PostedDigest {
  /** Undefined: today's. */
  readonly date: CalendarDate | undefined;
  readonly manager: string | undefined;
  readonly workspace: string | undefined;
  readonly language: Language;
}

/**
 * Posts a manager's digest of a day where it goes, by the path of all messages, so that none comes twice. It is the one that the clock would
 * have posted then: its edition, parts and reps are those that are set.
 */
export async function postDigest(
  io: CliIo,
  context: UseCaseContext,
  { date, language, manager, workspace }: PostedDigest,
  isShared: boolean,
): Promise<number> {
  const text = DIGEST_COMMAND_TEXT[language];
  if (manager === undefined) throw new CliError(text.whoseToPost);
  const { actor, clock, db } = context;
  const { workspaceId } = actor;
  const member = await memberNamed(context, manager);
  const reader = (await findDigestReaders(db, workspaceId, clock.now())).find(({ memberId }) => memberId === member.id);
  if (reader === undefined) throw new CliError(text.noDigests(printable(memberName(member))));
  const timeZone = knownZone(reader.timeZone);
  const today = localDay(clock.now(), timeZone);
  if (date !== undefined && date > today) throw new UseCaseError('digest-day', today);
  const moments = await digestMoments(context, {
    member: { id: member.id, timeZone },
    date,
    edition: 'daily',
    isPosted: true,
  });
  const dueAt = moments.asOf;
  if (dueAt > clock.now()) throw new CliError(text.notYet(reader.at));
  const due: DueDelivery = {
    workspaceId,
    kind: DIGEST,
    target: reader.channel ?? reader.slackUserId,
    localDate: moments.date,
    subject: (await digestSubjects(db, workspaceId, [reader]))(reader),
    memberId: member.id,
    dueAt,
  };
  const kinds = [{ ...managerDigest, findDue: async () => [due] }];
  return postDue(io, context, { kinds, now: dueAt, workspace, isShared, language, nothing: text.postedBefore });
}
