import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { PAGE_SHEET_TEXT } from '../../../../core/text/page-sheet-text.ts';
import type { Area, SheetEdit } from '../../sheet-protocol.ts';
import { failureText } from '../answer-text.ts';
import { usePage, usePageText } from '../page-context.ts';
import { isFailure } from '../page-server.ts';
import { CellInput, type Editing } from './cell-input.tsx';
import { areaName, cellName } from './cell-names.ts';
import { ContextMenu } from './context-menu.tsx';
import { editMenu } from './edit-menu.ts';
import { fittingWidth } from './fitting-width.ts';
import { FormulaBar } from './formula-bar.tsx';
import { Grid } from './grid.tsx';
import { gridCommand } from './grid-keys.ts';
import { layOut } from './grid-layout.ts';
import { AddonPanel, ScriptWindows } from './script-windows.tsx';
import { only } from './selection.ts';
import { SheetBar } from './sheet-bar.tsx';
import { SheetCharts } from './sheet-charts.tsx';
import './sheet-page.css';
import { createSheetServer } from './sheet-server.ts';
import { createSheetStore, type SheetLayout } from './sheet-store.ts';
import { SheetSums } from './sheet-sums.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { useClipboard } from './use-clipboard.ts';
import { useScript } from './use-script.ts';
import { useSelection } from './use-selection.ts';

export interface SheetPageProps {
  /** The workbook's newest revision, as the page is told. */
  readonly revision: number;
  /** Whether the server is there. */
  readonly isConnected: boolean;
}

