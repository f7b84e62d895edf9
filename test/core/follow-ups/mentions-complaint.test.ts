import { expect, test } from 'vitest';
import { mentionsComplaint } from '../../../core/follow-ups/mentions-complaint.ts';

test.each([
  'called, they complained about late delivery',
  'Visited. Complaint: two boxes broken',
  'no complaints about the price, but they complain about delivery',
  '打电话，客户投诉交货太慢',
  '打電話，客訴交貨太慢',
  '抱怨没有人回复',
])('%j tells of a complaint', (note) => {
  expect(mentionsComplaint(note)).toBe(true);
});

test.each([
  '',
  'called, wants a quote by Friday',
  'called, no complaints',
  'visited, never had any complaints',
  "called, they didn't complain",
  '打电话，没有投诉',
  '拜訪，沒有任何客訴',
  '无投诉',
])('%j tells of none', (note) => {
  expect(mentionsComplaint(note)).toBe(false);
});
