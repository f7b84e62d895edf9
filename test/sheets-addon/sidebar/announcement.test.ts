import { expect, test } from 'vitest';
import { announcement } from '../../../sheets-addon/sidebar/announcement.ts';
import { nextState, openingState, type SidebarEvent } from '../../../sheets-addon/sidebar/sidebar-state.ts';
import { sheetView, tableView } from '../../support/sheet-views.ts';

const said = (...events: readonly SidebarEvent[]) =>
  announcement(events.reduce(nextState, openingState('table', 'en').state));
const progress = (done: number): SidebarEvent => ({ kind: 'progressed', progress: { step: 'writing', done } });

test('what changes without a new screen is said', () => {
  const read: SidebarEvent = { kind: 'began', act: { do: 'read' } };
  const viewed: SidebarEvent = { kind: 'viewed', view: sheetView() };
  expect(said(read)).toBe('Reading your table…');
  expect(said(read, viewed)).toBe('Found a table of 4 customers.');
  expect(said(read, viewed, read)).toBe('Reading again…');
  const place = { ...tableView().place, rows: 1, columns: 1 };
  expect(said(read, viewed, { kind: 'jumped', place })).toBe('C3 is selected.');
});

test('progress is said a quarter at a time, so that it does not drown everything else', () => {
  const began: SidebarEvent = { kind: 'began', act: { do: 'grade' } };
  expect(said(began)).toBe('');
  expect(said(began, progress(0.26))).toBe(said(began, progress(0.49)));
  expect(said(began, progress(0.5))).toBe('Writing the columns, 50 %');
});
