import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import type { ContactOutcome } from '../../core/follow-ups/contact-outcome.ts';
import type { ContactMethod } from '../../core/grading/contact-methods.ts';
import type { Database } from './database.ts';
import { inChunks } from './in-chunks.ts';
import { json, storableText } from './json-column.ts';

/** A contact with a customer, or an attempt at one. */
export interface Interaction {
  /** UUIDv7. */
  readonly id: string;
  readonly customerId: string;
  /** Null for the command line and samples. */
  readonly memberId: string | null;
  readonly happenedOn: CalendarDate;
  readonly method: ContactMethod;
  readonly outcome: ContactOutcome;
  /** What happened, in the person's words. */
  readonly note: string | null;
  /** The day that was agreed on for the next one. */
  readonly nextOn: CalendarDate | null;
  /** 1–5. */
  readonly satisfaction: number | null;
  readonly source: 'slack' | 'cli' | 'sample';
  /** The Slack message that it was logged from. */
  readonly link: string | null;
  readonly loggedAt: Date;
}

/** Writes an interaction down, within the transaction that brings the customer's days up to date. */
export async function insertInteraction(db: Database, workspaceId: string, interaction: Interaction): Promise<void> {
  const { note, link } = interaction;
  await db
    .insertInto('interaction')
    .values({
      workspace_id: workspaceId,
      id: interaction.id,
      customer_id: interaction.customerId,
      member_id: interaction.memberId,
      happened_on: interaction.happenedOn,
      method: interaction.method,
      outcome: interaction.outcome,
      note: note === null ? null : storableText(note),
      next_on: interaction.nextOn,
      satisfaction: interaction.satisfaction,
      source: interaction.source,
      link: link === null ? null : storableText(link),
      logged_at: interaction.loggedAt,
    })
    .execute();
}

/** Writes many interactions down at once. */
export async function insertInteractions(
  db: Database,
  workspaceId: string,
  interactions: readonly Interaction[],
): Promise<void> {
  for (const chunk of inChunks(interactions, ROWS_PER_STATEMENT)) {
    await sql`
      insert into interaction (workspace_id, id, customer_id, member_id, happened_on, method, outcome, note, next_on,
        satisfaction, source, link, logged_at)
      select ${workspaceId}, r.id, r."customerId", r."memberId", r."happenedOn", r.method, r.outcome, r.note, r."nextOn",
        r.satisfaction, r.source, r.link, r."loggedAt"
      from json_to_recordset(${json(chunk)}::json) as r (id uuid, "customerId" uuid, "memberId" uuid,
        "happenedOn" date, method text, outcome text, note text, "nextOn" date, satisfaction smallint, source text,
        link text, "loggedAt" timestamptz)`.execute(db);
  }
}

const ROWS_PER_STATEMENT = 2000;

/** Takes an interaction back; its row stays. False when it was taken back before, or there is none. */
export async function undoInteraction(db: Database, workspaceId: string, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update interaction set undone_at = ${at}
    where workspace_id = ${workspaceId} and id = ${id} and undone_at is null`.execute(db);
  return numAffectedRows === 1n;
}

/** The interaction with this id unless it was taken back; undefined when there is none. */
export async function findInteraction(db: Database, workspaceId: string, id: string): Promise<Interaction | undefined> {
  const { rows } = await sql<Interaction>`
    select ${INTERACTION} from interaction
    where workspace_id = ${workspaceId} and id = ${id} and undone_at is null`.execute(db);
  return rows[0];
}

/** A customer's interactions, those of customers that were merged into it among them, latest first, at most `limit`; none that was taken back. */
export async function findInteractions(
  db: Database,
  workspaceId: string,
  customerId: string,
  limit: number,
): Promise<Interaction[]> {
  const { rows } = await sql<Interaction>`
    select ${INTERACTION} from interaction
    where workspace_id = ${workspaceId} and undone_at is null
      and customer_id in (select c.id from customer c where c.workspace_id = ${workspaceId}
        and (c.id = ${customerId}::uuid or c.merged_into = ${customerId}::uuid))
    order by happened_on desc, logged_at desc limit ${limit}`.execute(db);
  return rows;
}

const INTERACTION = sql.raw(`id, customer_id as "customerId", member_id as "memberId", happened_on as "happenedOn",
  method, outcome, note, next_on as "nextOn", satisfaction, source, link, logged_at as "loggedAt"`);
