import type { CalendarDate } from '../../core/calendar-date.ts';
import { CUSTOMER_STAGE, type CustomerStage } from '../../core/customer-stage.ts';
import { type CompiledScheme, compileScheme } from '../../core/grading/compile-scheme.ts';
import { schemeFitter } from '../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { criteriaRead } from '../../core/grading/scheme-inputs.ts';
import { segmentDetails } from '../../core/grading/segment-details.ts';
import type { Customer } from '../store/customers.ts';
import type { Database } from '../store/database.ts';
import { findGradingRun } from '../store/grades.ts';
import { readGradingColumns } from '../store/grading-columns.ts';
import { findFacts } from '../store/grading-subjects.ts';
import { newId } from '../store/new-id.ts';
import {
  findFittedSegments,
  findLabels,
  findSegmentations,
  insertSegmentation,
  keepSegments,
  type Segmentation,
  saveLabels,
} from '../store/segments.ts';
import type { UseCaseContext } from './context.ts';
import type { CardSegment } from './customer-card.ts';
import { segmentsInUse } from './schemes-in-use.ts';

/** One segment while its labels are given out. */
interface LabelledSegment {
  readonly compiled: CompiledScheme;
  /** Customers by label; those without one by the empty text. */
  readonly counts: Record<string, number>;
}

/**
 * Puts all customers into the segments that the workspace uses, each against all of them; within the caller's
 * transaction, which holds the workspace's lock. Who cannot be placed has no label. Prospects have labels in segments
 * that ask which stage a customer is in, and are nobody's yardstick. Customers stream through twice, however many segments
 * there are.
 */
export async function segmentCustomers(context: UseCaseContext, asOf: CalendarDate): Promise<void> {
  const { db, actor, clock } = context;
  const { workspaceId } = actor;
  const now = clock.now();
  const segments = await segmentsInUse(db, workspaceId);
  await keepSegments(
    db,
    workspaceId,
    segments.map(({ id }) => id),
  );
  if (segments.length === 0) return;
  const currency = (await findGradingRun(db, workspaceId, { latestOf: 'customer' }))?.fitted.currency ?? null;
  const fitters = segments.map((segment) => schemeFitter(segment, { asOf, currency }));
  for await (const { columns } of readGradingColumns(db, workspaceId, 'customer', idsRead(segments))) {
    for (const fitter of fitters) fitter.addColumns(columns);
  }
  const segmentations = fitters.map(
    (fitter): LabelledSegment => ({ compiled: compileScheme(fitter.finish()), counts: {} }),
  );
  const ofProspects = segmentations.filter(({ compiled }) => placesProspects(compiled.fitted.scheme));
  const customers = await labelStage(context, 'customer', segmentations);
  const prospects = await labelStage(context, 'prospect', ofProspects);
  for (const segmentation of segmentations) {
    const isOfNobody = customers === 0 && (prospects === 0 || !ofProspects.includes(segmentation));
    if (isOfNobody) continue;
    const { compiled, counts } = segmentation;
    await insertSegmentation(db, workspaceId, { id: newId(now), fitted: compiled.fitted, counts, madeAt: now });
  }
}

/**
 * Puts one customer whose stage has changed into the segments that its new stage has, by the latest segmentations; within the
 * caller's transaction. The next grading of everybody does it again by cut points that count it in.
 */
export async function segmentOne(
  { db, actor, clock }: UseCaseContext,
  { id, stage, status }: Pick<Customer, 'id' | 'stage' | 'status'>,
): Promise<void> {
  if (status !== 'active') return;
  const { workspaceId } = actor;
  const facts = await findFacts(db, workspaceId, id);
  if (facts === undefined) return;
  const inUse = new Set((await segmentsInUse(db, workspaceId)).map((segment) => segment.id));
  for (const fitted of await findFittedSegments(db, workspaceId)) {
    const { scheme } = fitted;
    if (!inUse.has(scheme.id)) continue;
    const isPlaced = stage === 'customer' || placesProspects(scheme);
    const label = isPlaced ? compileScheme(fitted).grade(facts).tier : null;
    await saveLabels(db, workspaceId, scheme.id, [{ customerId: id, label }], clock.now());
  }
}

/** Whether a segment asks which stage a customer is in. */
function placesProspects(segment: Scheme): boolean {
  return criteriaRead(segment).includes(CUSTOMER_STAGE);
}

/** The latest segmentation of each segment, by segment. */
export function segmentationsOf(db: Database, workspaceId: string): Promise<Map<string, Segmentation>> {
  return findSegmentations(db, workspaceId);
}

/** Gives everybody of a stage the label of each segment; returns how many there are. */
async function labelStage(
  { db, actor, clock }: UseCaseContext,
  stage: CustomerStage,
  segmentations: readonly LabelledSegment[],
): Promise<number> {
  const { workspaceId } = actor;
  if (segmentations.length === 0) return 0;
  let people = 0;
  const read = idsRead(segmentations.map(({ compiled }) => compiled.fitted.scheme));
  for await (const { columns, idAt } of readGradingColumns(db, workspaceId, stage, read)) {
    people += columns.size;
    for (const { compiled, counts } of segmentations) {
      const { scheme } = compiled.fitted;
      const labels = Array.from(compiled.gradeColumns(columns).tiers, (tier, place) => ({
        customerId: idAt(place),
        label: scheme.tiers[tier]?.id ?? null,
      }));
      for (const { label } of labels) counts[label ?? ''] = (counts[label ?? ''] ?? 0) + 1;
      await saveLabels(db, workspaceId, scheme.id, labels, clock.now());
    }
  }
  return people;
}

function idsRead(segments: readonly Scheme[]): string[] {
  return [...new Set(segments.flatMap(criteriaRead))];
}

/** The segments that a customer is in, in the order in which the workspace has them, with their titles and what stands behind them. */
export async function segmentsOfCustomer(
  db: Database,
  workspaceId: string,
  customerId: string,
): Promise<CardSegment[]> {
  const found = await findLabels(db, workspaceId, customerId);
  if (found.length === 0) return [];
  const order = new Map((await segmentsInUse(db, workspaceId)).map(({ id }, place) => [id, place]));
  const labels = found.toSorted((one, other) => (order.get(one.segment) ?? 0) - (order.get(other.segment) ?? 0));
  const hasDetails = labels.some(({ fitted }) => fitted.scheme.details !== undefined);
  const facts = hasDetails ? await findFacts(db, workspaceId, customerId) : undefined;
  return labels.flatMap(({ label, fitted }) => {
    const { scheme } = fitted;
    const titles = scheme.tiers.find(({ id }) => id === label)?.titles;
    if (titles === undefined) return [];
    const details = facts === undefined ? [] : segmentDetails(fitted, label, facts);
    return [{ segment: scheme.titles, label: titles, ...(details.length > 0 && { details }) }];
  });
}
