import type { Facts } from '../../../core/customer.ts';

/** Customers with believable, repeatable values (a linear congruential generator, Park and Miller's). */
export function customers(count: number): Facts[] {
  let state = 20_260_315;
  const random = (): number => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Array.from({ length: count }, () => ({
    values: {
      salesAmount: Math.round(1000 * Math.exp(7 * random())),
      paymentCollection: Math.round(1000 * (0.5 + 0.5 * Math.sqrt(random()))) / 1000,
      orderStability: Math.round(1000 * (0.2 + 0.8 * Math.sqrt(random()))) / 1000,
      yearsOfCooperation: Math.round(180 * random() * random()),
      complaintRate: Math.round(1000 * 0.12 * random() * random()) / 1000,
      satisfaction: Math.round(100 * (0.4 + 0.6 * Math.sqrt(random()))) / 100,
    },
  }));
}
