import { appManifest } from '../app-manifest.ts';
import { type CliIo, print } from './cli-io.ts';

/** `manifest`: prints the manifest to create the Slack app from. Returns the exit code. */
export async function manifestCommand(io: CliIo, options: { readonly fileUploads: boolean }): Promise<number> {
  await print(io, `${JSON.stringify(appManifest(options), null, 2)}\n`);
  return 0;
}
