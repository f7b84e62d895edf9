import { parseSync } from 'rolldown/utils';
import { minify } from 'terser';

/**
 * Properties that only the script's own functions read and write: the build gives them short names, since each stands in the script many
 * times. None may be said to the sidebar, kept in the workbook, be part of a scheme or belong to the language or to Google.
 */
export const INTERNAL_NAMES: readonly string[] = `
  tierIndex weightedMissing isInPopulation acceptsPlainNumbers needsReviewWhenMissing acceptsDays firstAnswer firstLevel
  isByStatement leastKnownWeight isNeeded mostSteps isSameForSameAnswers gradeColumns bandIds leastScores
  blankReasons otherWords isRelative factor doubts counted fitted statement stated weighted band population gradable
  records rowKinds rowNumbers idsByKey fieldById isChinese currencies commas cuts dotOrGroup commaOrGroup dateOrderHint
  dateOrderSeen pointsInRow aboveOne unclear hasYes extraDigits rounding pointsLost dayBound topShare topBand dayGoal
  spared starts leftOut schemeChanged noSuchScheme severalNames noRecords noTable noHeader needsAll headingRow
  hasHeader largest needsReview followUpIn lastContactOn skippedOn isInserted isOursAlone insertions isCut isPlain
  restored isCopy isRepeated signedCuts compiled decided changes dayOf noteChanges hasTiers improvables
  indifferent applying bestAnswer arePeriods labelNamed headingsOf titleUnit tierNamed isDivided editedIn
  facts beyond isOthers owners isMisfit isByBands warnings reasons numbers asOf steps knockOut negative most
  reason decides yearNow ours counting inputs condition filled isProspects accepted possible
  decimalHint decimalSeen locate definition reader noName remembered expectedOn promisedOn certain bound typed
  negatives isTierBack isNamed difference valueAt bandCount plannedOn edges folded byCell
`
  .trim()
  .split(/\s+/);

/**
 * The bundle with {@link INTERNAL_NAMES} shortened.
 *
 * @throws Error for a name that is no property in the bundle, or stands in quotes there, or in a
 * sentence's braces, so that a property could be read by it
 */
export async function withShortNames(bundle: string): Promise<string> {
  const said = withoutComments(bundle);
  for (const name of INTERNAL_NAMES) {
    if (!new RegExp(`[.{,\\s]${name}\\b`).test(said))
      throw new Error(`The script has no property ${name} any more: take it out of the list of internal names.`);
    if (new RegExp(`(['"\`])${name}\\1`).test(said))
      throw new Error(`The script has ${name} in quotes: take it out of the list of internal names.`);
    if (new RegExp(`[^$]\\{${name}\\}`).test(said))
      throw new Error(`A sentence of the script has ${name} in braces: take it out of the list of internal names.`);
  }
  const regex = new RegExp(`^(${INTERNAL_NAMES.join('|')})$`);
  const { code } = await minify(bundle, {
    ecma: 2020,
    compress: false,
    // names of the browser's own are ours here
    mangle: { properties: { regex, keep_quoted: 'strict', builtins: true } },
    format: { beautify: true },
  });
  if (code === undefined) throw new Error('Names could not be shortened.');
  return code;
}

/** Comments put names in quotes too. */
function withoutComments(code: string): string {
  const { comments } = parseSync('bundle.js', code);
  const ends = [0, ...comments.map(({ end }) => end)];
  return ends.map((end, place) => code.slice(end, comments[place]?.start)).join('');
}
