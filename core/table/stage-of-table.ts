import type { CustomerStage } from '../customer-stage.ts';
import type { TableReading } from './reading.ts';

/** A table holds customers unless its columns are the pipeline's; a stage cell has the last word for its row. */
export function stageOfTable(reading: TableReading): CustomerStage {
  return holdsProspects(reading.columns.flatMap(({ field }) => field ?? [])) ? 'prospect' : 'customer';
}

/** Whether at least two of the fields are asked of prospects only. */
export function holdsProspects(fields: readonly string[]): boolean {
  return fields.filter((field) => PIPELINE_FIELDS.has(field)).length >= 2;
}

/** Columns that only a table of prospects has. */
const PIPELINE_FIELDS = new Set([
  'objectiveNeed',
  'subjectiveNeed',
  'resolve',
  'dissatisfaction',
  'feasibilityBegun',
  'selectionBegun',
  'monthsToClose',
]);
