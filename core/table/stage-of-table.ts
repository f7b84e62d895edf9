import type { CustomerStage } from '../customer-stage.ts';
import type { TableReading } from './reading.ts';

/** A table holds customers unless its columns are the pipeline's; a stage cell has the last word for its row. */
export function stageOfTable(reading: TableReading): CustomerStage {
  const isPipeline = reading.columns.filter(({ field }) => field !== null && PIPELINE_FIELDS.has(field)).length >= 2;
  return isPipeline ? 'prospect' : 'customer';
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
