import { plainTextIn, textIn } from '../json-value.ts';
import { useFormText, usePage } from '../page-context.ts';
import { isoDay, isoTime, zonedMoment } from '../zoned-time.ts';
import { oneValue } from './field-value.ts';
import { type ElementProps, useElement } from './surface.ts';

/** A day, a time or both, in the browser's own pickers. A moment is read in the person's time zone. */
export function DateElement(props: ElementProps) {
  const { element, labelId, describedBy } = props;
  const { value, choose, isBusy } = useElement(props);
  const { me } = usePage();
  const text = useFormText();
  const type = textIn(element['type']);
  const shown = value.values[0] ?? '';
  const isMoment = type === 'datetimepicker';
  const atMs = Number(shown) * 1000;
  const local = !isMoment || shown === '' ? '' : `${isoDay(atMs, me.timeZone)}T${isoTime(atMs, me.timeZone)}`;
  const take = (typed: string) => {
    if (!isMoment) return choose(oneValue(typed));
    const [day = '', time = ''] = typed.split('T');
    const seconds = zonedMoment(day, time, me.timeZone) / 1000;
    return choose(oneValue(Number.isNaN(seconds) ? '' : String(seconds)));
  };
  return (
    <input
      type={isMoment ? 'datetime-local' : type === 'timepicker' ? 'time' : 'date'}
      className="field date"
      value={isMoment ? local : shown}
      aria-labelledby={labelId ?? undefined}
      aria-label={labelId === null ? plainTextIn(element['placeholder']) || text.choose : undefined}
      aria-describedby={describedBy}
      aria-busy={isBusy || undefined}
      onChange={(event) => void take(event.target.value)}
    />
  );
}
