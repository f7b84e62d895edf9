import type { Button } from '@slack/types';
import type { Digest } from '../../../core/digest/digest.ts';
import type { DigestNumber } from '../../../core/digest/digest-number.ts';
import { ACTION } from '../action-ids.ts';
import { digestButtonValue } from '../digest-button.ts';
import { actionButton } from './action-button.ts';

/** As of when the numbers of a page are, and whose page it is. */
export interface ListsFrom extends Pick<Digest, 'asOf' | 'date' | 'since' | 'timeZone'> {
  /** The reader, whose right it is to open the list. */
  readonly readerId: string;
}

/** A button that opens the list behind a number of a page; `place` tells it from others of its block. */
export function listButton(
  label: string,
  number: DigestNumber,
  { asOf, date, readerId, since, timeZone }: ListsFrom,
  { accessible, place }: { readonly accessible?: string; readonly place: number },
): Button {
  return actionButton({
    actionId: `${ACTION.digestList}_${place}`,
    label,
    ...(accessible !== undefined && { accessible }),
    value: digestButtonValue({
      whose: { memberId: readerId },
      timeZone,
      date,
      asOf: new Date(asOf),
      since: since === null ? null : new Date(since),
      edition: 'daily',
      number,
    }),
  });
}
