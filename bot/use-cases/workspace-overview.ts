import { LANGUAGES, type Language, languageOf } from '../../core/text/language.ts';
import { findLatestMoment, recordAuditEvent } from '../store/audit-events.ts';
import { countCustomers } from '../store/count-customers.ts';
import { type DigestTrouble, findDigestReaders, findDigestTroubles } from '../store/digest-settings.ts';
import { findImportUndo } from '../store/import-undo.ts';
import { findMemberRecords, type MemberRecord } from '../store/members.ts';
import { findParkedMessages, type ParkedMessage, unparkMessage } from '../store/parked-deliveries.ts';
import { countSamples } from '../store/samples.ts';
import { findWorkspaceLocale, saveWorkspaceLocale } from '../store/workspaces.ts';
import { UNDO_MINUTES } from './action-request.ts';
import type { UseCaseContext } from './context.ts';
import { UseCaseError } from './use-case-error.ts';

/** How a workspace is set up, and what wants looking after. */
export interface WorkspaceOverview {
  /** Of messages to channels. */
  readonly language: Language;
  readonly customers: number;
  /** Sample customers that are still on file. */
  readonly samples: number;
  /** When everybody was graded last as of a night or a command; undefined: never. */
  readonly gradedAt: Date | undefined;
  /** Messages that do not get through: how many, and the latest. */
  readonly parked: { readonly count: number; readonly latest: readonly ParkedMessage[] };
  /** The latest import; null when none is known. */
  readonly lastImport: {
    readonly id: string;
    readonly at: Date;
    readonly added: number;
    /** Whether it can still be taken back from Slack. */
    readonly canBeUndone: boolean;
  } | null;
  /** Who gets digests, when (HH:MM, the member's zone), and in which channel; null: as a direct message. */
  readonly digests: readonly {
    readonly member: MemberRecord;
    readonly at: string;
    readonly channel: string | null;
  }[];
  /** Whose last digest did not arrive. */
  readonly digestTroubles: readonly (DigestTrouble & { readonly member: MemberRecord })[];
}

const MOST_PARKED = 10;

/** How the workspace is set up. For admins: throws {@link UseCaseError} `admins-only`. */
export async function workspaceOverview({ actor, clock, db }: UseCaseContext): Promise<WorkspaceOverview> {
  const { workspaceId } = actor;
  if (actor.role !== 'admin') throw new UseCaseError('admins-only', '');
  const undo = await findImportUndo(db, workspaceId);
  const members = new Map((await findMemberRecords(db, workspaceId)).map((member) => [member.id, member]));
  return {
    language: languageOf(await findWorkspaceLocale(db, workspaceId)),
    customers: await countCustomers(db, workspaceId),
    samples: await countSamples(db, workspaceId),
    gradedAt: await findLatestMoment(db, workspaceId, 'regraded'),
    parked: await findParkedMessages(db, workspaceId, MOST_PARKED),
    lastImport:
      undo === undefined
        ? null
        : {
            id: undo.id,
            at: undo.importedAt,
            added: undo.added.length,
            canBeUndone: clock.now().getTime() - undo.importedAt.getTime() <= UNDO_MINUTES * 60_000,
          },
    digests: (await findDigestReaders(db, workspaceId, clock.now())).flatMap(({ at, channel, memberId }) => {
      const member = members.get(memberId);
      return member === undefined ? [] : [{ at, channel, member }];
    }),
    digestTroubles: (await findDigestTroubles(db, workspaceId)).flatMap((trouble) => {
      const member = members.get(trouble.memberId);
      return member === undefined ? [] : [{ ...trouble, member }];
    }),
  };
}

/** Says in which language messages to channels are. Throws {@link UseCaseError} `admins-only` or `unknown-locale`. */
export async function setWorkspaceLanguage({ actor, clock, db }: UseCaseContext, locale: string): Promise<void> {
  const { memberId, workspaceId } = actor;
  if (actor.role !== 'admin') throw new UseCaseError('admins-only', '');
  const language = LANGUAGES.find((each) => each === locale);
  if (language === undefined) throw new UseCaseError('unknown-locale', locale);
  await db.transaction().execute(async (within) => {
    await saveWorkspaceLocale(within, workspaceId, language);
    const event = { workspaceId, memberId, action: 'workspace-changed', detail: { locale: language } } as const;
    await recordAuditEvent(within, event, clock.now());
  });
}

/** Lets a message that did not get through be tried again; false when it is not parked. Throws {@link UseCaseError} `admins-only`. */
export async function tryDeliveryAgain({ actor, clock, db }: UseCaseContext, id: string): Promise<boolean> {
  const { memberId, workspaceId } = actor;
  if (actor.role !== 'admin') throw new UseCaseError('admins-only', '');
  return db.transaction().execute(async (within) => {
    const isParked = await unparkMessage(within, { workspaceId, id }, clock.now());
    if (!isParked) return false;
    const event = { workspaceId, memberId, action: 'delivery-tried-again', subjectId: id } as const;
    await recordAuditEvent(within, event, clock.now());
    return true;
  });
}
