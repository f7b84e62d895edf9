import { cliText } from '../../core/text/cli-text.ts';
import type { Language } from '../../core/text/language.ts';
import { removeSamples } from '../use-cases/remove-samples.ts';
import { type CliIo, print } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';

/** `sample remove`: takes the sample customers away; customers of one's own stay. */
export async function removeSamplesCommand(
  io: CliIo,
  options: { readonly workspace: string | undefined; readonly language: Language },
): Promise<number> {
  const removed = await inWorkspace(io, options.workspace, removeSamples);
  const text = cliText[options.language];
  await print(io, `${removed === 0 ? text.noSamples : text.samplesRemoved(removed)}\n`);
  return 0;
}
