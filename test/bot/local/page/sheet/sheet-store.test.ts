import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../../../bot/local/page/page-server.ts';
import type { SheetServer } from '../../../../../bot/local/page/sheet/sheet-server.ts';
import { createSheetStore } from '../../../../../bot/local/page/sheet/sheet-store.ts';
import type { SheetEdit, SheetEdited, SheetView } from '../../../../../bot/local/sheet-protocol.ts';
import { pageSheet } from '../../../../support/page-sheet.ts';

/** A server whose answers come when a test lets them; cell A of each row shows the row and the revision. */
function slowServer(rowCount = 1000) {
  let revision = 1;
  const asked: { from: number; to: number; answer: (failure?: Failure) => void }[] = [];
  const edits: { edit: SheetEdit; answer: (refusal?: string) => void; fail: () => void }[] = [];
  const viewOf = (from: number, to: number): SheetView => ({
    ...pageSheet({ revision, rowCount, columnCount: 3, usedRows: rowCount, usedColumns: 1 }),
    from,
    rows: Array.from({ length: Math.max(0, Math.min(to, rowCount) - from) }, (_, at) => {
      const text = `${from + at} at ${revision}`;
      return { 0: { text, entry: text, kind: 'text' } };
    }),
  });
  const server: SheetServer = {
    view: (_sheetId, from, to) =>
      new Promise((resolve) => {
        asked.push({ from, to, answer: (failure) => resolve(failure ?? viewOf(from, to)) });
      }),
    edit: (edit) =>
      new Promise((resolve) => {
        const answer = (refusal: string | null = null) => {
          if (refusal === null) revision += 1;
          resolve({ revision, refusal, sheetId: null, selection: null } satisfies SheetEdited);
        };
        edits.push({ edit, answer, fail: () => resolve({ kind: 'unreachable' }) });
      }),
    menu: () => Promise.resolve({ kind: 'unreachable' }),
    run: () => Promise.resolve({ kind: 'unreachable' }),
  };
  return { server, asked, edits, change: () => (revision += 1) };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

describe('the sheet on the page', () => {
  test('asks for what is in sight in whole pieces, once', async () => {
    const { asked, server } = slowServer();
    const store = createSheetStore(server);
    store.tell(1);
    asked.shift()?.answer();
    await settled();
    store.show(190, 230);
    store.show(195, 235);
    expect(asked.map(({ from, to }) => [from, to])).toEqual([[200, 400]]);
    asked.shift()?.answer();
    await settled();
    expect(asked).toEqual([]);
    expect(store.state().rowAt(215)?.[0]?.text).toBe('215 at 1');
    expect(store.state().rowAt(600)).toBeUndefined();
  });

  test('asks anew when the workbook has changed, and shows the former cells until they come', async () => {
    const { asked, change, server } = slowServer();
    const store = createSheetStore(server);
    store.tell(1);
    asked.shift()?.answer();
    await settled();
    store.tell(change());
    expect(store.state().rowAt(3)?.[0]?.text).toBe('3 at 1');
    asked.shift()?.answer();
    await settled();
    expect(store.state().rowAt(3)?.[0]?.text).toBe('3 at 2');
    expect(asked).toEqual([]);
  });

  test('shows what is typed at once, until the server has it or refuses it', async () => {
    const { asked, edits, server } = slowServer();
    const store = createSheetStore(server);
    store.tell(1);
    asked.shift()?.answer();
    await settled();
    const type = (text: string) => store.edit({ kind: 'enter', sheetId: 7, row: 1, column: 0, entries: [[text]] });
    const first = type('new');
    await settled();
    expect(store.state().rowAt(1)?.[0]?.text).toBe('new');
    edits.shift()?.answer();
    await first;
    await settled();
    expect(store.state().rowAt(1)?.[0]?.text).toBe('new');
    asked.shift()?.answer();
    await settled();
    expect(store.state().rowAt(1)?.[0]?.text).toBe('1 at 2');

    const second = type('refused');
    await settled();
    expect(store.state().rowAt(1)?.[0]?.text).toBe('refused');
    edits.shift()?.answer('This is protected.');
    await second;
    await settled();
    expect(store.state().rowAt(1)?.[0]?.text).toBe('1 at 2');
  });

  test('sends edits one after the other', async () => {
    const { edits, server } = slowServer();
    const store = createSheetStore(server);
    void store.edit({ kind: 'add-sheet' });
    void store.edit({ kind: 'undo' });
    await settled();
    expect(edits.map(({ edit }) => edit.kind)).toEqual(['add-sheet']);
    edits[0]?.answer();
    await settled();
    expect(edits.map(({ edit }) => edit.kind)).toEqual(['add-sheet', 'undo']);
  });

  test('keeps what is typed while the server is away, and sends it and what follows once it is back', async () => {
    const { asked, edits, server } = slowServer();
    const waits: (() => void)[] = [];
    const store = createSheetStore(server, () => new Promise((resolve) => waits.push(resolve)));
    store.tell(1);
    asked.shift()?.answer();
    await settled();
    const typed = store.edit({ kind: 'enter', sheetId: 7, row: 1, column: 0, entries: [['mine']] });
    void store.edit({ kind: 'undo' });
    await settled();
    edits.shift()?.fail();
    await settled();
    expect([edits, waits.length]).toEqual([[], 1]);
    expect(store.state().rowAt(1)?.[0]?.text).toBe('mine');
    waits.shift()?.();
    await settled();
    expect(edits.map(({ edit }) => edit.kind)).toEqual(['enter']);
    edits.shift()?.answer();
    expect(await typed).toMatchObject({ refusal: null });
    await settled();
    expect(edits.map(({ edit }) => edit.kind)).toEqual(['undo']);
    // What may have been done already is not done again.
    edits.shift()?.fail();
    await settled();
    expect([edits, waits]).toEqual([[], []]);
  });

  test('fetches everything anew from a server that is there again, however it counts its revisions', async () => {
    const { asked, server } = slowServer();
    const store = createSheetStore(server);
    store.tell(1);
    asked.shift()?.answer();
    await settled();
    store.reconnected();
    expect(asked.map(({ from, to }) => [from, to])).toEqual([[0, 200]]);
    asked.shift()?.answer();
    await settled();
    expect(asked).toEqual([]);
  });

  test('fetches rows that one copies and has not seen', async () => {
    const { asked, server } = slowServer();
    const store = createSheetStore(server);
    store.tell(1);
    asked.shift()?.answer();
    await settled();
    const area = { row: 700, column: 0, rows: 3, columns: 1 };
    expect(store.knownRowsOf(area)).toBeUndefined();
    const rows = store.rowsOf(area);
    expect(asked.map(({ from, to }) => [from, to])).toEqual([[700, 703]]);
    asked.shift()?.answer();
    expect((await rows).map((row) => row[0]?.text)).toEqual(['700 at 1', '701 at 1', '702 at 1']);
  });

  test('says what failed, and turns to the sheet that comes when its own is gone', async () => {
    const { asked, server } = slowServer();
    const store = createSheetStore(server);
    store.tell(1);
    asked.shift()?.answer({ kind: 'unreachable' });
    await settled();
    expect(store.state()).toMatchObject({ layout: null, failure: { kind: 'unreachable' } });
    store.open(99);
    asked.shift()?.answer();
    await settled();
    expect(store.state()).toMatchObject({ layout: { sheetId: 7 }, failure: null });
  });
});
