import { type Execution, type RunOptions, runEntryPoint } from '../run-script.ts';
import type { ScriptEnvironment } from '../script-environment.ts';
import type { RunResult } from './frame-messages.ts';

/** Runs a function for a page of the add-on, by `google.script.run`: what to answer, and what the execution did. */
export function runForPage(
  environment: ScriptEnvironment,
  functionName: string,
  given: readonly unknown[],
  options: RunOptions,
): { readonly result: RunResult; readonly execution: Execution } {
  const execution = runEntryPoint(environment, functionName, given, options);
  return { result: resultOf(execution), execution };
}

function resultOf(execution: Execution): RunResult {
  switch (execution.kind) {
    case 'done':
      return { kind: 'returned', value: execution.result };
    case 'failed':
      return { kind: 'threw', name: execution.name, message: execution.message };
    case 'stopped':
      return { kind: 'threw', name: 'Exception', message: execution.message };
    default:
      return execution satisfies never;
  }
}
