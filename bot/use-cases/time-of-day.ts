/** `08:30` from `8:30` and `８：３０` too, or `off`; undefined for anything else. */
export function timeOfDay(text: string): string | undefined {
  const time = text.normalize('NFKC').trim().toLowerCase();
  if (time === 'off') return time;
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}
