import type { PageChannel } from '../../page-protocol.ts';
import { isObject, numberIn, plainTextIn, textIn } from '../json-value.ts';
import { type PageValue, useFormText, usePage } from '../page-context.ts';
import { type Choice, choicesAmong, choicesOf } from './field-value.ts';
import { MenuCombobox } from './menu-combobox.tsx';
import { type ElementProps, useElement, useSurface } from './surface.ts';
import { useSuggestions } from './use-suggestions.ts';

/** Slack's default for `min_query_length`. */
const MIN_QUERY_LENGTH = 3;

/** Any menu: of options of its own, of options that the bot suggests, of people, channels or conversations; one or several. */
export function MenuElement(props: ElementProps) {
  const { element, labelId, describedBy } = props;
  const state = useElement(props);
  const text = useFormText();
  const page = usePage();
  const { channel } = useSurface();
  const type = textIn(element['type']);
  const isMany = type.startsWith('multi_');
  const isExternal = type.endsWith('external_select');
  const suggestions = useSuggestions(state.suggest, numberIn(element['min_query_length']) ?? MIN_QUERY_LENGTH, text);

  const offered = isExternal ? choicesAmong(suggestions.options) : offeredChoices(type, props, page);
  const known = [...choicesAmong(state.value.options), ...offered];
  const values =
    state.value.values.length === 0 && element['default_to_current_conversation'] === true && channel !== null
      ? [channel]
      : state.value.values;
  const chosen = values.flatMap((value) => known.find((each) => each.value === value) ?? []);
  return (
    <MenuCombobox
      choices={offered}
      chosen={chosen}
      isMany={isMany}
      max={numberIn(element['max_selected_items'])}
      placeholder={plainTextIn(element['placeholder']) || text.choose}
      labelId={labelId}
      describedBy={describedBy}
      isBusy={state.isBusy}
      onChoose={(next) =>
        void state.choose({ values: next.map((each) => each.value), options: next.map((each) => each.option) })
      }
      {...(isExternal ? { onQuery: suggestions.ask, note: suggestions.note } : {})}
    />
  );
}

function offeredChoices(type: string, { element }: ElementProps, { people, channels }: PageValue): readonly Choice[] {
  if (type.endsWith('users_select')) return people.map((each) => named(each.id, `${each.realName} (@${each.name})`));
  if (type.endsWith('channels_select'))
    return channels.filter((each) => each.kind === 'public' && !each.isArchived).map(channelChoice);
  if (type.endsWith('conversations_select')) {
    const include = isObject(element['filter']) ? element['filter']['include'] : undefined;
    const wanted = Array.isArray(include) ? new Set<unknown>(include) : new Set<unknown>(['im', 'private', 'public']);
    return channels.filter((each) => wanted.has(each.kind) && !each.isArchived).map(channelChoice);
  }
  return choicesOf(element);
}

function channelChoice({ id, kind, name }: PageChannel): Choice {
  return named(id, kind === 'im' ? 'Tierbook' : `#${name}`);
}

function named(value: string, label: string): Choice {
  return { value, label, description: '', group: '', option: { value, text: { type: 'plain_text', text: label } } };
}
