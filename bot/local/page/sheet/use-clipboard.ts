import { type ClipboardEvent, useCallback, useEffect, useRef } from 'react';
import type { PageSheetText } from '../../../../core/text/page-sheet-text.ts';
import type { Area, SheetEdit } from '../../sheet-protocol.ts';
import { type CopiedCells, copiedCells, filling, pastedEntries } from './clipboard-cells.ts';
import type { SheetStore } from './sheet-store.ts';

export interface ClipboardParts {
  readonly store: SheetStore;
  readonly text: PageSheetText;
  readonly area: Area;
  readonly sheetId: number;
  readonly onEdit: (edit: SheetEdit) => void;
  /** Selects what was pasted. */
  readonly onSelect: (area: Area) => void;
  readonly say: (line: string) => void;
}

/** Copying, cutting and pasting of cells, by keys and by menus. */
export interface ClipboardHold {
  /** For the browser's own events. */
  readonly onEvent: (event: ClipboardEvent | globalThis.ClipboardEvent) => void;
  /** From a menu, where the browser lets a page do that. */
  readonly copy: () => void;
  readonly paste: () => Promise<void>;
}

/** Also takes what is pasted while nothing on the page has the focus. */
export function useClipboard(parts: ClipboardParts): ClipboardHold {
  const latest = useRef(parts);
  latest.current = parts;

  const put = useCallback((html: string, plain: string) => {
    const { area, onEdit, onSelect, say, sheetId, text } = latest.current;
    const entries = filling(pastedEntries(html, plain), area);
    const columns = Math.max(0, ...entries.map((row) => row.length));
    if (columns === 0) return;
    onEdit({ kind: 'enter', sheetId, row: area.row, column: area.column, entries });
    onSelect({ row: area.row, column: area.column, rows: entries.length, columns });
    if (entries.length > 1) say(text.pasted(entries.length, columns));
  }, []);
  const onEvent = useCallback(
    (event: ClipboardEvent | globalThis.ClipboardEvent) => {
      const { area, onEdit, sheetId, store } = latest.current;
      const data = event.clipboardData;
      if (data === null) return;
      event.preventDefault();
      if (event.type === 'paste') return put(data.getData('text/html'), data.getData('text/plain'));
      const rows = store.knownRowsOf(area);
      if (rows === undefined) void copyLater(latest.current);
      else {
        const copied = copiedCells(area, rows);
        data.setData('text/plain', copied.text);
        data.setData('text/html', copied.html);
      }
      if (event.type === 'cut') onEdit({ kind: 'clear', sheetId, area });
      return undefined;
    },
    [put],
  );

  useEffect(() => {
    const types = ['copy', 'cut', 'paste'] as const;
    const take = (event: globalThis.ClipboardEvent) => {
      if (document.activeElement === document.body && document.getSelection()?.isCollapsed !== false) onEvent(event);
    };
    for (const type of types) document.addEventListener(type, take);
    return () => {
      for (const type of types) document.removeEventListener(type, take);
    };
  }, [onEvent]);

  return {
    onEvent,
    copy: () => void copyLater(latest.current),
    paste: async () => {
      const found = await readClipboard();
      if (found === null) latest.current.say(latest.current.text.pasteByKey);
      else put(found.html, found.text);
    },
  };
}

async function copyLater({ area, say, store, text }: ClipboardParts): Promise<void> {
  try {
    const copied = store.rowsOf(area).then((rows) => copiedCells(area, rows));
    const part = (kind: keyof CopiedCells, type: string) => copied.then((each) => new Blob([each[kind]], { type }));
    // Given as promises, since a page may write only at once after a key or a press.
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': part('text', 'text/plain'), 'text/html': part('html', 'text/html') }),
    ]);
    say(text.copied);
  } catch {
    say(text.pasteByKey);
  }
}

async function readClipboard(): Promise<CopiedCells | null> {
  try {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (item?.types.includes(type) ? (await item.getType(type)).text() : '');
    return { text: await read('text/plain'), html: await read('text/html') };
  } catch {
    return null;
  }
}
