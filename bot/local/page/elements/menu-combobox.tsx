import { useCombobox } from 'downshift';
import { Fragment, useId, useRef, useState } from 'react';
import { Icon } from '../icon.tsx';
import { useFormText } from '../page-context.ts';
import type { Choice } from './field-value.ts';

export interface MenuComboboxProps {
  readonly choices: readonly Choice[];
  readonly chosen: readonly Choice[];
  readonly isMany: boolean;
  /** How many may be chosen; undefined: any number. */
  readonly max: number | undefined;
  readonly placeholder: string;
  readonly labelId: string | null;
  readonly describedBy: string | undefined;
  readonly isBusy: boolean;
  readonly onChoose: (next: readonly Choice[]) => void;
  /** For choices that come from elsewhere as one types; without it the menu narrows its own. */
  readonly onQuery?: (query: string) => void;
  /** What stands in the menu in the place of choices. */
  readonly note?: string | null;
}

/** A menu in which one can type to find a choice. Several choices stand in front as small buttons that take them away. */
export function MenuCombobox(props: MenuComboboxProps) {
  const { choices, chosen, isMany, onChoose, onQuery, labelId } = props;
  const text = useFormText();
  const menuName = useId();
  const menu = useRef<HTMLUListElement>(null);
  /** Null while nobody is typing: then the chosen label stands in the field. */
  const [typed, setTyped] = useState<string | null>(null);
  const single = isMany ? null : (chosen[0] ?? null);
  const isFull = isMany && props.max !== undefined && chosen.length >= props.max;
  const isChosen = (choice: Choice) => chosen.some((each) => each.value === choice.value);
  const shownChoices =
    onQuery || typed === null
      ? choices
      : choices.filter((each) => contains(each.label, typed) || contains(each.group, typed));

  const combobox = useCombobox<Choice>({
    items: [...shownChoices],
    itemToString: (choice) => choice?.label ?? '',
    itemToKey: (choice) => choice?.value,
    isItemDisabled: (choice) => isFull && !isChosen(choice),
    selectedItem: single,
    inputValue: typed ?? single?.label ?? '',
    ...(labelId === null ? {} : { labelId }),
    // A menu is left by choosing, not by looking elsewhere.
    stateReducer: (state, { type, changes }) => {
      if (type === useCombobox.stateChangeTypes.InputBlur) return { ...changes, selectedItem: state.selectedItem };
      const chose =
        type === useCombobox.stateChangeTypes.ItemClick || type === useCombobox.stateChangeTypes.InputKeyDownEnter;
      return isMany && chose ? { ...changes, isOpen: true, highlightedIndex: state.highlightedIndex } : changes;
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) take(selectedItem);
    },
    onIsOpenChange: ({ isOpen }) => {
      if (!isOpen) return setTyped(null);
      onQuery?.('');
      requestAnimationFrame(() => menu.current?.scrollIntoView({ block: 'nearest' }));
    },
  });

  function take(choice: Choice) {
    setTyped(null);
    if (!isMany) return onChoose([choice]);
    onQuery?.('');
    onChoose(isChosen(choice) ? chosen.filter((each) => each.value !== choice.value) : [...chosen, choice]);
  }

  const name = labelId === null ? { 'aria-label': props.placeholder } : {};
  return (
    <div className={`combobox ${props.isBusy ? 'is-busy' : ''}`}>
      {isMany && chosen.length > 0 && (
        <ul className="chips" aria-label={text.chosen}>
          {chosen.map((choice) => (
            <li key={choice.value}>
              <button
                type="button"
                className="chip"
                aria-label={text.remove(choice.label)}
                onClick={() => onChoose(chosen.filter((each) => each.value !== choice.value))}
              >
                {choice.label}
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="combobox-field">
        <input
          {...combobox.getInputProps({
            ...name,
            className: 'field',
            placeholder: props.placeholder,
            'aria-describedby': props.describedBy,
            'aria-busy': props.isBusy || undefined,
            onFocus: (event) => event.currentTarget.select(),
            onChange: (event) => {
              const query = event.currentTarget.value;
              setTyped(query);
              onQuery?.(query);
            },
            onKeyDown: (event) => {
              if (event.key === 'Backspace' && isMany && (typed ?? '') === '') onChoose(chosen.slice(0, -1));
              // Esc closes the menu first, and only then the window around it.
              if (event.key === 'Escape' && combobox.isOpen) event.preventDefault();
            },
          })}
        />
        <button
          {...combobox.getToggleButtonProps({ className: 'combobox-toggle', 'aria-label': text.show })}
          type="button"
        >
          <Icon name="down" />
        </button>
      </div>
      <ul
        {...combobox.getMenuProps({ ref: menu, ...(labelId === null ? { 'aria-label': props.placeholder } : {}) })}
        className={combobox.isOpen ? 'combobox-menu is-open' : 'combobox-menu'}
      >
        {combobox.isOpen &&
          shownChoices.map((choice, index) => (
            <Fragment key={`${menuName}${choice.group}${choice.value}`}>
              {choice.group !== '' && choice.group !== shownChoices[index - 1]?.group && (
                <li role="presentation" className="menu-group">
                  {choice.group}
                </li>
              )}
              <li
                {...combobox.getItemProps({ item: choice, index, 'aria-selected': isChosen(choice) })}
                className={index === combobox.highlightedIndex ? 'option is-active' : 'option'}
              >
                <span>{choice.label}</span>
                {choice.description !== '' && <small>{choice.description}</small>}
                {isChosen(choice) && <Icon name="check" />}
              </li>
            </Fragment>
          ))}
        {combobox.isOpen && shownChoices.length === 0 && (
          <li role="presentation" className="menu-note">
            {props.note ?? text.noResults}
          </li>
        )}
      </ul>
    </div>
  );
}

function contains(label: string, typed: string): boolean {
  return label.toLowerCase().includes(typed.trim().toLowerCase());
}
