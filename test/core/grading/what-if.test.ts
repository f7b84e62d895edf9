import { expect, test } from 'vitest';
import { readWhatIf } from '../../../core/grading/what-if.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';

test.each([
  ['payment=95%, complaints=0', { paymentCollection: 0.95, complaints: 0 }],
  ['回款率=95%，投诉=0', { paymentCollection: 0.95, complaints: 0 }],
  ['訂單穩定度＝80％；滿意度 = 4.5', { orderStability: 0.8, satisfaction: 0.9 }],
  ['sales=1,200,000, years=5', { salesAmount: 1_200_000, yearsOfCooperation: 60 }],
  ['销售额(万元)=50', { salesAmount: 500_000 }],
  ['last purchase=2026-01-05.', { lastPurchase: '2026-01-05' }],
  ['complaint rate = low', { complaintRate: 'low' }],
  ['sales were 5m', { salesAmount: 5_000_000 }],
  ['their payment rose to 95%?', { paymentCollection: 0.95 }],
  ['销售额是500万会怎样？', { salesAmount: 5_000_000 }],
  ['回款率達到95%呢', { paymentCollection: 0.95 }],
])('reads %s', (text, values) => {
  const { suppositions, problems } = readWhatIf(text, accountValue, AS_OF);
  expect(Object.fromEntries(suppositions.map(({ criterion, value }) => [criterion, value]))).toEqual(values);
  expect(problems).toEqual([]);
});

test.each([
  ['', [{ code: 'no-value', text: '' }]],
  ['payment', [{ code: 'no-value', text: 'payment' }]],
  ['= 5', [{ code: 'no-value', text: '= 5' }]],
  ['order=3', [{ code: 'unknown-criterion', text: 'order', criteria: ['orderStability', 'orders'] }]],
  ['phone=3', [{ code: 'unknown-criterion', text: 'phone', criteria: [] }]],
  ['payment=九十', [{ code: 'unreadable', text: '九十', criterion: 'paymentCollection' }]],
  ['sales=5, sales=6', [{ code: 'given-twice', criterion: 'salesAmount' }]],
])('guesses nothing in %j', (text, problems) => {
  expect(readWhatIf(text, accountValue, AS_OF).problems).toEqual(problems);
});
