import type { DigestMove, DigestMoves, MoveWhy } from '../../core/digest/digest.ts';
import { type MoveKind, moveKinds } from '../../core/digest/move-kinds.ts';
import { movesOf } from '../../core/digest/moves-of.ts';
import { type CompiledScheme, compileScheme } from '../../core/grading/compile-scheme.ts';
import { moveDriver } from '../../core/grading/move-driver.ts';
import { type MoveReason, strongestReason } from '../../core/grading/move-reason.ts';
import { importanceFields } from '../../core/grading/mover-importance.ts';
import type { Database } from '../store/database.ts';
import {
  type BookChanges,
  findFitted,
  findMoveHistory,
  findMovers,
  findMoves,
  type MoveHistory,
  type MoverRow,
  type ReachSince,
} from '../store/digest-moves.ts';
import type { Page, PageWanted } from '../store/digest-page.ts';
import type { DigestBasis } from './digest-basis.ts';

/** Who moved between the two moments, with the `most` weightiest of each direction and why they did. */
export async function digestMoves(
  db: Database,
  basis: DigestBasis,
  reach: ReachSince,
  changes: BookChanges,
  most: number,
): Promise<{ readonly up: DigestMoves; readonly down: DigestMoves }> {
  const kinds = kindsOf(basis, changes);
  const about = { kinds, valueFields: valueFieldsOf(basis), date: basis.date };
  const { totals, movers } = await findMoves(db, reach, about, most);
  const first = (await withReasons(db, reach, movers)).map(({ move }) => move);
  return {
    up: movesOf('up', kinds, totals, first, basis.schemes),
    down: movesOf('down', kinds, totals, first, basis.schemes),
  };
}

/** A mover with why it moved. */
export interface ReasonedMove {
  readonly row: MoverRow;
  readonly move: DigestMove;
}

/** Which moves are wanted; what is undefined does not matter. */
export interface MovesWanted {
  readonly direction?: 'up' | 'down' | undefined;
  /** Out of the best tier (falls) or into it (rises). */
  readonly ofBest?: boolean | undefined;
  /** Tiers by id: the one that was left, the one that was come to, and one that is either. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly either?: string | undefined;
}

/** A page of those who moved as is wanted, the weightiest first, with why they did. */
export async function pageOfMoves(
  db: Database,
  basis: DigestBasis,
  reach: ReachSince,
  changes: BookChanges,
  moves: MovesWanted,
  wanted: PageWanted,
): Promise<Page<ReasonedMove>> {
  const kinds = kindsOf(basis, changes).filter((kind) => isWanted(kind, moves));
  const { total, rows } = await findMovers(db, reach, { kinds, valueFields: valueFieldsOf(basis) }, wanted);
  return { total, rows: await withReasons(db, reach, rows) };
}

function isWanted({ direction, from, isBest, to }: MoveKind, wanted: MovesWanted): boolean {
  return (
    (wanted.direction === undefined || direction === wanted.direction) &&
    (isBest || wanted.ofBest !== true) &&
    (wanted.from === undefined || from.tier === wanted.from) &&
    (wanted.to === undefined || to.tier === wanted.to) &&
    (wanted.either === undefined || from.tier === wanted.either || to.tier === wanted.either)
  );
}

function kindsOf({ schemes, schemesBefore }: DigestBasis, { transitions }: BookChanges): MoveKind[] {
  return moveKinds(transitions, schemes, schemesBefore);
}

function valueFieldsOf({ schemes }: DigestBasis): string[] {
  return importanceFields(schemes.customers === undefined ? [] : [schemes.customers]);
}

async function withReasons(db: Database, reach: ReachSince, rows: readonly MoverRow[]): Promise<ReasonedMove[]> {
  if (rows.length === 0) return [];
  const histories = await findMoveHistory(
    db,
    reach,
    rows.map(({ customerId }) => customerId),
  );
  const runIds = [...new Set([...histories.values()].map(({ runId }) => runId))];
  const fitted = await findFitted(db, reach.workspaceId, runIds);
  // dear, so once for each scheme however many it moved
  const compiled = new Map([...fitted].map(([runId, each]) => [runId, compileScheme(each)]));
  return rows.map((row) => {
    const history = histories.get(row.customerId);
    const { customerId, name, ownerId, stage, tier, status, fromTier, fromStatus, direction, value } = row;
    const move: DigestMove = {
      customerId,
      name,
      ownerId,
      stage,
      from: { tier: fromTier, status: fromStatus },
      to: { tier, status },
      direction,
      isOutOfBest: row.isBest && direction === 'down',
      value,
      why: whyOf(row, history, history && compiled.get(history.runId)),
    };
    return { row, move };
  });
}

function whyOf(
  { direction }: MoverRow,
  history: MoveHistory | undefined,
  compiled: CompiledScheme | undefined,
): MoveWhy | null {
  if (history === undefined || compiled === undefined) return null;
  const { cause, inputs, inputsBefore } = history;
  const isByFacts = cause === 'facts' && inputs !== null && inputsBefore !== null;
  const driver = isByFacts ? moveDriver(compiled, inputsBefore, inputs) : null;
  const reason = driver === null ? reasonOf(history, compiled, direction) : null;
  return { cause, driver, reason, fitted: compiled.fitted };
}

function reasonOf(
  { held, inputs }: MoveHistory,
  compiled: CompiledScheme,
  direction: 'up' | 'down',
): MoveReason | null {
  if (inputs === null) return null;
  const grade = compiled.grade(inputs);
  if (held !== null) return { kind: 'held', by: held, computed: grade.tier };
  return strongestReason(compiled, inputs, grade, { direction });
}
