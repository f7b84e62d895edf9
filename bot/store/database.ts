import type { Kysely } from 'kysely';
import type { AbsenceTable, CalendarDayTable } from './calendar-tables.ts';
import type { CustomerSearchTable, CustomerTermTable } from './customer-search-tables.ts';
import type { ContactPersonTable, CustomerMergeTable, CustomerTable } from './customer-tables.ts';
import type { DeliveryTable } from './delivery-tables.ts';
import type { DigestSettingTable, PostedCardTable } from './digest-tables.ts';
import type {
  BookHistoryTable,
  ComplaintTable,
  FollowUpTable,
  InteractionTable,
  MemberActionTable,
  ProspectEndTable,
  ServiceMeasureTable,
  SurveyResultTable,
} from './follow-up-tables.ts';
import type {
  CustomerSegmentTable,
  GradeChangeTable,
  GradeTable,
  GradingRunTable,
  SchemeTable,
  SegmentationRunTable,
  TierOverrideTable,
} from './grading-tables.ts';
import type { PurchaseMeasureTable, PurchaseTable } from './purchase-tables.ts';
import type {
  ConnectedSheetRemovedTable,
  ConnectedSheetRowTable,
  ConnectedSheetSaidTable,
  ConnectedSheetTable,
  SheetsQuotaTable,
} from './sheets-tables.ts';
import type { AuditEventTable, MemberTable, OwnerLinkTable, WorkspaceTable } from './workspace-tables.ts';

/** Every table of the database, by name. */
export interface Tables {
  workspace: WorkspaceTable;
  member: MemberTable;
  audit_event: AuditEventTable;
  customer: CustomerTable;
  contact_person: ContactPersonTable;
  customer_merge: CustomerMergeTable;
  customer_search: CustomerSearchTable;
  customer_term: CustomerTermTable;
  scheme: SchemeTable;
  grading_run: GradingRunTable;
  grade: GradeTable;
  grade_change: GradeChangeTable;
  segmentation_run: SegmentationRunTable;
  customer_segment: CustomerSegmentTable;
  tier_override: TierOverrideTable;
  purchase: PurchaseTable;
  purchase_measure: PurchaseMeasureTable;
  follow_up: FollowUpTable;
  interaction: InteractionTable;
  complaint: ComplaintTable;
  survey_result: SurveyResultTable;
  prospect_end: ProspectEndTable;
  service_measure: ServiceMeasureTable;
  member_action: MemberActionTable;
  calendar_day: CalendarDayTable;
  absence: AbsenceTable;
  owner_link: OwnerLinkTable;
  delivery: DeliveryTable;
  book_history: BookHistoryTable;
  digest_setting: DigestSettingTable;
  posted_card: PostedCardTable;
  sheets_quota: SheetsQuotaTable;
  connected_sheet: ConnectedSheetTable;
  connected_sheet_row: ConnectedSheetRowTable;
  connected_sheet_removed: ConnectedSheetRemovedTable;
  connected_sheet_said: ConnectedSheetSaidTable;
}

/** An open database, or a transaction on one: store functions take either first. */
export type Database = Kysely<Tables>;
