/**
 * The names of all properties in what crosses as JSON, at any depth.
 *
 * @param leftOut a property of which only the name counts
 */
export function crossingKeys(value: unknown, leftOut?: string, keys = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const one of value) crossingKeys(one, leftOut, keys);
  else if (typeof value === 'object' && value !== null && !(value instanceof Date))
    for (const [key, one] of Object.entries(value)) {
      if (/^\w+$/.test(key)) keys.add(key);
      if (key !== leftOut) crossingKeys(one, leftOut, keys);
    }
  return keys;
}

/** Names of one or two letters that the protocol has itself; any other is one that the build has made short. */
const SHORT_NAMES = new Set(['a1', 'at', 'id', 'is', 'to']);

/**
 * Throws for what the built script says under a name that its build has made short, since nobody else knows it by that. Within a scheme's document
 * names may be ids of its author's, and short.
 */
export function requireFullNames(said: unknown): void {
  const short = [...crossingKeys(said, 'document')].filter((key) => key.length < 3 && !SHORT_NAMES.has(key));
  if (short.length > 0) throw new Error(`The script says ${short.join(', ')}: names that its build has made short.`);
}
