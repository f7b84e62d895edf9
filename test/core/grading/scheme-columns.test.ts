import { describe, expect, test } from 'vitest';
import { schemeColumns } from '../../../core/grading/scheme-columns.ts';
import { inputsOf, partsOf } from '../../../core/grading/scheme-inputs.ts';
import { schemePurpose } from '../../../core/grading/scheme-purpose.ts';
import {
  BUILT_IN_SCHEMES,
  BUILT_IN_SEGMENT_SCHEMES,
  builtInScheme,
  builtInSegmentScheme,
} from '../../../core/schemes/built-in-schemes.ts';

function columnsOf(id: string) {
  return schemeColumns(builtInScheme(id) ?? builtInSegmentScheme(id) ?? expect.fail());
}

describe('schemeColumns', () => {
  test('a scorecard counts criteria by weight, with those that stand in for them', () => {
    const [tier] = columnsOf('account-value');
    expect(tier).toMatchObject({ segment: null, leastKnown: 0.5 });
    expect(tier?.columns).toEqual([
      { criteria: ['salesAmount', 'profit'], isNeeded: false, weight: 0.3 },
      { criteria: ['paymentCollection', 'overdueAmount'], isNeeded: false, weight: 0.2 },
      { criteria: ['orderStability', 'orders', 'lastPurchase'], isNeeded: false, weight: 0.15 },
      { criteria: ['yearsOfCooperation'], isNeeded: false, weight: 0.1 },
      { criteria: ['complaintRate', 'complaints'], isNeeded: false, weight: 0.1 },
      { criteria: ['satisfaction'], isNeeded: false, weight: 0.15 },
    ]);
  });

  test('a decision table needs what its rules ask, and what is stated helps', () => {
    const [tier] = columnsOf('sales-pipeline');
    expect(tier?.columns.filter(({ isNeeded }) => isNeeded).map(({ criteria }) => criteria[0])).toEqual([
      'objectiveNeed',
      'hasSystem',
      'subjectiveNeed',
      'resolve',
      'feasibilityBegun',
      'selectionBegun',
      'dissatisfaction',
    ]);
    expect(tier?.columns.at(-1)).toEqual({
      criteria: ['monthsToClose', 'expectedDate'],
      isNeeded: false,
      weight: null,
    });
  });

  test.each([
    ['value-pyramid', [['profit', 'salesAmount']], []],
    ['spend-level', [['salesAmount', 'orders', 'resolve']], []],
    // both axes are derived from columns
    ['size-potential', [['businessVolume', 'salesAmount'], ['growthPotential']], []],
    // a history that is not known has an outcome of its own
    ['contribution', [['contribution'], ['salesAmount'], ['growthPotential']], [['cooperationHistory']]],
    // a customer without it is for review whatever else is known
    ['dependence', [['dependence']], [['businessVolume'], ['loyalty'], ['cooperationWillingness']]],
    ['decision-style', [['decisionStyle']], []],
    ['activity', [], [['lastPurchase'], ['transactionFrequency', 'orders'], ['channelCount']]],
  ])('%s needs %j, and %j help', (id, needed, helping) => {
    const [part] = columnsOf(id);
    expect(part?.columns.filter(({ isNeeded }) => isNeeded).map(({ criteria }) => criteria)).toEqual(needed);
    expect(part?.columns.filter(({ isNeeded }) => !isNeeded).map(({ criteria }) => criteria)).toEqual(helping);
  });

  test('knock-outs help', () => {
    const [tier] = columnsOf('service-grade');
    expect(tier?.columns.slice(-2).map(({ criteria, weight }) => [criteria, weight])).toEqual([
      [['overdueAmount'], null],
      [['lastPurchase'], null],
    ]);
  });

  test('segments beside tiers stand behind them', () => {
    expect(columnsOf('bank-customer').map(({ segment }) => segment)).toEqual([null, 'risk']);
    expect(columnsOf('relation-and-place').map(({ segment }) => segment)).toEqual([
      'business-relation',
      'place',
      'industry-group',
      'area',
    ]);
  });

  test.each([...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES])(
    '$id: nothing that a method reads is left out',
    (document) => {
      const told = new Set(
        schemeColumns(document).flatMap(({ columns }) => columns.flatMap(({ criteria }) => criteria)),
      );
      const derived = new Set((document.derived ?? []).map(({ id }) => id));
      const read = partsOf(document).flatMap(({ method }) => inputsOf(method));
      const knockOuts = 'knockOuts' in document ? (document.knockOuts ?? []).map(({ criterion }) => criterion) : [];
      expect(told).toEqual(new Set([...read, ...knockOuts].filter((id) => !derived.has(id))));
      for (const { columns } of schemeColumns(document)) {
        const weights = columns.flatMap(({ weight }) => weight ?? []);
        if (weights.length > 0) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
      }
    },
  );
});

describe('schemePurpose', () => {
  test.each([...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES])('$id', (document) => {
    const purpose = 'method' in document ? (document.id === 'sales-pipeline' ? 'prospects' : 'customers') : 'segments';
    expect(schemePurpose(document)).toBe(purpose);
  });
});
