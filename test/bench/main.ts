/**
 * `npm run bench [-- NAME …]`: measures what Tierbook promises, as ratios within one run.
 *
 * Each benchmark compares side by side and prints what it saw; figures in milliseconds are of this machine only.
 */
import { benchCustomerSearch } from './customer-search.ts';
import { benchDeliveries } from './deliveries.ts';
import { benchDigest } from './digest.ts';
import { benchGradeCommand } from './grade-command.ts';
import { benchGrading } from './grading.ts';
import { benchHome } from './home.ts';
import { benchPlanDay } from './plan-day.ts';
import { benchReadTable } from './read-table.ts';
import { benchRegrade } from './regrade.ts';
import { benchSharedSheet } from './shared-sheet.ts';
import { benchSheets } from './sheets.ts';
import { benchStart } from './start.ts';

const BENCHES: Readonly<Record<string, () => unknown>> = {
  grading: benchGrading,
  'read-table': benchReadTable,
  'customer-search': benchCustomerSearch,
  regrade: benchRegrade,
  'plan-day': benchPlanDay,
  digest: benchDigest,
  home: benchHome,
  'grade-command': benchGradeCommand,
  deliveries: benchDeliveries,
  sheets: benchSheets,
  'shared-sheet': benchSharedSheet,
  start: benchStart,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n# ${name}`);
  await bench();
}
