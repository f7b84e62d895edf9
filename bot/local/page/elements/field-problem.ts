import type { PageFormText } from '../../../../core/text/page-form-text.ts';
import { type JsonObject, numberIn, textIn } from '../json-value.ts';

/** What is wrong with a text in an input element, as Slack's own client would say before it sends; null when nothing is. */
export function fieldProblem(element: JsonObject, value: string, text: PageFormText): string | null {
  const min = numberIn(element['min_length']);
  const max = numberIn(element['max_length']);
  if (value === '') return null;
  if (min !== undefined && value.length < min) return text.tooShort(min);
  if (max !== undefined && value.length > max) return text.tooLong(max);
  switch (element['type']) {
    case 'number_input':
      return numberProblem(element, value, text);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+$/.test(value) ? null : text.notAnEmail;
    case 'url_text_input':
      return /^https?:\/\/\S+$/.test(value) ? null : text.notAUrl;
    default:
      return null;
  }
}

function numberProblem(element: JsonObject, value: string, text: PageFormText): string | null {
  if (!/^-?\d+([.]\d+)?$/.test(value)) return text.notANumber;
  if (element['is_decimal_allowed'] !== true && value.includes('.')) return text.notWhole;
  const least = textIn(element['min_value']);
  const most = textIn(element['max_value']);
  if (least !== '' && Number(value) < Number(least)) return text.atLeast(least);
  if (most !== '' && Number(value) > Number(most)) return text.atMost(most);
  return null;
}
