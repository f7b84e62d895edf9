import type { Scheme } from '../../core/grading/scheme.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import type { StabilityChange } from '../../core/grading/scheme-stability.ts';
import type { Language } from '../../core/text/language.ts';
import type { UnknownOwnerShown } from '../blocks/home/member-blocks.ts';
import type { AbsenceRequest } from '../use-cases/absences.ts';
import type { CalendarOverview } from '../use-cases/calendar-overview.ts';
import type { CapacityProposal } from '../use-cases/capacity.ts';
import type { SchemeUse } from '../use-cases/check-usable.ts';
import type { ConnectRequest, SheetConnected, SheetPreview, ShownSheet } from '../use-cases/connect-sheet.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { GradingSummary } from '../use-cases/grade-stage.ts';
import type { HandOver, HandOverProposal } from '../use-cases/hand-over-book.ts';
import type { ListedMember } from '../use-cases/list-members.ts';
import type { PublicationSimulated, Published, SchemeToPublish } from '../use-cases/publish-scheme.ts';
import type { SheetPull } from '../use-cases/pull-sheet.ts';
import type { RepBook } from '../use-cases/rep-book.ts';
import type { SchemesOverview } from '../use-cases/schemes-overview.ts';
import type { MemberChange } from '../use-cases/set-member.ts';
import type { TeamBoard } from '../use-cases/team-board.ts';
import type { DayRange, WorkWeekChange } from '../use-cases/work-week.ts';
import type { WorkspaceOverview } from '../use-cases/workspace-overview.ts';

/** What the pages of the Home tab ask of the product. Those that act throw UseCaseError. */
export interface HomeUseCases {
  /** A rep's book; throws UseCaseError where the actor may not see it, or nothing is known yet. */
  repBook(context: UseCaseContext, memberId: string): Promise<RepBook>;
  /** The actor's team; throws UseCaseError for who has none, or where nothing is known yet. */
  teamBoard(context: UseCaseContext): Promise<TeamBoard>;
  schemesOverview(context: UseCaseContext): Promise<SchemesOverview>;
  /** Documents that can be put to use: the workspace's own, and those that come with Tierbook. */
  schemesToChoose(context: UseCaseContext): Promise<{
    readonly own: readonly AnyScheme[];
    readonly builtIn: readonly AnyScheme[];
  }>;
  /** What was in use before; undefined for nothing. */
  schemeBefore(context: UseCaseContext, use: 'prospects' | 'customers'): Promise<Scheme | undefined>;
  simulatePublication(context: UseCaseContext, scheme: AnyScheme, use: SchemeUse): Promise<PublicationSimulated>;
  /** Undefined when the document is no longer kept. */
  simulateAgain(context: UseCaseContext, toPublish: SchemeToPublish): Promise<PublicationSimulated | undefined>;
  publishScheme(
    context: UseCaseContext,
    toPublish: SchemeToPublish,
    options?: { readonly anyway?: boolean },
  ): Promise<Published>;
  setStability(context: UseCaseContext, use: 'prospects' | 'customers', stability: StabilityChange): Promise<void>;
  /** Grades everybody again; what that came to. */
  gradeCustomers(context: UseCaseContext): Promise<readonly GradingSummary[]>;
  /** Takes a document of segments out of use; false when it was not in use. */
  dropSegmentScheme(context: UseCaseContext, id: string): Promise<boolean>;
  listMembers(context: UseCaseContext): Promise<readonly ListedMember[]>;
  setMember(context: UseCaseContext, id: string, change: MemberChange): Promise<unknown>;
  setAbsence(context: UseCaseContext, request: AbsenceRequest): Promise<unknown>;
  endAbsence(context: UseCaseContext, memberId: string): Promise<unknown>;
  /** Who would get how much of a book; writes nothing. */
  proposeHandOver(context: UseCaseContext, memberId: string, heirIds: readonly string[]): Promise<HandOverProposal>;
  leaveTeam(context: UseCaseContext, memberId: string, heirIds: readonly string[]): Promise<HandOver>;
  bringBack(context: UseCaseContext, memberId: string): Promise<unknown>;
  unknownOwners(context: UseCaseContext): Promise<readonly UnknownOwnerShown[]>;
  /** How many customers went to the member. */
  linkOwner(context: UseCaseContext, text: string, memberId: string): Promise<number>;
  proposeBalance(context: UseCaseContext): Promise<CapacityProposal>;
  applyBalance(context: UseCaseContext): Promise<CapacityProposal>;
  calendarOverview(context: UseCaseContext): Promise<CalendarOverview>;
  setWorkWeek(context: UseCaseContext, change: WorkWeekChange): Promise<unknown>;
  setOwnDays(context: UseCaseContext, days: DayRange, kind: 'off' | 'working', title: string | null): Promise<unknown>;
  clearOwnDays(context: UseCaseContext, days: DayRange): Promise<unknown>;
  listSheets(context: UseCaseContext): Promise<readonly ShownSheet[]>;
  /** These ask Google, and throw SheetsError too. */
  previewSheet(context: UseCaseContext, request: ConnectRequest): Promise<SheetPreview>;
  connectSheet(context: UseCaseContext, request: ConnectRequest): Promise<SheetConnected>;
  pullSheet(context: UseCaseContext, sheetId: string, language: Language): Promise<SheetPull>;
  disconnectSheet(context: UseCaseContext, sheetId: string): Promise<ShownSheet>;
  workspaceOverview(context: UseCaseContext): Promise<WorkspaceOverview>;
  setWorkspaceLanguage(context: UseCaseContext, locale: string): Promise<void>;
  /** False when the message is not parked. */
  tryDeliveryAgain(context: UseCaseContext, id: string): Promise<boolean>;
  /** How many sample customers went. */
  removeSamples(context: UseCaseContext): Promise<number>;
}
