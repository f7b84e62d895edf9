import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Digest } from '../../core/digest/digest.ts';
import type { DigestList } from '../../core/digest/digest-list.ts';
import type { DigestRequest } from '../use-cases/ask-digest.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { DigestChange, DigestSettings, DigestTrouble } from '../use-cases/digest-settings.ts';
import type { DigestNumberAsked } from '../use-cases/open-digest-number.ts';
import type { AskedDays } from '../use-cases/read-asked-days.ts';

/** What listeners ask of the product about digests. */
export interface DigestUseCases {
  /** Throws UseCaseError where the actor may not have it, or there is none of that day. */
  askDigest(context: UseCaseContext, request: DigestRequest): Promise<Digest>;
  /** Throws as `askDigest` does. */
  openDigestNumber(context: UseCaseContext, asked: DigestNumberAsked): Promise<DigestList>;
  /** Of which day and how far back a text asks. Never fails. */
  readAskedDays(text: string, today: CalendarDate): Promise<AskedDays>;
  /** Where, when and of what somebody gets digests. Throws UseCaseError, as the next does. */
  findDigestSettings(context: UseCaseContext, memberId: string): Promise<DigestSettings>;
  /** The actor's last digest, where it did not arrive; undefined otherwise. */
  findDigestTrouble(context: UseCaseContext): Promise<DigestTrouble | undefined>;
  setDigest(context: UseCaseContext, memberId: string, change: DigestChange): Promise<DigestSettings>;
}
