import type { CustomerStage } from '../customer-stage.ts';
import type { Digest, DigestEdition, DigestPlace, MovesInto } from '../digest/digest.ts';
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
  const counts = (digest.tiers ?? []).filter(
    ({ before, customers, tier }) => tier !== null || customers + (before ?? 0) > 0,
  );
  // a stage in which nobody is would only take up room
  const isUsed = (stage: CustomerStage) =>
    counts.some((count) => count.stage === stage && count.customers + (count.before ?? 0) > 0);
  const shown = counts.filter(({ stage }) => isUsed(stage)).slice(0, MOST_POINTS);
  if (shown.length === 0) return [];
  const text = WORDS[language];
  const places = placeNames(shown, digest, language);
  const labels = distinctLabels(places);
  const series = (name: string, valueOf: (count: (typeof shown)[number]) => number) => ({
    name: labelOf(name),
    data: shown.map((count, index) => ({ label: labels[index] ?? '', value: valueOf(count) })),
  });
  const now = series(shortDay(digest.date, digest.date, language), ({ customers }) => customers);
  const isKnown = shown.some(({ before }) => before !== null);
  return [
    {
      kind: 'tiers',
      title: titleOf(shown, text),
      series: isKnown ? [series(text.before[digest.edition], ({ before }) => before ?? 0), now] : [now],
      xLabel: text.tier,
      yLabel: text.customers,
      summary: text.list(
        titleOf(shown, text),
        shown.map(({ before, customers }, index) => text.tierCount(places[index] ?? '', customers, before)),
      ),
    },
  ];
}

function moveChart(digest: Digest, language: Language): DigestChart[] {
  const { moves } = digest;
  if (moves === undefined) return [];
  const places = placesOf([...moves.up.into, ...moves.down.into], digest).slice(0, MOST_POINTS);
  if (places.length === 0) return [];
  const text = WORDS[language];
  const names = placeNames(places, digest, language);
  const labels = distinctLabels(names);
  const countsOf = (into: readonly MovesInto[]) =>
    places.map((place) => into.reduce((sum, each) => sum + (isSame(each, place) ? each.customers : 0), 0));
  const [up, down] = [countsOf(moves.up.into), countsOf(moves.down.into)];
  const series = (name: string, values: readonly number[]) => ({
    name: labelOf(name),
    data: labels.map((label, index) => ({ label, value: values[index] ?? 0 })),
  });
  return [
    {
      kind: 'moves',
      title: text.moves,
      series: [series(text.up, up), series(text.down, down)],
      xLabel: text.tier,
      yLabel: text.customers,
      summary: text.list(
        text.moves,
        names.map((name, index) => text.movesInto(name, up[index] ?? 0, down[index] ?? 0)),
      ),
    },
  ];
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

/** Places in words, with their stage where they are of both. */
function placeNames(places: readonly DigestPlace[], digest: Digest, language: Language): string[] {
  const areBoth = stagesOf(places).size > 1;
  return places.map((place) => {
    const named = tierOrStatus(place, digest, language);
    return areBoth ? `${WORDS[language].stages[place.stage]} · ${named}` : named;
  });
}

function titleOf(places: readonly DigestPlace[], { tiers }: ChartWords): string {
  const [stage, other] = stagesOf(places);
  return tiers[stage === undefined || other !== undefined ? 'both' : stage];
}

function stagesOf(places: readonly DigestPlace[]): ReadonlySet<CustomerStage> {
  return new Set(places.map(({ stage }) => stage));
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

interface ChartWords {
  readonly tiers: Readonly<Record<CustomerStage | 'both', string>>;
  readonly moves: string;
  readonly tier: string;
  readonly customers: string;
  readonly before: Readonly<Record<DigestEdition, string>>;
  readonly up: string;
  readonly down: string;
  readonly notGraded: string;
  readonly stages: Readonly<Record<CustomerStage, string>>;
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
    stages: {
      prospect: 'Prospects',
      customer: 'Customers',
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
    stages: {
      prospect: '潜在客户',
      customer: '客户',
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
    stages: {
      prospect: '潛在客戶',
      customer: '客戶',
    },
    tierCount: (place, customers, before) =>
      `${place} ${number(customers)} 位${before === null ? '' : `（之前 ${number(before)} 位）`}`,
    movesInto: (place, up, down) => `${place} 升入 ${number(up)} 位、降入 ${number(down)} 位`,
    list: (title, items) => `${title}：${items.join('；')}。`,
  },
};
