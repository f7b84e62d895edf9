import { describe, expect, test } from 'vitest';
import { oneValue } from '../../../../../bot/local/page/elements/field-value.ts';
import {
  fieldKey,
  fieldProblems,
  filledFields,
  valueInView,
} from '../../../../../bot/local/page/modals/filled-fields.ts';
import { PAGE_FORM_TEXT } from '../../../../../core/text/page-form-text.ts';
import { pageView } from '../../../../support/page-parts.ts';

const input = (blockId: string, element: object, over: object = {}) => ({
  type: 'input',
  block_id: blockId,
  element: { action_id: 'a', ...element },
  ...over,
});
const note = input('note', { type: 'plain_text_input', max_length: 5 });
const kind = input('kind', { type: 'static_select' }, { optional: true });
const text = PAGE_FORM_TEXT.en;

describe('what stands in a field', () => {
  const view = pageView([note], { note: { a: { type: 'plain_text_input', value: 'from the server' } } });

  test('what was touched comes before what the server has, even when it was emptied', () => {
    expect(valueInView(view, {}, 'note', 'a')?.values).toEqual(['from the server']);
    expect(valueInView(view, { [fieldKey('note', 'a')]: oneValue('mine') }, 'note', 'a')?.values).toEqual(['mine']);
    expect(valueInView(view, { [fieldKey('note', 'a')]: oneValue('') }, 'note', 'a')?.values).toEqual([]);
  });

  test('what was touched under other ids does not', () => {
    expect(valueInView(view, { [fieldKey('note', 'b')]: oneValue('mine') }, 'note', 'a')?.values).toEqual([
      'from the server',
    ]);
    expect(valueInView(view, {}, 'other', 'a')).toBeUndefined();
  });
});

describe('what is sent', () => {
  test('is every field that holds something or was touched', () => {
    const touched = { [fieldKey('note', 'a')]: oneValue('hi') };
    expect(filledFields(pageView([note, kind]), touched)).toEqual([{ blockId: 'note', actionId: 'a', input: 'hi' }]);
    const emptied = { ...touched, [fieldKey('kind', 'a')]: oneValue('') };
    expect(filledFields(pageView([note, kind]), emptied)).toContainEqual({ blockId: 'kind', actionId: 'a', input: [] });
  });

  test('an initial value counts though nobody has touched it', () => {
    const day = input('day', { type: 'datepicker', initial_date: '2026-12-01' });
    expect(filledFields(pageView([day]), {})).toEqual([{ blockId: 'day', actionId: 'a', input: '2026-12-01' }]);
  });

  test('elements outside input blocks are not sent: they acted at once', () => {
    const actions = { type: 'actions', block_id: 'b', elements: [{ type: 'static_select', action_id: 'a' }] };
    expect(filledFields(pageView([actions]), { [fieldKey('b', 'a')]: oneValue('x') })).toEqual([]);
  });
});

describe('what must be mended first', () => {
  test('a field that is missing, unless it is optional', () => {
    expect(fieldProblems(pageView([note, kind]), {}, text)).toEqual({ note: text.required });
  });

  test('a field that is not in its form', () => {
    const touched = { [fieldKey('note', 'a')]: oneValue('too long') };
    expect(fieldProblems(pageView([note, kind]), touched, text)).toEqual({ note: text.tooLong(5) });
  });
});
