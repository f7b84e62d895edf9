import type { Health } from '../blocks/home/workspace-blocks.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { TableUpload } from '../read-upload.ts';
import type { Actor, UseCaseContext } from '../use-cases/context.ts';
import type { CustomerCard, CustomerSearch } from '../use-cases/customer-card.ts';
import type { SlackProfile } from '../use-cases/members.ts';
import type { OverrideRequest } from '../use-cases/override-tier.ts';
import type { RepDayAsked } from '../use-cases/plan-rep-day.ts';
import type { ListsAsked, PostedLists } from '../use-cases/posted-lists.ts';
import type { TableFileOptions } from '../use-cases/read-source.ts';
import type { RepDay } from '../use-cases/rep-day.ts';
import type { Supposed } from '../use-cases/suppose.ts';
import type { TablePreview, TableResult } from '../use-cases/table-preview.ts';
import type { ConversationUseCases } from './conversation-use-cases.ts';
import type { DigestUseCases } from './digest-use-cases.ts';
import type { FileUseCases } from './file-use-cases.ts';
import type { FollowUpUseCases } from './follow-up-use-cases.ts';
import type { HomeUseCases } from './home-use-cases.ts';
import type { People } from './people.ts';
import type { ServiceUseCases } from './service-use-cases.ts';

/** The installation that the bot token belongs to, as `auth.test` tells it. */
export interface Workspace {
  /** Slack's team id. */
  readonly id: string;
  /** Set on Enterprise Grid, where people of other workspaces in the same organisation are colleagues. */
  readonly enterpriseId: string | null;
}

/** What the listeners ask of the product, one function a use case. */
export interface UseCases
  extends ConversationUseCases,
    DigestUseCases,
    FileUseCases,
    FollowUpUseCases,
    HomeUseCases,
    ServiceUseCases {
  findCustomers(context: UseCaseContext, query: string): Promise<CustomerSearch>;
  /** Undefined when there is no such customer in the actor's workspace. */
  showCustomer(context: UseCaseContext, customerId: string): Promise<CustomerCard | undefined>;
  /** What the customer would get if its values were those of the text; undefined while it is ungraded or not on file. */
  suppose(context: UseCaseContext, customerId: string, text: string): Promise<Supposed | undefined>;
  /** Whom to contact on a day. Throws UseCaseError. */
  planRepDay(context: UseCaseContext, asked: RepDayAsked): Promise<RepDay>;
  /** The daily lists of the present day in which customers stand. */
  postedLists(context: UseCaseContext, asked: ListsAsked): Promise<PostedLists>;
  /** The member that a mention or a name means; undefined for nobody who uses Tierbook. */
  findRep(context: UseCaseContext, text: string): Promise<{ readonly id: string } | undefined>;
  /** Sets a tier by hand. Throws UseCaseError. */
  setOverride(context: UseCaseContext, request: OverrideRequest): Promise<unknown>;
  /** Takes it back. Throws UseCaseError. */
  withdrawOverride(context: UseCaseContext, customerId: string): Promise<void>;
  /** How a table's file is read and what importing it would do; writes nothing. */
  previewTable(context: UseCaseContext, upload: TableUpload, options: TableFileOptions): Promise<TablePreview>;
  /** Takes a table's customers over. Throws UnusableTableError with a sentence for the person. */
  importTable(context: UseCaseContext, upload: TableUpload, options: TableFileOptions): Promise<TableResult>;
  /** How many sample customers are still on file. */
  countSamples(context: UseCaseContext): Promise<number>;
  /** The member behind a Slack user, made a rep on first use, or an admin where the settings or Slack say so. */
  recogniseMember(workspaceId: string, profile: SlackProfile): Promise<Actor>;
  /** Takes over what Slack says of somebody who is a member already; nothing happens for others. */
  profileChanged(workspaceId: string, profile: SlackProfile, isDeactivated: boolean): Promise<void>;
}

/** Everything a listener may use besides what Bolt hands it. */
export interface Services {
  readonly workspace: Workspace;
  readonly db: UseCaseContext['db'];
  readonly clock: Clock;
  readonly log: Logger;
  readonly people: People;
  readonly useCases: UseCases;
  /** Whether the parts of the service work right now. */
  readonly health: () => Promise<Health>;
  /** Tierbook's version, as in its package. */
  readonly version: string;
  /** Whether tables that are posted to the bot are read. */
  readonly takesFiles: boolean;
  /**
   * How long *Why?* may take before a modal that says "one moment" is opened in its place, because the `trigger_id` dies
   * after 3 s.
   */
  readonly loadingAfterMs: number;
}
