import type { CalendarDate } from '../../core/calendar-date.ts';
import { compileScheme } from '../../core/grading/compile-scheme.ts';
import { schemeFitter } from '../../core/grading/fit-scheme.ts';
import type { Database } from '../store/database.ts';
import { findGradingRun } from '../store/grades.ts';
import { readGradingSubjects } from '../store/grading-subjects.ts';
import { newId } from '../store/new-id.ts';
import {
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

/**
 * Puts all customers into the segments that the workspace uses, each against all of them; within the caller's
 * transaction, which holds the workspace's lock. Who cannot be placed has no label. Customers stream through, twice a
 * segment.
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
  for (const segment of segments) {
    const read = segment.criteria.map(({ id }) => id);
    const fitter = schemeFitter(segment, { asOf, currency });
    for await (const part of readGradingSubjects(db, workspaceId, 'customer', read)) {
      for (const { facts } of part) fitter.add(facts);
    }
    const fitted = fitter.finish();
    if (fitted.population === 0) continue;
    const compiled = compileScheme(fitted);
    const counts: Record<string, number> = {};
    for await (const part of readGradingSubjects(db, workspaceId, 'customer', read)) {
      const labels = part.map(({ id, facts }) => ({ customerId: id, label: compiled.code(facts).tier }));
      for (const { label } of labels) if (label !== null) counts[label] = (counts[label] ?? 0) + 1;
      await saveLabels(db, workspaceId, segment.id, labels, now);
    }
    await insertSegmentation(db, workspaceId, { id: newId(now), fitted, counts, madeAt: now });
  }
}

/** The latest segmentation of each segment, by segment. */
export function segmentationsOf(db: Database, workspaceId: string): Promise<Map<string, Segmentation>> {
  return findSegmentations(db, workspaceId);
}

/** The segments that a customer is in, with their titles. */
export async function segmentsOfCustomer(
  db: Database,
  workspaceId: string,
  customerId: string,
): Promise<CardSegment[]> {
  const labels = await findLabels(db, workspaceId, customerId);
  return labels.flatMap(({ label, scheme }) => {
    const titles = scheme.tiers.find(({ id }) => id === label)?.titles;
    return titles === undefined ? [] : [{ segment: scheme.titles, label: titles }];
  });
}
