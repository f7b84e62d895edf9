import type { PageSheetText } from '../../../../core/text/page-sheet-text.ts';
import type { AddonMenuItem, SheetEdit } from '../../sheet-protocol.ts';
import { Icon } from '../icon.tsx';
import { MenuButton, type MenuItem } from '../menu-button.tsx';
import { useStoredFlag } from '../use-stored-flag.ts';
import type { SheetState } from './sheet-store.ts';
import type { ScriptHold } from './use-script.ts';

export interface SheetBarProps {
  readonly text: PageSheetText;
  readonly script: ScriptHold;
  readonly state: SheetState;
  readonly editItems: readonly MenuItem[];
  readonly onEdit: (edit: SheetEdit) => void;
  /** Gives the focus to the cells. */
  readonly onLeave: () => void;
}

/** The menus above the cells: the add-on's, and what can be done by hand; below them what a newcomer may try. */
export function SheetBar({ editItems, onEdit, onLeave, script, state, text }: SheetBarProps) {
  const [isHintClosed, setHintClosed] = useStoredFlag('tierbook.sheet-hint', false);
  const { menu } = script;
  const title = menu?.title ?? 'Tierbook';
  const notice = state.layout?.notice ?? null;
  return (
    <>
      <div className="sheet-bar">
        <MenuButton
          label={title}
          hasText
          className="button addon-button"
          isDisabled={menu === null || menu.items.length === 0}
          button={
            <>
              {title}
              <Icon name="down" />
            </>
          }
          items={flat(menu?.items ?? []).map(({ functionName, title: content }) => ({
            id: functionName,
            content,
            onChoose: () => void script.choose(functionName),
          }))}
        />
        <MenuButton
          label={text.edit}
          hasText
          className="button"
          button={
            <>
              {text.edit}
              <Icon name="down" />
            </>
          }
          items={[...editItems, { id: 'sample', content: text.sample, onChoose: () => onEdit({ kind: 'sample' }) }]}
        />
        {(['undo', 'redo'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="icon-button"
            aria-label={text[kind]}
            title={text[kind]}
            disabled={state.layout?.[kind === 'undo' ? 'canUndo' : 'canRedo'] !== true}
            onClick={() => onEdit({ kind })}
          >
            <Icon name={kind} />
          </button>
        ))}
        <div className="sheet-status" role="status">
          {state.running > 0 && (
            <>
              <span className="spinner" />
              {text.running}
            </>
          )}
        </div>
      </div>
      {notice !== null && <p className="failure sheet-failure">{notice}</p>}
      {menu !== null && menu.problem !== null && <p className="failure sheet-failure">{menu.problem}</p>}
      {!isHintClosed && (
        <div className="sheet-hint">
          <p>{text.hint}</p>
          <button
            type="button"
            className="icon-button"
            aria-label={text.closeHint}
            onClick={() => {
              setHintClosed(true);
              onLeave();
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </>
  );
}

/** A menu's items with those of its menus inside, without lines. */
function flat(items: readonly AddonMenuItem[]): Extract<AddonMenuItem, { readonly kind: 'item' }>[] {
  return items.flatMap((item) => (item.kind === 'item' ? [item] : item.kind === 'menu' ? flat(item.items) : []));
}
