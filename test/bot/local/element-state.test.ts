import { describe, expect, test } from 'vitest';
import { InputError, initialState, isEmptyState, stateAfter } from '../../../bot/local/element-state.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });

describe("an element's state after an input", () => {
  test.each([
    [{ type: 'plain_text_input' }, 'x', { value: 'x' }],
    [{ type: 'plain_text_input' }, '', { value: null }],
    [{ type: 'number_input' }, '1.5', { value: '1.5' }],
    [{ type: 'datepicker' }, '2026-03-02', { selected_date: '2026-03-02' }],
    [{ type: 'timepicker' }, '08:30', { selected_time: '08:30' }],
    [{ type: 'datetimepicker' }, '1700000000', { selected_date_time: 1_700_000_000 }],
    [{ type: 'static_select', options: [option('a')] }, 'a', { selected_option: option('a') }],
    [{ type: 'static_select', option_groups: [{ options: [option('a')] }] }, 'a', { selected_option: option('a') }],
    [
      { type: 'checkboxes', options: [option('a'), option('b')] },
      ['b', 'a'],
      { selected_options: [option('b'), option('a')] },
    ],
    [{ type: 'users_select' }, 'U0ANNA', { selected_user: 'U0ANNA' }],
    [{ type: 'multi_channels_select' }, ['C0SALES'], { selected_channels: ['C0SALES'] }],
  ])('%j with %j', (element, input, state) => {
    expect(stateAfter(element, input)).toEqual({ type: element.type, ...state });
  });

  test.each([
    [{ type: 'button' }, 'x'],
    [{ type: 'datepicker' }, '2/3/26'],
    [{ type: 'number_input' }, 'many'],
    [{ type: 'email_text_input' }, 'nobody'],
    [{ type: 'static_select', options: [option('a')] }, 'b'],
    [{ type: 'static_select', options: [option('a')] }, ['a', 'a']],
    [{ type: 'multi_users_select', max_selected_items: 1 }, ['U1', 'U2']],
    [{ type: 'plain_text_input', max_length: 2 }, 'xxx'],
    [{ type: 'plain_text_input', min_length: 2 }, 'x'],
  ])('%j refuses %j', (element, input) => {
    expect(() => stateAfter(element, input)).toThrow(InputError);
  });
});

test('an untouched element holds its first value, or nothing', () => {
  expect(initialState({ type: 'plain_text_input', initial_value: 'x' })).toEqual({
    type: 'plain_text_input',
    value: 'x',
  });
  expect(isEmptyState(initialState({ type: 'static_select' }))).toBe(true);
  expect(isEmptyState(initialState({ type: 'checkboxes' }))).toBe(true);
  expect(isEmptyState(initialState({ type: 'datepicker', initial_date: '2026-03-02' }))).toBe(false);
  expect(initialState({ type: 'button' })).toBeUndefined();
});
