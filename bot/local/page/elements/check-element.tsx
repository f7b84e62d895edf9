import { useId } from 'react';
import { TextObject } from '../blocks/text-object.tsx';
import { useFormText } from '../page-context.ts';
import { choicesOf } from './field-value.ts';
import { type ElementProps, useElement } from './surface.ts';

/** Radio buttons or checkboxes, each with its text and description. */
export function CheckElement(props: ElementProps) {
  const { element, labelId, describedBy } = props;
  const { value, choose } = useElement(props);
  const name = useId();
  const text = useFormText();
  const isRadio = element['type'] === 'radio_buttons';
  const chosen = new Set(value.values);
  const toggle = (own: string) => {
    if (isRadio) return choose({ values: [own], options: [] });
    const values = chosen.has(own) ? value.values.filter((each) => each !== own) : [...value.values, own];
    return choose({ values, options: [] });
  };
  return (
    <div
      className="checks"
      role={isRadio ? 'radiogroup' : 'group'}
      aria-labelledby={labelId ?? undefined}
      aria-label={labelId === null ? text.choose : undefined}
      aria-describedby={describedBy}
    >
      {choicesOf(element).map((choice) => (
        <label key={choice.value} className="check">
          <input
            type={isRadio ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.has(choice.value)}
            onChange={() => void toggle(choice.value)}
          />
          <span>
            <TextObject value={choice.option['text']} inline />
            {choice.description !== '' && (
              <small>
                <TextObject value={choice.option['description']} inline />
              </small>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
