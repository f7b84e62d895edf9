import type { DateOrder } from '../../core/table/reading.ts';

/** What a button under a posted table carries: all that is needed to read the file again, even after a restart. */
export interface TableButton {
  /** Slack's id of the file. */
  readonly fileId: string;
  readonly decimal?: '.' | ',';
  readonly dateOrder?: DateOrder;
  /** Whether the sample customers go first; default false. */
  readonly removeSamples?: boolean;
}

/** The button's value, far below the 2,000 characters that Slack allows. */
export function tableButtonValue({ fileId, decimal, dateOrder, removeSamples }: TableButton): string {
  return new URLSearchParams({
    file: fileId,
    ...(decimal !== undefined && { decimal }),
    ...(dateOrder !== undefined && { dates: dateOrder }),
    ...(removeSamples === true && { samples: 'remove' }),
  }).toString();
}

/** Reads a button's value back; undefined when it is not one of ours. */
export function readTableButton(value: string): TableButton | undefined {
  const given = new URLSearchParams(value);
  const fileId = given.get('file') ?? '';
  if (!/^F[A-Z0-9]+$/.test(fileId)) return undefined;
  const decimal = (['.', ','] as const).find((mark) => mark === given.get('decimal'));
  const dateOrder = (['dmy', 'mdy', 'ymd'] as const).find((order) => order === given.get('dates'));
  return {
    fileId,
    ...(decimal !== undefined && { decimal }),
    ...(dateOrder !== undefined && { dateOrder }),
    removeSamples: given.get('samples') === 'remove',
  };
}
