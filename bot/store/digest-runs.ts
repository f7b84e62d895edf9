import { type RawBuilder, sql } from 'kysely';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { Database } from './database.ts';
import { readSchemes } from './known-schemes.ts';

/** A stage's run that was in force at a moment. */
export interface RunAt {
  readonly stage: CustomerStage;
  readonly moment: 'asOf' | 'since';
  readonly fitted: FittedScheme;
}

/** The runs in force at each of these moments, of each stage; stages that had never been graded by then are left out. */
export async function findRunsAt(
  db: Database,
  workspaceId: string,
  { asOf, since }: { readonly asOf: Date; readonly since: Date | null },
): Promise<RunAt[]> {
  const { document, schemeOf } = readSchemes();
  const { rows } = await sql<Omit<RunAt, 'fitted'> & ReadRun>`
    select m.moment, r.stage, r.cut_points as "cutPoints", s.digest, ${document} as document
    from (values ('asOf', ${asOf}::timestamptz), ('since', ${since}::timestamptz)) as m (moment, at),
      (values ('prospect'), ('customer')) as t (stage)
    cross join lateral (${runInForce(workspaceId, { stage: sql`t.stage`, at: sql`m.at` })}) as r
    join scheme s on s.workspace_id = r.workspace_id and s.digest = r.scheme_digest`.execute(db);
  return rows.map(({ moment, stage, cutPoints, ...read }) => ({
    moment,
    stage,
    fitted: { ...cutPoints, scheme: schemeOf(read) },
  }));
}

interface ReadRun {
  readonly cutPoints: Omit<FittedScheme, 'scheme'>;
  readonly digest: string;
  readonly document: Scheme | null;
}

/** The run of a stage in force at a moment, as a query of at most one row; to be joined laterally. */
export function runInForce(
  workspaceId: string,
  { at, stage }: { readonly at: RawBuilder<unknown>; readonly stage: RawBuilder<unknown> },
): RawBuilder<unknown> {
  return sql`
    select * from grading_run r
    where r.workspace_id = ${workspaceId} and r.stage = ${stage} and r.graded_at <= ${at}
    order by r.graded_at desc, r.id desc limit 1`;
}
