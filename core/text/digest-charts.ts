import type { CustomerStage } from '../customer-stage.ts';
import type { Digest, DigestEdition, DigestPlace, MovesInto, TierCount } from '../digest/digest.ts';
import { formatDecimal } from './format.ts';
import { statusText, tierText } from './grading-text.ts';
import type { ByLanguage, Language } from './language.ts';
import { shortDay } from './short-day.ts';

/** A bar chart of a digest, within Slack's limits: a title of 50 characters, at most 6 series of at most 20 points, labels of 20. */
export interface DigestChart {
  readonly kind: 'tiers' | 'moves';
  readonly title: string;
  /** The same labels in every series. */
  readonly series: readonly { readonly name: string; readonly data: readonly ChartPoint[] }[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** What the chart shows, in words. */
  readonly summary: string;
}

interface ChartPoint {
  readonly label: string;
  readonly value: number;
}

const MOST_POINTS = 20;
const LONGEST_LABEL = 20;

/**
 * The charts of a digest: customers by tier, now beside before; and how many came to each tier, upwards and downwards. Only what
 * the digest has; none on a quiet day.
 */
export function digestCharts(digest: Digest, language: Language): DigestChart[] {
  return [...tierChart(digest, language), ...moveChart(digest, language)];
}

function tierChart(digest: Digest, language: Language): DigestChart[] {
  const isThere = ({ before, customers }: TierCount) => customers + (before ?? 0) > 0;
  const all = digest.tiers ?? [];
  const stages = stagesOf(all.filter(isThere));
  // a stage in which nobody is would only take up room
  const shown = all.filter((count) => stages.includes(count.stage) && (count.tier !== null || isThere(count)));
  if (stages.length === 0) return [];
  const text = WORDS[language];
  const columns = columnsOf(shown, digest, language);
  const isKnown = shown.some(({ before }) => before !== null);
  const series = stages.flatMap((stage) => {
    const own = shown.filter((count) => count.stage === stage);
    const alone = { now: shortDay(digest.date, digest.date, language), before: text.before[digest.edition] };
    const named = stages.length === 1 ? alone : text.ofStage[stage];
    const now = seriesOf(named.now, own, columns, ({ customers }) => customers);
    return isKnown ? [seriesOf(named.before, own, columns, ({ before }) => before ?? 0), now] : [now];
  });
  const title = titleOf(stages, text);
  return [
    {
      kind: 'tiers',
      title,
      series,
      xLabel: text.tier,
      yLabel: text.customers,
      summary: text.list(
        title,
        shown.map((count) => text.tierCount(placeName(count, stages, digest, language), count.customers, count.before)),
      ),
    },
  ];
}

function moveChart(digest: Digest, language: Language): DigestChart[] {
  const { moves } = digest;
  if (moves === undefined) return [];
  const { down, up } = moves;
  const places = placesOf([...up.into, ...down.into], digest);
  const stages = stagesOf(places);
  if (stages.length === 0) return [];
  const text = WORDS[language];
  const columns = columnsOf(places, digest, language);
  const series = stages.flatMap((stage) => {
    const named = stages.length === 1 ? text : text.ofStage[stage];
    return ([up, down] as const).map(({ into }, index) => {
      const own = into.filter((each) => each.stage === stage);
      return seriesOf(index === 0 ? named.up : named.down, own, columns, ({ customers }) => customers);
    });
  });
  const countIn = (into: readonly MovesInto[], place: DigestPlace) =>
    into.reduce((sum, each) => sum + (isSame(each, place) ? each.customers : 0), 0);
  return [
    {
      kind: 'moves',
      title: text.moves,
      series,
      xLabel: text.tier,
      yLabel: text.customers,
      summary: text.list(
        text.moves,
        places.map((place) =>
          text.movesInto(
            placeName(place, stages, digest, language),
            countIn(up.into, place),
            countIn(down.into, place),
          ),
        ),
      ),
    },
  ];
}

/** What stands along a chart: tiers by name, those of both stages together, and how a place finds its column. */
interface ChartColumns {
  readonly labels: readonly string[];
  readonly nameOf: (place: DigestPlace) => string;
  readonly names: readonly string[];
}

function columnsOf(places: readonly DigestPlace[], digest: Digest, language: Language): ChartColumns {
  const nameOf = (place: DigestPlace) => tierOrStatus(place, digest, language);
  const ordered = [...places.filter(({ tier }) => tier !== null), ...places.filter(({ tier }) => tier === null)];
  const shown = new Set(ordered.map(nameOf));
  const inOrder = tierNames(stagesOf(places), digest, language).filter((name) => shown.has(name));
  const names = [...new Set([...inOrder, ...shown])].slice(0, MOST_POINTS);
  return { names, nameOf, labels: distinctLabels(names) };
}

/** The tiers of all these stages by name, those of the same name once, each after what comes before it in its scheme. */
function tierNames(stages: readonly CustomerStage[], digest: Digest, language: Language): string[] {
  const names: string[] = [];
  for (const stage of stages) {
    let before = names.length - 1;
    for (const { id } of schemeOf(stage, digest)?.tiers ?? []) {
      const name = tierOrStatus({ stage, tier: id, status: 'graded' }, digest, language);
      const known = names.indexOf(name);
      if (known < 0) names.splice(before + 1, 0, name);
      before = known < 0 ? before + 1 : known;
    }
  }
  return names;
}

function seriesOf<T extends DigestPlace>(
  name: string,
  places: readonly T[],
  { labels, nameOf, names }: ChartColumns,
  valueOf: (place: T) => number,
): DigestChart['series'][number] {
  const values = new Map<string, number>();
  for (const place of places) values.set(nameOf(place), (values.get(nameOf(place)) ?? 0) + valueOf(place));
  return {
    name: labelOf(name),
    data: labels.map((label, index) => ({ label, value: values.get(names[index] ?? '') ?? 0 })),
  };
}

/** Each place once: prospects first, the best tier first, those without a tier last. */
function placesOf(into: readonly MovesInto[], digest: Digest): MovesInto[] {
  const places: MovesInto[] = [];
  for (const place of into) if (!places.some((known) => isSame(known, place))) places.push(place);
  places.sort((a, b) => rankOf(a, digest) - rankOf(b, digest));
  return places;
}

function rankOf({ stage, tier }: DigestPlace, digest: Digest): number {
  const at = (schemeOf(stage, digest)?.tiers ?? []).findIndex(({ id }) => id === tier);
  return (stage === 'prospect' ? 0 : 1000) + (at < 0 ? 500 : at);
}

function isSame(one: DigestPlace, other: DigestPlace): boolean {
  return one.stage === other.stage && one.tier === other.tier && one.status === other.status;
}

function titleOf([stage, other]: readonly CustomerStage[], { tiers }: ChartWords): string {
  return tiers[stage === undefined || other !== undefined ? 'both' : stage];
}

/** The stages of these places, prospects first. */
function stagesOf(places: readonly DigestPlace[]): CustomerStage[] {
  return (['prospect', 'customer'] as const).filter((stage) => places.some((place) => place.stage === stage));
}

/** A place in words, with its stage where there are both. */
function placeName(place: DigestPlace, stages: readonly CustomerStage[], digest: Digest, language: Language): string {
  const named = tierOrStatus(place, digest, language);
  return stages.length > 1 ? `${WORDS[language].ofStage[place.stage].now} · ${named}` : named;
}

function tierOrStatus({ stage, status, tier }: DigestPlace, digest: Digest, language: Language): string {
  const scheme = schemeOf(stage, digest);
  if (tier !== null) return scheme === undefined ? tier : tierText(tier, scheme, language);
  return status === null || status === 'graded' ? WORDS[language].notGraded : statusText(status, language);
}

function schemeOf(stage: CustomerStage, { schemes }: Digest) {
  return stage === 'prospect' ? schemes.prospects : schemes.customers;
}

/** Labels as short as they must be, no two alike. */
function distinctLabels(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let own = labelOf(name);
    for (let count = 2; used.has(own); count += 1) own = `${labelOf(name, LONGEST_LABEL - 3)} ${count}`;
    used.add(own);
    return own;
  });
}

