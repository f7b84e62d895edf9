/** How a call is to fail. */
export interface Fault {
  /** Slack's error code in a normal answer: `{ok: false, error}`. */
  readonly error?: string;
  /** An HTTP status instead of an answer; 429 comes with `Retry-After`. */
  readonly status?: number;
  /** Seconds for `Retry-After` with status 429; default 1, null for none. */
  readonly retryAfter?: number | null;
  /** The request is taken and never answered. */
  readonly hang?: boolean;
  /** The connection is cut. */
  readonly reset?: boolean;
  /** The call takes effect before it fails: the answer is what gets lost. */
  readonly applied?: boolean;
  /** How many calls in a row fail; default 1. */
  readonly times?: number;
}

/** Failures that a test has asked for, by Web API method or `response_url`. */
export interface Faults {
  failNext(method: string, fault: Fault): void;
  /** The failure that this call is to meet, which is thereby used up; undefined when it may succeed. */
  take(method: string): Fault | undefined;
}

/** No failures yet. Several for one method come in the order in which they were asked for. */
export function createFaults(): Faults {
  const waiting = new Map<string, { fault: Fault; left: number }[]>();
  return {
    failNext(method, fault) {
      const queue = waiting.get(method) ?? [];
      queue.push({ fault, left: fault.times ?? 1 });
      waiting.set(method, queue);
    },
    take(method) {
      const queue = waiting.get(method);
      const first = queue?.[0];
      if (!first) return undefined;
      first.left -= 1;
      if (first.left <= 0) queue.shift();
      return first.fault;
    },
  };
}
