import { HOME_TEAM_TEXT } from '../../../core/text/home-team-text.ts';
import { plainName } from '../../blocks/plain-name.ts';
import { type Block, paragraph } from '../../blocks/rich-text.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import { UseCaseError } from '../../use-cases/use-case-error.ts';
import { refusalOf } from '../refusal.ts';

/** A page's blocks, or the sentence why there is nothing to see for its reader. */
export async function orRefusal({ language }: Viewer, show: () => Promise<Block[]>): Promise<Block[]> {
  try {
    return await show();
  } catch (error) {
    if (error instanceof UseCaseError && error.code === 'others-digest') {
      return [paragraph(HOME_TEAM_TEXT[language].othersRep(plainName(error.detail, 60)))];
    }
    const refusal = refusalOf(error, language);
    if (refusal === undefined) throw error;
    return [paragraph(refusal.sentence)];
  }
}
