import { usePage, usePageText } from '../page-context.ts';
import { formatMoment, isoDay, tsMs } from '../zoned-time.ts';

/** The day of the messages below. */
export function DayDivider({ ts }: { readonly ts: string }) {
  const { me, now } = usePage();
  const text = usePageText();
  const at = tsMs(ts);
  const days = (Date.parse(isoDay(now(), me.timeZone)) - Date.parse(isoDay(at, me.timeZone))) / 86_400_000;
  const day = formatMoment(at, me, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <h2 className="day-divider">
      <span>{days === 0 ? text.today : days === 1 ? text.yesterday : day}</span>
    </h2>
  );
}
