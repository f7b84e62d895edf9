import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DeliveryCounts } from './jobs/delivering.ts';
import type { JobCounts } from './jobs/run-job.ts';
import type { SlackTraffic } from './listeners/observed.ts';

/** What is counted, and the requests under way, which a clean stop waits for. */
export interface Metrics extends SlackTraffic, JobCounts, DeliveryCounts {
  readonly registry: Registry;
  /** Lets the deliveries that are not settled yet be counted whenever somebody asks. */
  showOpenDeliveries(count: () => Promise<ReadonlyMap<string, number>>): void;
  /** Requests from Slack that are being answered right now. */
  underWay(): number;
}

/** Metrics in Prometheus' form. `ofProcess` adds those of Node itself (memory, event loop), which cost a timer. */
export function createMetrics(ofProcess: boolean): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = new Histogram({
    name: 'tierbook_slack_request_seconds',
    help: 'How long a request from Slack took until it was dealt with, by kind',
    labelNames: ['kind'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10],
    registers,
  });
  const duplicates = new Counter({
    name: 'tierbook_slack_duplicates_total',
    help: 'Requests that Slack delivered again and that were left alone, by kind',
    labelNames: ['kind'],
    registers,
  });
  const jobs = new Counter({
    name: 'tierbook_jobs_total',
    help: 'Jobs that ended in this process, by queue and outcome; a failed one is tried again until it is given up',
    labelNames: ['queue', 'outcome'],
    registers,
  });
  const deliveries = new Counter({
    name: 'tierbook_deliveries_total',
    help: 'Messages that came to a state in this process, by kind and state; an unknown one is looked up',
    labelNames: ['kind', 'state'],
    registers,
  });
  let underWay = 0;
  registry.registerMetric(
    new Gauge({
      name: 'tierbook_slack_requests_under_way',
      help: 'Requests from Slack that are being answered right now',
      registers: [],
      collect() {
        this.set(underWay);
      },
    }),
  );
  return {
    registry,
    underWay: () => underWay,
    begin(kind) {
      underWay += 1;
      const observe = seconds.startTimer({ kind });
      return () => {
        underWay -= 1;
        observe();
      };
    },
    duplicate: (kind) => duplicates.inc({ kind }),
    jobEnded: (queue, outcome) => jobs.inc({ queue, outcome }),
    deliveryCame: (kind, state) => deliveries.inc({ kind, state }),
    showOpenDeliveries(count) {
      registry.registerMetric(openDeliveries(count));
    },
  };
}

function openDeliveries(count: () => Promise<ReadonlyMap<string, number>>): Gauge<'state'> {
  return new Gauge({
    name: 'tierbook_deliveries_open',
    help: 'Messages that are still to be posted or looked up, by state',
    labelNames: ['state'],
    registers: [],
    async collect() {
      // A database that does not answer is the readiness check's to tell.
      const counted = await count().catch(() => undefined);
      this.reset();
      if (counted === undefined) return;
      for (const state of ['pending', 'sending', 'unknown']) this.set({ state }, counted.get(state) ?? 0);
    },
  });
}