function labelOf(text: string, most = LONGEST_LABEL): string {
  const line = text
    .replace(/[\ud800-\udfff]/gu, '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  if (line.length <= most) return line === '' ? '–' : line;
  return `${line
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

interface SeriesWords {
  readonly now: string;
  readonly before: string;
  readonly up: string;
  readonly down: string;
}

interface ChartWords {
  readonly tiers: Readonly<Record<CustomerStage | 'both', string>>;
  readonly moves: string;
  readonly tier: string;
  readonly customers: string;
  readonly before: Readonly<Record<DigestEdition, string>>;
  readonly up: string;
  readonly down: string;
  readonly notGraded: string;
  /** Of customers of one stage beside those of the other; at most 20 characters each. */
  readonly ofStage: Readonly<Record<CustomerStage, SeriesWords>>;
  tierCount(place: string, customers: number, before: number | null): string;
  movesInto(place: string, up: number, down: number): string;
  list(title: string, items: readonly string[]): string;
}

const number = (value: number): string => formatDecimal(value, 0);

const WORDS: ByLanguage<ChartWords> = {
  en: {
    tiers: { customer: 'Customers by tier', prospect: 'Prospects by tier', both: 'Customers and prospects by tier' },
    moves: 'Moves by the tier reached',
    tier: 'Tier',
    customers: 'Customers',
    before: { daily: 'Working day before', weekly: 'A week before', monthly: 'A month before' },
    up: 'Rose to it',
    down: 'Fell to it',
    notGraded: 'not graded yet',
    ofStage: {
      prospect: { now: 'Prospects', before: 'Prospects before', up: 'Prospects up', down: 'Prospects down' },
      customer: { now: 'Customers', before: 'Customers before', up: 'Customers up', down: 'Customers down' },
    },
    tierCount: (place, customers, before) =>
      `${place} ${number(customers)}${before === null ? '' : ` (${number(before)} before)`}`,
    movesInto: (place, up, down) => `${place} ${number(up)} up, ${number(down)} down`,
    list: (title, items) => `${title}: ${items.join('; ')}.`,
  },
  'zh-CN': {
    tiers: { customer: '各等级客户数', prospect: '各等级潜在客户数', both: '各等级客户与潜在客户数' },
    moves: '等级变动（按变动后等级）',
    tier: '等级',
    customers: '客户数',
    before: { daily: '上一工作日', weekly: '一周前', monthly: '一个月前' },
    up: '升至该级',
    down: '降至该级',
    notGraded: '尚未分级',
    ofStage: {
      prospect: { now: '潜在客户', before: '潜在客户（之前）', up: '潜在客户升级', down: '潜在客户降级' },
      customer: { now: '客户', before: '客户（之前）', up: '客户升级', down: '客户降级' },
    },
    tierCount: (place, customers, before) =>
      `${place} ${number(customers)} 个${before === null ? '' : `（之前 ${number(before)} 个）`}`,
    movesInto: (place, up, down) => `${place} 升入 ${number(up)} 个、降入 ${number(down)} 个`,
    list: (title, items) => `${title}：${items.join('；')}。`,
  },
  'zh-TW': {
    tiers: { customer: '各等級客戶數', prospect: '各等級潛在客戶數', both: '各等級客戶與潛在客戶數' },
    moves: '等級變動（依變動後等級）',
    tier: '等級',
    customers: '客戶數',
    before: { daily: '上一工作天', weekly: '一週前', monthly: '一個月前' },
    up: '升至該級',
    down: '降至該級',
    notGraded: '尚未分級',
    ofStage: {
      prospect: { now: '潛在客戶', before: '潛在客戶（之前）', up: '潛在客戶升級', down: '潛在客戶降級' },
      customer: { now: '客戶', before: '客戶（之前）', up: '客戶升級', down: '客戶降級' },
    },
    tierCount: (place, customers, before) =>
      `${place} ${number(customers)} 位${before === null ? '' : `（之前 ${number(before)} 位）`}`,
    movesInto: (place, up, down) => `${place} 升入 ${number(up)} 位、降入 ${number(down)} 位`,
    list: (title, items) => `${title}：${items.join('；')}。`,
  },
};
