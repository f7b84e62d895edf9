import { describe, expect, test } from 'vitest';
import {
  choicesOf,
  initialValue,
  inputOf,
  NO_VALUE,
  oneValue,
  valueOfState,
} from '../../../../../bot/local/page/elements/field-value.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value.toUpperCase() }, value });

describe('the value in one of Slack’s states', () => {
  test.each([
    [{ type: 'plain_text_input', value: 'hi' }, ['hi']],
    [{ type: 'plain_text_input', value: null }, []],
    [{ type: 'datepicker', selected_date: '2026-11-22' }, ['2026-11-22']],
    [{ type: 'datetimepicker', selected_date_time: 1700000000 }, ['1700000000']],
    [{ type: 'static_select', selected_option: option('a') }, ['a']],
    [{ type: 'checkboxes', selected_options: [option('a'), option('b')] }, ['a', 'b']],
    [{ type: 'multi_users_select', selected_users: ['U1', 'U2'] }, ['U1', 'U2']],
    [{ type: 'channels_select', selected_channel: 'C1' }, ['C1']],
  ])('%j', (state, values) => {
    expect(valueOfState(state).values).toEqual(values);
  });

  test('rich text gives its text', () => {
    const section = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
    const rich_text_value = { type: 'rich_text', elements: [section('one'), section('two')] };
    expect(valueOfState({ type: 'rich_text_input', rich_text_value }).values).toEqual(['one\ntwo']);
  });

  test('a chosen option is kept with its label', () => {
    expect(valueOfState({ type: 'external_select', selected_option: option('a') }).options).toEqual([option('a')]);
  });
});

test('an element begins with its initial value, or with none', () => {
  expect(initialValue({ type: 'static_select', initial_option: option('a') }).values).toEqual(['a']);
  expect(initialValue({ type: 'datetimepicker', initial_date_time: 1700000000 }).values).toEqual(['1700000000']);
  expect(initialValue({ type: 'plain_text_input' })).toEqual(NO_VALUE);
});

describe('a value as the server takes it', () => {
  test.each([
    ['plain_text_input', oneValue('x'), 'x'],
    ['plain_text_input', NO_VALUE, ''],
    ['static_select', oneValue('a'), 'a'],
    ['static_select', NO_VALUE, []],
    ['radio_buttons', NO_VALUE, []],
    ['multi_static_select', oneValue('a'), ['a']],
    ['checkboxes', NO_VALUE, []],
  ])('%s', (type, value, expected) => {
    expect(inputOf({ type }, value)).toEqual(expected);
  });
});

test('choices come from options and from groups, with the group’s label', () => {
  const groups = [{ label: { type: 'plain_text', text: 'G' }, options: [option('b')] }];
  const summary = (element: object) =>
    choicesOf({ ...element }).map(({ value, label, group }) => [value, label, group]);
  expect(summary({ options: [option('a')] })).toEqual([['a', 'A', '']]);
  expect(summary({ option_groups: groups })).toEqual([['b', 'B', 'G']]);
});
