import { describe, expect, test } from 'vitest';
import type { SheetView } from '../../../sheets-addon/protocol.ts';
import {
  nextState,
  openingState,
  type Shown,
  type SidebarEvent,
  type SidebarState,
} from '../../../sheets-addon/sidebar/sidebar-state.ts';
import { graded, sheetView, tableView } from '../../support/sheet-views.ts';

const after = (events: readonly SidebarEvent[], start: SidebarState = openingState('table', 'en').state) =>
  events.reduce(nextState, start);

const outcome = graded();
if (outcome.kind !== 'graded') throw new Error('It should be graded.');
const result: Shown = { kind: 'result', outcome };
const failure = { kind: 'refused', text: 'Busy.' } as const;

describe('what the sidebar knows', () => {
  test.each([
    ['table', 'table', { do: 'read' }],
    ['grade', 'table', { do: 'grade' }],
    ['undo', 'table', { do: 'undo', overwrite: false }],
    ['summary', 'table', { do: 'summary' }],
    ['schemes', 'schemes', null],
    ['help', 'help', null],
  ] as const)('opened for %s it shows %s and does %o at once', (screen, tab, first) => {
    const opened = openingState(screen, 'zh-TW');
    expect(opened.first).toEqual(first);
    expect(opened.state).toMatchObject({ tab, language: 'zh-TW', request: {} });
  });

  test('from the first view on it is this table, since jumps move the selection', () => {
    const state = after([
      { kind: 'began', act: { do: 'read' } },
      { kind: 'viewed', view: sheetView() },
    ]);
    expect(state).toMatchObject({ isReading: false, request: { place: tableView().place } });
    expect(after([{ kind: 'chose-selection' }], state).request).toEqual({});
  });

  test('what was decided at the last grading is decided still, and can be dropped', () => {
    const hints = { columns: [{ column: 1, field: 'profit' }] };
    const state = after([{ kind: 'viewed', view: sheetView(tableView({ hints })) }]);
    expect(state.request.hints).toEqual(hints);
    const dropped = after(
      [
        { kind: 'chose-hints', hints: {} },
        { kind: 'viewed', view: sheetView() },
      ],
      state,
    );
    expect(dropped.request.hints).toEqual({});
  });

  test('what was decided outlives a table that cannot be read', () => {
    const hints = { columns: [{ column: '2025', field: 'profit' }] };
    const { place } = tableView();
    const view: SheetView = {
      kind: 'unusable',
      language: 'en',
      sheetName: 'Customers',
      place,
      firstRows: [],
      problem: { code: 'no-name-column', severity: 'error', row: 3 },
      columns: [],
      examples: [],
      hints,
    };
    expect(after([{ kind: 'viewed', view }]).request).toEqual({ place, hints });
    expect(after([{ kind: 'viewed', view: { ...view, place: null } }]).request).toEqual({});
  });

  test('what was chosen outlives a failure', () => {
    const state = after([
      { kind: 'viewed', view: sheetView() },
      { kind: 'chose-scheme', scheme: 'medal' },
      { kind: 'chose-hints', hints: { decimal: ',' } },
    ]);
    const failed = after(
      [
        { kind: 'began', act: { do: 'read' } },
        { kind: 'failed', act: { do: 'read' }, why: failure },
      ],
      state,
    );
    expect(failed).toMatchObject({ request: state.request, view: state.view, isReading: false });
    expect(failed.failure).toEqual({ why: failure, again: { do: 'read' } });
  });

  test.each(['grade', 'undo', 'summary'] as const)('a failed %s shows again what was shown before', (name) => {
    const act = name === 'undo' ? ({ do: 'undo', overwrite: true } as const) : ({ do: name } as const);
    const shown = after([{ kind: 'graded', outcome }]);
    const running = nextState(shown, { kind: 'began', act });
    expect(running.shown).not.toEqual(result);
    expect(nextState(running, { kind: 'failed', act, why: failure }).shown).toEqual(result);
  });

  test('a jump that fails leaves what runs alone', () => {
    const running = after([{ kind: 'began', act: { do: 'grade' } }]);
    const act = { do: 'jump', place: tableView().place } as const;
    const failed = after(
      [
        { kind: 'began', act },
        { kind: 'failed', act, why: failure },
      ],
      running,
    );
    expect(failed.shown.kind).toBe('grading');
  });

  test('progress that comes in when grading is over is passed over', () => {
    const progress = { step: 'writing', done: 0.5 } as const;
    const running = after([
      { kind: 'began', act: { do: 'grade' } },
      { kind: 'progressed', progress },
    ]);
    expect(running.shown).toEqual({ kind: 'grading', progress });
    const done = after(
      [
        { kind: 'graded', outcome },
        { kind: 'progressed', progress },
      ],
      running,
    );
    expect(done.shown).toEqual(result);
  });

  test('the table that was graded stays the one that is meant', () => {
    expect(after([{ kind: 'graded', outcome }]).request).toEqual({ place: outcome.table.place });
  });

  test('a chosen language is spoken and written, and stays when another table is chosen', () => {
    const state = after([{ kind: 'chose-language', language: 'zh-CN' }, { kind: 'chose-selection' }]);
    expect(state).toMatchObject({ language: 'zh-CN', request: { language: 'zh-CN' } });
  });

  test('another table begins without the decisions about the one before', () => {
    const state = after([
      { kind: 'viewed', view: sheetView() },
      { kind: 'chose-hints', hints: { decimal: ',' } },
      { kind: 'chose-table', place: { ...tableView().place, column: 9 } },
    ]);
    expect(state.request).toEqual({ place: { ...tableView().place, column: 9 } });
  });
});
