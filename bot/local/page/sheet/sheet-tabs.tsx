import { useState } from 'react';
import type { PageSheetText } from '../../../../core/text/page-sheet-text.ts';
import type { SheetEdit, SheetTab } from '../../sheet-protocol.ts';
import { Icon } from '../icon.tsx';
import { MenuButton } from '../menu-button.tsx';
import { Dialog } from '../modals/dialog.tsx';

export interface SheetTabsProps {
  readonly text: PageSheetText;
  readonly tabs: readonly SheetTab[];
  readonly sheetId: number;
  readonly onOpen: (sheetId: number) => void;
  readonly onEdit: (edit: SheetEdit) => void;
  /** Gives the focus to the cells. */
  readonly onLeave: () => void;
}

/** The sheets of the workbook, below the cells; the one that is open has a menu. */
export function SheetTabs({ onEdit, onLeave, onOpen, sheetId, tabs, text }: SheetTabsProps) {
  const [renaming, setRenaming] = useState<SheetTab | null>(null);
  const shown = tabs.filter((each) => !each.isHidden);
  const hidden = tabs.filter((each) => each.isHidden);
  const menuOf = (tab: SheetTab) => [
    { id: 'rename', content: text.rename, onChoose: () => setRenaming(tab) },
    {
      id: 'duplicate',
      content: text.duplicate,
      onChoose: () => onEdit({ kind: 'duplicate-sheet', sheetId: tab.id }),
    },
    ...(shown.length > 1
      ? [
          { id: 'hide', content: text.hideSheet, onChoose: () => onEdit({ kind: 'hide-sheet', sheetId: tab.id }) },
          {
            id: 'delete',
            content: text.deleteSheet,
            onChoose: () => onEdit({ kind: 'delete-sheet', sheetId: tab.id }),
          },
        ]
      : []),
  ];
  return (
    <nav className="sheet-tabs" aria-label={text.sheets}>
      <button
        type="button"
        className="icon-button"
        aria-label={text.addSheet}
        title={text.addSheet}
        onClick={() => {
          onLeave();
          onEdit({ kind: 'add-sheet' });
        }}
      >
        <Icon name="plus" />
      </button>
      {hidden.length > 0 && (
        <MenuButton
          label={text.hiddenSheets}
          className="icon-button"
          button={<Icon name="eye" />}
          items={hidden.map((tab) => ({
            id: String(tab.id),
            content: tab.name,
            onChoose: () => onEdit({ kind: 'show-sheet', sheetId: tab.id }),
          }))}
        />
      )}
      <ul>
        {shown.map((tab) => (
          <li key={tab.id} className={tab.id === sheetId ? 'is-open' : ''}>
            <button
              type="button"
              className="sheet-tab"
              aria-current={tab.id === sheetId ? 'true' : undefined}
              onClick={({ detail }) => {
                // by the keyboard one goes on from tab to tab
                if (detail > 0) onLeave();
                onOpen(tab.id);
              }}
              onDoubleClick={() => setRenaming(tab)}
            >
              {tab.name}
            </button>
            {tab.id === sheetId && (
              <MenuButton
                label={text.sheetMenu(tab.name)}
                className="sheet-tab-menu"
                button={<Icon name="down" />}
                items={menuOf(tab)}
              />
            )}
          </li>
        ))}
      </ul>
      {renaming !== null && (
        <RenameDialog
          text={text}
          name={renaming.name}
          onClose={() => setRenaming(null)}
          onName={(name) => {
            setRenaming(null);
            if (name !== renaming.name) onEdit({ kind: 'rename-sheet', sheetId: renaming.id, name });
          }}
        />
      )}
    </nav>
  );
}

interface RenameDialogProps {
  readonly text: PageSheetText;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

function RenameDialog({ name, onClose, onName, text }: RenameDialogProps) {
  const [typed, setTyped] = useState(name);
  return (
    <Dialog title={text.rename} onCancel={onClose} className="confirm">
      <form
        className="modal-form"
        onSubmit={(event) => {
          event.preventDefault();
          onName(typed.trim());
        }}
      >
        <div className="dialog-body">
          <label>
            {text.newName}
            <input
              className="field"
              value={typed}
              maxLength={100}
              required
              autoComplete="off"
              onFocus={({ target }) => target.select()}
              onChange={({ target }) => setTyped(target.value)}
            />
          </label>
        </div>
        <footer className="dialog-footer">
          <button type="button" className="button" onClick={onClose}>
            {text.cancel}
          </button>
          <button type="submit" className="button primary">
            {text.save}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
