import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { importUndoneLines } from '../../../core/text/import-undo-text.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { answerInPlace, answerOnlyTo } from '../answer.ts';
import { actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import { anyRefusalOf } from '../service-refusal.ts';
import type { Services } from '../services.ts';
import { type BlockActionArgs, buttonValueOf } from './action-args.ts';

/** *Undo import*, below what an import came to: what undoing it came to takes the answer's place. */
export function undoImportAction(services: Services) {
  return async ({ ack, action, body, respond }: BlockActionArgs): Promise<void> => {
    await ack();
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const { language } = viewer;
    if (!belongsHere(asker, services.workspace))
      return answerOnlyTo(respond, plainMessage(BOT_TEXT[language].otherWorkspace));
    try {
      const undone = await services.useCases.undoImport(await contextOf(asker, services), buttonValueOf(action));
      return await answerInPlace(respond, plainMessage(...importUndoneLines(undone, language)));
    } catch (error) {
      const refusal = anyRefusalOf(error, viewer);
      if (refusal === undefined) throw error;
      return answerOnlyTo(respond, plainMessage(refusal.sentence));
    }
  };
}
