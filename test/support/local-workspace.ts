import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { START_TEXT } from '../../core/text/start-text.ts';
import { startMain } from './main-process.ts';

/** The product as a newcomer has it after `npm start`: the local workspace with its sample customers. */
export interface RunningWorkspace {
  /** `http://127.0.0.1:PORT`, as it printed. */
  readonly address: string;
  /** Where it keeps its data: commands with this as `TIERBOOK_DATA_DIR` work beside it. */
  readonly dataDir: string;
  /** Ends it as Ctrl-C does. Rejects when it does not end well or complained about anything. */
  stop(): Promise<void>;
}

/** Starts the service without Slack in a new folder, with the settings in `environment` before its own. Rejects with all that it printed when it does not get ready. */
export async function startWorkspace(environment: Readonly<Record<string, string>> = {}): Promise<RunningWorkspace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tierbook-'));
  const dataDir = path.join(folder, 'data');
  const main = startMain(folder, { TIERBOOK_DATA_DIR: dataDir, ...environment });
  const printed = () => `It printed:\n${main.stdout()}\n${main.stderr()}`;
  await main.shows(START_TEXT.en.tryIt);
  const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(main.stdout()) ?? [];
  if (address === undefined) {
    main.process.kill();
    await main.ended;
    throw new Error(`The local workspace did not start. ${printed()}`);
  }
  return {
    address,
    dataDir,
    async stop() {
      main.process.kill('SIGTERM');
      const exitCode = await main.ended;
      await rm(folder, { recursive: true, force: true });
      if (exitCode !== 0 || main.stderr() !== '') {
        throw new Error(`The local workspace ended with exit code ${String(exitCode)}. ${printed()}`);
      }
    },
  };
}
