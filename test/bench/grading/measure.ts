import { median } from '../../support/median.ts';

/** One engine doing one job. */
export interface Contestant {
  readonly name: string;
  /** How many customers a run takes. */
  readonly size: number;
  /** Returns how many it answered. */
  readonly run: () => number | Promise<number>;
}

/** Rounds that are measured; two more come first, to warm up. Odd, so that there is a middle one. */
export const ROUNDS = 7;

/** Customers a second of each contestant, the median of interleaved rounds; throws an Error where one leaves customers out. */
export async function customersPerSecond(contestants: readonly Contestant[]): Promise<Map<string, number>> {
  const rates = new Map<string, number[]>();
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const { name, size, run } of contestants) {
      const start = performance.now();
      const answered = await run();
      const perSecond = (1000 * size) / (performance.now() - start);
      if (answered !== size) throw new Error(`${name} answered ${answered} of ${size}`);
      if (round >= 0) rates.set(name, [...(rates.get(name) ?? []), perSecond]);
    }
  }
  return new Map([...rates].map(([name, all]) => [name, median(all)]));
}
