import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import { importTable } from '../../bot/use-cases/import-table.ts';
import type { FactValue } from '../../core/customer.ts';
import { tableOf } from './table-reading.ts';

/** Answers that give a prospect its tier. */
const ANSWERS: Readonly<Record<'A' | 'B' | 'C' | 'D', Readonly<Record<string, FactValue>>>> = {
  A: { dissatisfaction: 'high', resolve: 'high', selectionBegun: true },
  B: { dissatisfaction: 'high', resolve: 'medium', selectionBegun: false },
  C: { dissatisfaction: 'low', resolve: 'medium', selectionBegun: false },
  D: { dissatisfaction: 'none', resolve: 'none', selectionBegun: false },
};

/** A prospect of a book; its name is its key. */
export interface ProspectGiven {
  readonly key: string;
  readonly tier: keyof typeof ANSWERS | null;
  /** The owner's Slack id. */
  readonly owner?: string;
  readonly values?: Readonly<Record<string, FactValue>>;
}

/** Puts prospects on file, graded as told; returns their ids by key. */
export async function bookOf(
  context: UseCaseContext,
  prospects: readonly ProspectGiven[],
): Promise<ReadonlyMap<string, string>> {
  const rows = prospects.map(({ key, tier, owner, values }) => ({
    key,
    name: `Prospect ${key}`,
    stage: 'prospect',
    ...(tier === null ? {} : { objectiveNeed: true, subjectiveNeed: true, hasSystem: true, ...ANSWERS[tier] }),
    ...(owner === undefined ? {} : { owner }),
    ...values,
  }));
  const { rows: imported } = await importTable(context, tableOf(...rows));
  return new Map(
    imported.map(({ outcome }, index) => [
      prospects[index]?.key ?? '',
      'customerId' in outcome ? outcome.customerId : '',
    ]),
  );
}
