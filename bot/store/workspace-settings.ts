import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { WorkWeek } from './work-days.ts';
import type { StabilityByScheme } from './workspace-tables.ts';

/** What a workspace has chosen to grade by; null: nothing yet. */
export interface ChosenSchemes {
  readonly customerScheme: string | null;
  readonly prospectScheme: string | null;
  readonly stability: StabilityByScheme;
}

/** All of a workspace that days are planned by. */
export interface WorkspaceSettings extends ChosenSchemes {
  /** The minutes that a day has for contacts, where a member's are not set. */
  readonly dayMinutes: number;
  readonly week: WorkWeek;
  /** Since when everybody's follow-ups are to be made anew; null: they are not. */
  readonly staleAt: Date | null;
  /** Whether there are runs whose grades follow-ups do not have. */
  readonly hasUnplannedRuns: boolean;
  /** Since when the book is known; null: it is not known yet. */
  readonly historyFrom: Date | null;
}

/** A workspace's settings, in one statement; those of a new one when there is no such workspace. */
export async function findWorkspaceSettings(db: Database, workspaceId: string): Promise<WorkspaceSettings> {
  const { rows } = await sql<Omit<WorkspaceSettings, 'week'> & WorkWeek>`
    select customer_scheme as "customerScheme", prospect_scheme as "prospectScheme", scheme_stability as stability,
      day_minutes as "dayMinutes", country, weekend, follow_ups_stale_at as "staleAt",
      exists (
        select from grading_run r where r.workspace_id = w.id and not r.is_planned
      ) as "hasUnplannedRuns",
      case when history_from is distinct from 'infinity' then coalesce(history_from, created_at) end as "historyFrom"
    from workspace w where w.id = ${workspaceId}`.execute(db);
  const [row] = rows;
  if (row === undefined) return NEW_WORKSPACE;
  const { country, weekend, ...settings } = row;
  return { ...settings, week: { country, weekend } };
}

const NEW_WORKSPACE: WorkspaceSettings = {
  customerScheme: null,
  prospectScheme: null,
  stability: {},
  dayMinutes: 480,
  week: { country: null, weekend: [6, 7] },
  staleAt: null,
  hasUnplannedRuns: false,
  historyFrom: null,
};
