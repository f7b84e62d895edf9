import { expect, test } from 'vitest';
import { fieldProblem } from '../../../../../bot/local/page/elements/field-problem.ts';
import { PAGE_FORM_TEXT } from '../../../../../core/text/page-form-text.ts';

const text = PAGE_FORM_TEXT.en;
const whole = { type: 'number_input', is_decimal_allowed: false, min_value: '0', max_value: '10' };

test.each([
  [{ type: 'plain_text_input', min_length: 3 }, 'ab', text.tooShort(3)],
  [{ type: 'plain_text_input', min_length: 3 }, '', null],
  [{ type: 'plain_text_input', max_length: 2 }, 'abc', text.tooLong(2)],
  [{ type: 'plain_text_input', max_length: 3 }, 'abc', null],
  [whole, '7', null],
  [whole, '7.5', text.notWhole],
  [whole, '-1', text.atLeast('0')],
  [whole, '11', text.atMost('10')],
  [whole, 'seven', text.notANumber],
  [{ type: 'number_input', is_decimal_allowed: true }, '7.5', null],
  [{ type: 'email_text_input' }, 'anna@example.com', null],
  [{ type: 'email_text_input' }, 'anna', text.notAnEmail],
  [{ type: 'url_text_input' }, 'https://example.com', null],
  [{ type: 'url_text_input' }, 'example.com', text.notAUrl],
])('%j with %j', (element, value, expected) => {
  expect(fieldProblem(element, value, text)).toBe(expected);
});
