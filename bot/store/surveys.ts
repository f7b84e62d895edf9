import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { FactValue } from '../../core/customer.ts';
import type { Database } from './database.ts';
import { json, storableText } from './json-column.ts';

/** How satisfied a customer said it was. */
export interface SurveyResult {
  readonly id: string;
  readonly customerId: string;
  readonly memberId: string | null;
  readonly surveyedOn: CalendarDate;
  /** 1–5. */
  readonly score: number;
  readonly comment: string | null;
  /** What the customer's own table stated at that time; null for nothing. */
  readonly stated: FactValue | null;
  readonly recordedAt: Date;
}

/** Puts a survey's result down. */
export async function insertSurvey(db: Database, workspaceId: string, survey: SurveyResult): Promise<void> {
  const comment = survey.comment === null ? null : storableText(survey.comment);
  await sql`
    insert into survey_result (workspace_id, id, customer_id, member_id, surveyed_on, score, comment, stated, recorded_at)
    values (${workspaceId}, ${survey.id}, ${survey.customerId}, ${survey.memberId}, ${survey.surveyedOn}, ${survey.score},
      ${comment}, ${survey.stated === null ? null : json(survey.stated)}::jsonb, ${survey.recordedAt})`.execute(db);
}

/** Takes a survey's result back; false when it had been before. */
export async function undoSurvey(db: Database, workspaceId: string, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update survey_result set undone_at = ${at}
    where workspace_id = ${workspaceId} and id = ${id} and undone_at is null`.execute(db);
  return numAffectedRows === 1n;
}

/** The latest result of a customer, or of one that was merged into it; undefined when it was never asked. */
export async function findLatestSurvey(
  db: Database,
  workspaceId: string,
  customerId: string,
): Promise<SurveyResult | undefined> {
  const { rows } = await sql<SurveyResult>`
    select id, customer_id as "customerId", member_id as "memberId", surveyed_on as "surveyedOn", score, comment, stated,
      recorded_at as "recordedAt"
    from survey_result
    where workspace_id = ${workspaceId} and undone_at is null
      and customer_id in (select id from customer where workspace_id = ${workspaceId}
        and (id = ${customerId}::uuid or merged_into = ${customerId}::uuid))
    order by surveyed_on desc, recorded_at desc, id desc limit 1`.execute(db);
  return rows[0];
}
