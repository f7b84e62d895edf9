import { type Block, paragraph } from '../../blocks/rich-text.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import { refusalOf } from '../refusal.ts';

/** A page's blocks, or the sentence why there is nothing to see for its reader. */
export async function orRefusal({ language }: Viewer, show: () => Promise<Block[]>): Promise<Block[]> {
  try {
    return await show();
  } catch (error) {
    const refusal = refusalOf(error, language);
    if (refusal === undefined) throw error;
    return [paragraph(refusal.sentence)];
  }
}
