import { sql } from 'kysely';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { Database } from './database.ts';
import { type RunAt, runInForce } from './digest-runs.ts';
import { readSchemes } from './known-schemes.ts';
import { MEMBER_RECORD, type MemberRecord } from './members.ts';

/** By what a rep's book is counted and told. */
export interface RepBookBasis {
  readonly member: MemberRecord;
  /** The minutes that a day has for contacts, where the member's are not set. */
  readonly workdayMinutes: number;
  /** Whether there are gradings, or a choice, that follow-ups do not know of. */
  readonly isBehind: boolean;
  /** Since when the book is known; null: it is not known yet. */
  readonly historyFrom: Date | null;
  /** In force at the moment, by stage; stages that had never been graded by then are left out. */
  readonly runs: readonly Pick<RunAt, 'stage' | 'fitted'>[];
}

/** All that a rep's book at the moment `asOf` is made from, in one statement; undefined when the workspace has no such member. */
export async function findRepBookBasis(
  db: Database,
  workspaceId: string,
  memberId: string,
  asOf: Date,
): Promise<RepBookBasis | undefined> {
  const { document, schemeOf } = readSchemes();
  const { rows } = await sql<
    MemberRecord & Omit<RepBookBasis, 'member' | 'runs'> & { readonly runs: readonly StoredRun[] | null }
  >`
    select m.*, w.day_minutes as "workdayMinutes",
      w.follow_ups_stale_at is not null or exists (
        select from grading_run r where r.workspace_id = w.id and not r.is_planned
      ) as "isBehind",
      case when w.history_from is distinct from 'infinity' then coalesce(w.history_from, w.created_at) end as "historyFrom",
      (
        select json_agg(json_build_object('stage', r.stage, 'digest', s.digest, 'cutPoints', r.cut_points, 'document', ${document}))
        from (values ('prospect'), ('customer')) as t (stage)
        cross join lateral (${runInForce(workspaceId, { stage: sql`t.stage`, at: sql`${asOf}::timestamptz` })}) r
        join scheme s on s.workspace_id = r.workspace_id and s.digest = r.scheme_digest
      ) as runs
    from (select ${MEMBER_RECORD} from member where workspace_id = ${workspaceId} and id = ${memberId}::uuid) m
    join workspace w on w.id = ${workspaceId}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { historyFrom, isBehind, runs, workdayMinutes, ...member } = row;
  return {
    member,
    workdayMinutes,
    isBehind,
    historyFrom,
    runs: (runs ?? []).map(({ cutPoints, stage, ...read }) => ({
      stage,
      fitted: { ...cutPoints, scheme: schemeOf(read) },
    })),
  };
}

interface StoredRun extends Pick<RunAt, 'stage'> {
  readonly digest: string;
  readonly cutPoints: Omit<FittedScheme, 'scheme'>;
  readonly document: Scheme | null;
}
