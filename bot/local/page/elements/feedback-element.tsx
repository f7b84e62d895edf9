import { isObject, plainTextIn, textIn } from '../json-value.ts';
import { oneValue } from './field-value.ts';
import { type ElementProps, useElement } from './surface.ts';

/** Two buttons under a message: good and bad. */
export function FeedbackElement(props: ElementProps) {
  const { value, choose, isBusy } = useElement(props);
  return ['positive_button', 'negative_button'].map((name) => {
    const button = props.element[name];
    if (!isObject(button)) return null;
    const own = textIn(button['value']);
    return (
      <button
        key={name}
        type="button"
        className="button"
        disabled={isBusy}
        aria-pressed={value.values.includes(own)}
        aria-label={textIn(button['accessibility_label']) || undefined}
        onClick={() => void choose(oneValue(own))}
      >
        {plainTextIn(button['text'])}
      </button>
    );
  });
}
