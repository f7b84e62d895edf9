/**
 * Takes the `engines` of dependencies out of package-lock.json.
 *
 * npm checks them against the Node that runs npm, while the project's scripts run on the Node it brings as a
 * dependency; without them `npm ci` on Node 20 has nothing to warn of. The project's own `engines` stays.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, { engines?: unknown }> };
for (const [place, entry] of Object.entries(lock.packages)) {
  if (place !== '') delete entry.engines;
}
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
