import { BOT_TEXT } from '../../../core/text/bot-text.ts';
import { POSTED_TABLE_TEXT } from '../../../core/text/posted-table-text.ts';
import { plainMessage } from '../../blocks/rich-text.ts';
import { readTableButton, type TableButton } from '../../blocks/table-button.ts';
import { importAgain, tableResult } from '../../blocks/table-preview.ts';
import type { Viewer } from '../../blocks/viewer.ts';
import { systemClock } from '../../clock.ts';
import type { TableUpload } from '../../read-upload.ts';
import { UnusableTableError } from '../../use-cases/unusable-table-error.ts';
import { answerInPlace, answerOnlyTo } from '../answer.ts';
import { type Asker, actionAsker, belongsHere, contextOf, viewerOf } from '../asker.ts';
import { fetchPostedFile, findPostedFile, type Refused } from '../posted-file.ts';
import { previewPosted, tableFileOptions } from '../preview-posted.ts';
import { seenOnce } from '../seen-once.ts';
import type { Services } from '../services.ts';
import { type BlockActionArgs, buttonValueOf } from './action-args.ts';

/** One press of a button under a posted table, by a person who may. */
interface Press {
  readonly args: BlockActionArgs;
  readonly button: TableButton;
  readonly asker: Asker;
  readonly viewer: Viewer;
}

/** The buttons under a posted table: import it, settle what it leaves open, or leave it. One at a time for each message. */
export function postedTableActions(services: Services) {
  const pressed = seenOnce(systemClock);

  /** Runs `work` unless the message is being dealt with already; it says whether that is the end of it. */
  const inTurn = (work: (press: Press) => Promise<'settled' | 'open'>) => async (args: BlockActionArgs) => {
    await args.ack();
    const { action, body, respond } = args;
    const asker = actionAsker(body);
    const viewer = await viewerOf(asker, services);
    const { language } = viewer;
    const text = POSTED_TABLE_TEXT[language];
    const button = readTableButton(buttonValueOf(action));
    if (button === undefined) return answerOnlyTo(respond, plainMessage(BOT_TEXT[language].unknownAction));
    if (!belongsHere(asker, services.workspace))
      return answerOnlyTo(respond, plainMessage(BOT_TEXT[language].otherWorkspace));
    if (!services.takesFiles) return answerOnlyTo(respond, plainMessage(text.switchedOff));
    const place = `${body.channel?.id ?? ''} ${body.message?.ts ?? ''}`;
    if (!pressed.isNew(place)) return answerOnlyTo(respond, plainMessage(text.already));
    let end: 'settled' | 'open' = 'open';
    try {
      end = await work({ args, button, asker, viewer });
    } finally {
      if (end === 'open') pressed.forget(place);
    }
    return undefined;
  };

  return {
    import: inTurn((press) => importPosted(press, services)),
    decide: inTurn((press) => previewAgain(press, services)),
    cancel: inTurn(async ({ args, viewer }) => {
      await answerInPlace(args.respond, plainMessage(POSTED_TABLE_TEXT[viewer.language].cancelled));
      return 'settled';
    }),
  };
}

async function importPosted(press: Press, services: Services): Promise<'settled' | 'open'> {
  const { args, asker, button, viewer } = press;
  const { respond } = args;
  const { language } = viewer;
  const text = POSTED_TABLE_TEXT[language];
  await answerInPlace(respond, plainMessage(text.importing));
  try {
    const upload = await fetchAgain(press, services);
    if ('kind' in upload) {
      const answer = upload.isPassing ? importAgain(upload.sentence, button, language) : plainMessage(upload.sentence);
      await answerInPlace(respond, answer);
      return upload.isPassing ? 'open' : 'settled';
    }
    const context = await contextOf(asker, services);
    const result = await services.useCases.importTable(context, upload, tableFileOptions(button, viewer));
    await answerInPlace(respond, tableResult(result, language));
    return 'settled';
  } catch (error) {
    if (error instanceof UnusableTableError) {
      await answerInPlace(respond, plainMessage(error.message));
      return 'settled';
    }
    // The message must not promise any longer; the error itself goes the way of all errors.
    await answerInPlace(respond, importAgain(text.notFinished, button, language));
    throw error;
  }
}

async function previewAgain(press: Press, services: Services): Promise<'open'> {
  const { args, asker, button, viewer } = press;
  const upload = await fetchAgain(press, services);
  if ('kind' in upload) await answerOnlyTo(args.respond, plainMessage(upload.sentence));
  else await answerInPlace(args.respond, await previewPosted(upload, button, asker, viewer, services));
  return 'open';
}

async function fetchAgain({ args, button, viewer }: Press, services: Services): Promise<TableUpload | Refused> {
  const text = POSTED_TABLE_TEXT[viewer.language];
  const file = await findPostedFile(args.client, button.fileId, text);
  return file.kind === 'refused' ? file : fetchPostedFile(args.client, file, text, services.log);
}
