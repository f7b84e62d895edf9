import { type CrossingCell, type HostAnswer, type HostFunction, LINE, TEXT } from './apps-script/host.ts';
import type { ScriptQuestions } from './apps-script/script-questions.ts';
import { ServiceCounter } from './apps-script/service-counts.ts';
import type { HostText, HostValue } from './apps-script/spreadsheet-host.ts';
import { createWorkbookHost } from './apps-script/workbook-host.ts';
import { type AuthMode, accessOf, refusalOf } from './permission.ts';
import type { Execution, RunOptions } from './run-script.ts';
import type { ScriptEnvironment } from './script-environment.ts';
import { cacheServices } from './script-services/cache-services.ts';
import { lockServices } from './script-services/lock-services.ts';
import { plainServices } from './script-services/plain-services.ts';
import { propertyServices } from './script-services/property-services.ts';
import { uiServices } from './script-services/ui-services.ts';
import type { ShownPage } from './ui-parts.ts';

/** The world outside of one execution: it answers what the services within ask, and nothing any more once it has ended. */
export class ScriptOutside {
  readonly #answers: ScriptQuestions;
  readonly #scopes: readonly string[];
  readonly #options: RunOptions;
  readonly #mode: AuthMode;
  readonly #counter = new ServiceCounter();
  readonly #calls: string[] = [];
  readonly #log: Execution['log'][number][] = [];
  readonly #shown: ShownPage[] = [];
  /** Rows of cells for the workbook's function that is asked for next. */
  #lines: (HostValue | null)[][] = [];
  /** Long texts of the workbook's last answer, to be fetched by their place. */
  #texts: string[] = [];
  #isCut = false;
  #isOver = false;

  constructor({ addOn, lasting, clock, workbook }: ScriptEnvironment, options: RunOptions, mode: AuthMode) {
    const { user, answerAlert } = options;
    this.#options = options;
    this.#mode = mode;
    this.#scopes = addOn.scopes;
    const host: object = createWorkbookHost(workbook, {
      user: user.email,
      counter: this.#counter,
      allow: (service, method) => this.#enter(service, method),
      toast: (text) => this.#shown.push({ kind: 'toast', text }),
    });
    const functions = new Map(Object.entries(host as Readonly<Record<string, (...given: unknown[]) => unknown>>));
    this.#answers = {
      ...lockServices(lasting, user, this),
      ...propertyServices(lasting, user),
      ...cacheServices(lasting, user, clock),
      ...uiServices(lasting, user, {
        show: (page) => this.#shown.push(page),
        answer: (request) => answerAlert?.(request) ?? 'CLOSE',
      }),
      ...plainServices(addOn, user),
      entered: (service, method) => this.#enter(service, method),
      now: () => clock.now().getTime(),
      log: (level, text) => this.#log.push({ level, text }),
      workbookFunctions: () => [...functions.keys()],
      workbook: (name, given) => {
        const lines = this.#lines;
        this.#lines = [];
        this.#texts = [];
        return this.#withoutLongTexts(functions.get(name)?.(...given, ...(lines.length > 0 ? [lines] : [])));
      },
    };
  }

  /** Whether it was cut off as `stopAfterCalls` asks. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** What the execution has done so far. */
  get done(): Pick<Execution, 'calls' | 'counts' | 'log' | 'shown'> {
    return { calls: this.#calls, counts: this.#counter.counts, log: this.#log, shown: this.#shown };
  }

  /** The execution has ended. */
  close(): void {
    this.#isOver = true;
  }

  /** The function that the services within know. It never throws what they could not read as text. */
  readonly ask: HostFunction = (name, parameters, ...cells) => {
    let answer: HostAnswer;
    try {
      if (this.#isOver) throw new Error('The execution has ended.');
      if (name === LINE) {
        this.#lines.push(arrived(cells));
        return '';
      }
      if (name === TEXT) return this.#texts[Number(parameters)] ?? '';
      if (!Object.hasOwn(this.#answers, name)) throw new Error(`Nothing answers ${name}.`);
      const answered = this.#answers[name as keyof ScriptQuestions] as (...given: unknown[]) => unknown;
      answer = { value: answered(...(JSON.parse(parameters) as unknown[])) ?? null };
    } catch (error) {
      answer = { error: error instanceof Error ? error.message : String(error) };
    }
    return JSON.stringify(answer);
  };

  /** Rows of cells with places instead of long texts; anything else as it is. */
  #withoutLongTexts(answer: unknown): unknown {
    if (!Array.isArray(answer) || !Array.isArray(answer[0])) return answer;
    for (const line of answer as unknown[][])
      for (let at = 0; at < line.length; at++) {
        const cell = line[at];
        if (typeof cell === 'string' && cell.length > LONG_TEXT)
          line[at] = { longText: this.#texts.push(cell) - 1 } satisfies HostText;
      }
    return answer;
  }

  #enter(service: string, method: string): void {
    const { onCall, stopAfterCalls } = this.#options;
    if (stopAfterCalls !== undefined && this.#calls.length >= stopAfterCalls) {
      this.#isCut = true;
      throw new Error('The execution was cancelled.');
    }
    const name = `${service}.${method}`;
    onCall?.({ index: this.#calls.length, name });
    const refusal = refusalOf(name, accessOf(service, method), this.#mode, this.#scopes);
    if (refusal !== undefined) throw new Error(refusal);
    this.#calls.push(name);
  }
}

/** From this length on fetching a text takes less than copying it. */
const LONG_TEXT = 60;

/** A row as it came out of the script's context, made into ours. Throws for what is no cell: no object of the script's comes in. */
function arrived(row: CrossingCell[]): (HostValue | null)[] {
  const cells = row as (HostValue | null)[];
  for (let at = 0; at < row.length; at++) {
    const cell = row[at];
    // as JSON has it, there is no -0
    if (typeof cell === 'number') cells[at] = cell + 0;
    else if (typeof cell === 'bigint') cells[at] = { dateMs: Number(cell) };
    else if (cell === undefined || cell === null) cells[at] = null;
    else if (typeof cell === 'object' || typeof cell === 'function' || typeof cell === 'symbol')
      throw new TypeError(`A cell cannot hold a ${typeof cell}.`);
  }
  return cells;
}