/** The workbook as a sheet of cells that one can paste into, with the add-on's menu above and its sidebar beside it. */
export function SheetPage({ isConnected, revision }: SheetPageProps) {
  const { language, me } = usePage();
  const pageText = usePageText();
  const text = PAGE_SHEET_TEXT[language];
  const server = useMemo(() => createSheetServer(me.id), [me.id]);
  const store = useMemo(() => createSheetStore(server), [server]);
  const state = useSyncExternalStore(store.subscribe, store.state);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const [drawn, setDrawn] = useState<Readonly<Record<number, number>>>({});
  const pageRows = useRef(20);
  const takesFocus = useRef(!matchMedia('(pointer: coarse)').matches);
  const isLeaving = useRef(false);
  const sheet = state.layout;
  const layout = useMemo(() => (sheet === null ? null : layOut(sheet, drawn)), [sheet, drawn]);
  const { area, select, selectArea, selection, step } = useSelection(state, layout);
  const sheetId = sheet?.sheetId ?? 0;

  useEffect(() => store.tell(revision), [store, revision]);
  useEffect(() => {
    if (isConnected) store.reconnected();
  }, [store, isConnected]);
  const moveTo = useCallback(
    (id: number | null, to: Area | null) => {
      if (id !== null) store.open(id);
      if (to !== null) selectArea(to);
    },
    [store, selectArea],
  );
  const script = useScript(server, store, () => ({ sheetId, area }), moveTo, isConnected);
  const edit = (change: SheetEdit) => {
    void store.edit(change).then((outcome) => {
      if (isFailure(outcome)) return script.say(failureText(outcome, pageText));
      if (outcome.refusal !== null) script.say(outcome.refusal);
      return moveTo(outcome.sheetId, outcome.selection);
    });
  };
  const clipboard = useClipboard({ store, text, area, sheetId, onEdit: edit, onSelect: selectArea, say: script.say });

  if (sheet === null || layout === null) {
    return (
      <main className="sheet-main" aria-busy="true">
        {state.failure !== null && <p className="failure sheet-failure">{failureText(state.failure, pageText)}</p>}
      </main>
    );
  }
  const { active } = selection;
  const cell = state.rowAt(active.row)?.[active.column];
  const name = cellName(active.row, active.column);
  const shown = cell === undefined || cell.text === '' ? text.emptyCell : cell.text;
  const label = text.cell(name, shown) + (cell?.note === undefined ? '' : `. ${text.note(cell.note)}`);
  const enter = (typed: string) => {
    if (typed !== (cell?.entry ?? '')) edit({ kind: 'enter', sheetId, ...active, entries: [[typed]] });
  };
  const startEditing = () => setEditing({ text: cell?.entry ?? '', isTyped: false });
  const focusCells = () => document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true });
  const menu = editMenu({
    text,
    sheet,
    selection,
    area,
    onEdit: edit,
    onCopy: clipboard.copy,
    onPaste: () => void clipboard.paste(),
    onFit: () => {
      for (let column = area.column; column < area.column + area.columns; column += 1)
        edit({ kind: 'width', sheetId, column, pixels: fittingWidth(state, column) });
    },
  });

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      isLeaving.current = true;
      return;
    }
    if (event.key === 'Tab' && isLeaving.current) return;
    if (event.key !== 'Shift') isLeaving.current = false;
    const command = gridCommand(event);
    if (command === null) return;
    event.preventDefault();
    takesFocus.current = true;
    switch (command.kind) {
      case 'move':
        return step(command.direction, command.step === 'page' ? pageRows.current : command.step, command.extend);
      case 'home':
      case 'last': {
        const corner = command.kind === 'home' ? { row: 0, column: 0 } : lastPlace(sheet);
        return select(command.extend ? { active, end: corner } : only(corner));
      }
      case 'select': {
        const { columns, rows } = command.what === 'all' ? usedArea(sheet) : wholeArea(sheet);
        const wanted = { row: 0, column: 0, rows, columns };
        // At the second time all that is empty, too.
        if (command.what === 'all') return selectArea(isSame(area, wanted) ? wholeArea(sheet) : wanted);
        const { column, row } = area;
        return selectArea(
          command.what === 'row' ? { ...wanted, row, rows: area.rows } : { ...wanted, column, columns: area.columns },
        );
      }
      case 'edit':
        return startEditing();
      case 'clear':
        return edit({ kind: 'clear', sheetId, area });
      case 'undo':
      case 'redo':
        return edit({ kind: command.kind });
      case 'menu': {
        const box = event.currentTarget.getBoundingClientRect();
        return setMenuAt({ x: box.left, y: box.bottom });
      }
      default:
        return command satisfies never;
    }
  };

  return (
    <div className="sheet-page">
      <main className="sheet-main">
        <h1 className="for-screen-readers">{text.sheetPage}</h1>
        <SheetBar text={text} script={script} state={state} editItems={menu} onEdit={edit} onLeave={focusCells} />
        <FormulaBar
          key={`${sheetId} ${name}`}
          text={text}
          name={areaName(area)}
          entry={cell?.entry ?? ''}
          onTake={enter}
          onLeave={focusCells}
        />
        <div className="grid-holder">
          <Grid
            key={sheetId}
            label={text.grid}
            keys={text.keys}
            selectAllLabel={text.selectAll}
            state={state}
            layout={layout}
            rowCount={sheet.rowCount}
            columnCount={sheet.columnCount}
            selection={selection}
            area={area}
            onSelect={(next) => {
              takesFocus.current = true;
              isLeaving.current = false;
              select(next);
              focusCells();
            }}
            onEdit={startEditing}
            onMenu={setMenuAt}
            onShow={store.show}
            onWidth={(column, pixels, isDone) => {
              setDrawn(isDone ? {} : { [column]: pixels });
              if (isDone) edit({ kind: 'width', sheetId, column, pixels });
            }}
            onPage={(rows) => {
              pageRows.current = rows;
            }}
            input={
              <CellInput
                key={name}
                label={label}
                editing={editing}
                onEditing={setEditing}
                onTake={(typed, to) => {
                  setEditing(null);
                  enter(typed);
                  if (to !== 'stay') step(to, 'cell', false);
                }}
                onKey={onKey}
                onClipboard={clipboard.onEvent}
                takesFocus={takesFocus}
              />
            }
            over={<SheetCharts charts={sheet.charts} layout={layout} text={text} language={language} />}
          />
          {cell?.note !== undefined && <div className="cell-note">{cell.note}</div>}
        </div>
        <div className="sheet-foot">
          <SheetTabs
            text={text}
            tabs={sheet.tabs}
            sheetId={sheetId}
            onOpen={store.open}
            onEdit={edit}
            onLeave={focusCells}
          />
          <SheetSums text={text} language={language} area={area} store={store} state={state} />
        </div>
      </main>
      <AddonPanel script={script} text={text} onClosed={focusCells} />
      <ScriptWindows script={script} text={text} />
      {menuAt !== null && (
        <ContextMenu
          label={text.edit}
          at={menuAt}
          items={menu}
          onClose={() => {
            setMenuAt(null);
            focusCells();
          }}
        />
      )}
    </div>
  );
}

function lastPlace(sheet: SheetLayout) {
  const { columns, rows } = usedArea(sheet);
  return { row: rows - 1, column: columns - 1 };
}

function usedArea({ usedColumns, usedRows }: SheetLayout): Area {
  return { row: 0, column: 0, rows: Math.max(1, usedRows), columns: Math.max(1, usedColumns) };
}

function wholeArea({ columnCount, rowCount }: SheetLayout): Area {
  return { row: 0, column: 0, rows: rowCount, columns: columnCount };
}

function isSame(one: Area, other: Area): boolean {
  return areaName(one) === areaName(other);
}
