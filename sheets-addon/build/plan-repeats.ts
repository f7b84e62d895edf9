import { LENGTH_BITS, PLACE_BITS, type Repeat, SHORTEST, tellBytes } from '../packed/told-bytes.ts';

const LONGEST = SHORTEST + (1 << LENGTH_BITS) - 1;
const MOST_PLACES = 1 << PLACE_BITS;

/** The repeats with which bytes take the least bits, as far as two passes, the first with the nearest long ones, tell what each would take; by where they begin. */
export function planRepeats(bytes: Uint8Array): ReadonlyMap<number, Repeat> {
  const choices = repeatsIn(bytes);
  const first = new Map<number, Repeat>();
  for (let at = 0; at < bytes.length; ) {
    const longest = choices[at]?.at(-1);
    if (longest !== undefined && longest.length > SHORTEST) first.set(at, longest);
    at += first.get(at)?.length ?? 1;
  }
  return cheapest(bytes, choices, pricesOf(bytes, cheapest(bytes, choices, pricesOf(bytes, first))));
}

/** At each byte the latest place for each length that can be repeated, the shortest first. */
function repeatsIn(bytes: Uint8Array): readonly (readonly Repeat[])[] {
  const placesBehind = Array.from({ length: 256 }, (): number[] => []);
  return Array.from(bytes, (_, at) => {
    const places = placesBehind[bytes[at - 1] ?? 0] ?? [];
    const found: Repeat[] = [];
    let longest = SHORTEST - 1;
    for (let place = 0; place < Math.min(places.length, MOST_PLACES); place += 1) {
      const from = places[places.length - 1 - place] ?? 0;
      if (bytes[from + longest] !== bytes[at + longest]) continue;
      let length = 0;
      while (length < LONGEST && at + length < bytes.length && bytes[from + length] === bytes[at + length]) length += 1;
      if (length <= longest) continue;
      longest = length;
      found.push({ place, length });
    }
    places.push(at);
    return found;
  });
}

/** How many bits about it takes to tell a byte, or a repeat. */
interface Prices {
  readonly byte: (at: number) => number;
  readonly repeat: (place: number, length: number) => number;
}

/** What telling took on average with these repeats. */
function pricesOf(bytes: Uint8Array, repeats: ReadonlyMap<number, Repeat>): Prices {
  const bytesAlone = new Averages();
  const bytesBehind = new Averages();
  const behind = (at: number): number => (bytes[at - 1] ?? 0) * 256 + (bytes[at] ?? 0);
  let spent = 0;
  let last = 0;
  let steps = 0;
  tellBytes(
    bytes.slice(),
    (odds, bit) => {
      spent -= Math.log2((bit === 0 ? odds : 65_536 - odds) / 65_536);
      return bit;
    },
    (at) => {
      if (!repeats.has(last)) {
        bytesAlone.add(bytes[last] ?? 0, spent);
        bytesBehind.add(behind(last), spent);
      }
      spent = 0;
      last = at;
      steps += 1;
      return repeats.get(at);
    },
  );
  const all = [...repeats.values()];
  const slots = shares(all.map(({ place }) => slotOf(place)));
  const lengths = shares(all.map(({ length }) => length));
  const telling = -Math.log2((all.length + 1) / (steps + 1));
  return {
    byte: (at) => bytesBehind.of(behind(at), bytesAlone.of(bytes[at] ?? 0, 8)),
    repeat: (place, length) => telling + slots(slotOf(place)) + slotOf(place) + lengths(length),
  };
}

function slotOf(place: number): number {
  return 31 - Math.clz32(place + 1);
}

/** Averages by key, each drawn a little to what is expected. */
class Averages {
  readonly sums = new Map<number, { sum: number; count: number }>();

  add(key: number, value: number): void {
    const { sum, count } = this.sums.get(key) ?? { sum: 0, count: 0 };
    this.sums.set(key, { sum: sum + value, count: count + 1 });
  }

  of(key: number, expected: number): number {
    const { sum, count } = this.sums.get(key) ?? { sum: 0, count: 0 };
    return (sum + expected / 2) / (count + 0.5);
  }
}

/** How many bits each of these values takes by how often it is among them. */
function shares(values: readonly number[]): (value: number) => number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return (value) => -Math.log2(((counts.get(value) ?? 0) + 0.25) / (values.length + 1));
}

/** The cheapest way through the bytes. */
function cheapest(
  bytes: Uint8Array,
  choices: readonly (readonly Repeat[])[],
  prices: Prices,
): ReadonlyMap<number, Repeat> {
  const costs = new Float64Array(bytes.length + 1).fill(Number.POSITIVE_INFINITY);
  const lastSteps: { readonly from: number; readonly repeat?: Repeat }[] = [];
  costs[0] = 0;
  const reach = (from: number, to: number, price: number, repeat?: Repeat): void => {
    const cost = (costs[from] ?? 0) + price;
    if (cost >= (costs[to] ?? 0)) return;
    costs[to] = cost;
    lastSteps[to] = repeat === undefined ? { from } : { from, repeat };
  };
  for (const [at, found] of choices.entries()) {
    reach(at, at + 1, prices.byte(at));
    let shortest = SHORTEST;
    for (const { place, length: longest } of found) {
      for (let length = shortest; length <= longest; length += 1)
        reach(at, at + length, prices.repeat(place, length), { place, length });
      shortest = longest + 1;
    }
  }
  const repeats = new Map<number, Repeat>();
  for (let at = bytes.length; at > 0; ) {
    const { from, repeat } = lastSteps[at] ?? { from: at - 1 };
    if (repeat !== undefined) repeats.set(from, repeat);
    at = from;
  }
  return repeats;
}
