import { expect, test } from 'vitest';
import { customerStage } from '../../core/customer-stage.ts';

test.each([
  ['Lead', 'prospect'],
  ['Sales Qualified Lead', 'prospect'],
  ['Prospective customer', 'prospect'],
  ['Target market', 'prospect'],
  ['潜在客户', 'prospect'],
  ['潛在客戶', 'prospect'],
  ['意向客户', 'prospect'],
  ['未成交', 'prospect'],
  ['商机', 'prospect'],
  ['Customer', 'customer'],
  ['Active Customer', 'customer'],
  ['Closed Won', 'customer'],
  ['DORMANT', 'customer'],
  ['已成交', 'customer'],
  ['老客户', 'customer'],
  ['沉睡客戶', 'customer'],
])('%s is a %s', (text, stage) => {
  expect(customerStage(text)).toBe(stage);
});

test.each(['', ' ', '-', '3', 'Negotiation?', 'B'])('%j says neither', (text) => {
  expect(customerStage(text)).toBeUndefined();
});
