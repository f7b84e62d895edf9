import type { DigestList } from '../../core/digest/digest-list.ts';
import { type DigestRequest, digestScopeOf } from './ask-digest.ts';
import type { UseCaseContext } from './context.ts';
import type { DigestListAsked } from './digest-asked.ts';
import { digestList } from './digest-list.ts';

/** A number of somebody's digest that is to be opened. */
export interface DigestNumberAsked extends Omit<DigestListAsked, 'repIds'> {
  readonly whose: Pick<DigestRequest, 'memberId' | 'repIds'>;
}

/**
 * A page of the list behind a number of a digest, for who may see that digest now. Throws UseCaseError `others-digest`,
 * `before-history` and `no-such-member`.
 */
export async function openDigestNumber(
  context: UseCaseContext,
  { whose, ...asked }: DigestNumberAsked,
): Promise<DigestList> {
  const { repIds } = await digestScopeOf(context, whose);
  return digestList(context, { ...asked, repIds });
}
