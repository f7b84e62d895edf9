import type { KeyboardEvent } from 'react';
import { isObject, numberIn, plainTextIn, textIn } from '../json-value.ts';
import { useFormText } from '../page-context.ts';
import { oneValue } from './field-value.ts';
import { type ElementProps, useElement } from './surface.ts';

/** A field for text, a number or an address. */
export function TextElement(props: ElementProps) {
  const { element, dispatches, labelId, describedBy } = props;
  const { value, keep, choose } = useElement(props);
  const text = useFormText();
  const type = textIn(element['type']);
  const shown = value.values[0] ?? '';
  const triggers = dispatchTriggers(element['dispatch_action_config']);
  const isLong = type === 'rich_text_input' || element['multiline'] === true;
  const max = numberIn(element['max_length']);

  const onType = (typed: string) => {
    if (dispatches && triggers.includes('on_character_entered')) void choose(oneValue(typed));
    else keep(oneValue(typed));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isLong) return;
    if (!dispatches || !triggers.includes('on_enter_pressed')) return;
    event.preventDefault();
    void choose(oneValue(shown));
  };
  const common = {
    className: 'field',
    value: shown,
    placeholder: plainTextIn(element['placeholder']),
    'aria-labelledby': labelId ?? undefined,
    'aria-label': labelId === null ? plainTextIn(element['placeholder']) || text.choose : undefined,
    'aria-describedby': describedBy,
    'data-focus-on-load': element['focus_on_load'] === true || undefined,
    onKeyDown,
  };
  const field = isLong ? (
    <textarea {...common} rows={4} onChange={(event) => onType(event.target.value)} />
  ) : (
    <input {...common} {...KINDS[type]} onChange={(event) => onType(event.target.value)} />
  );
  if (max === undefined) return field;
  return (
    <>
      {field}
      <span className={shown.length > max ? 'counter is-over' : 'counter'}>
        {shown.length} / {max}
      </span>
    </>
  );
}

/** `text` and not `number`, so that what was typed wrongly stays there to be mended. */
const KINDS: Readonly<Record<string, { type: string; inputMode?: 'decimal' | 'email' | 'url' }>> = {
  plain_text_input: { type: 'text' },
  number_input: { type: 'text', inputMode: 'decimal' },
  email_text_input: { type: 'text', inputMode: 'email' },
  url_text_input: { type: 'text', inputMode: 'url' },
};

function dispatchTriggers(config: unknown): readonly unknown[] {
  const given = isObject(config) ? config['trigger_actions_on'] : undefined;
  return Array.isArray(given) ? given : ['on_enter_pressed'];
}
