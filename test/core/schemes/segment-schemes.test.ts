import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import type { Facts } from '../../../core/customer.ts';
import { checkDocument } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import { segmentsOf } from '../../../core/grading/scheme-inputs.ts';
import { BUILT_IN_SEGMENT_SCHEMES, builtInSegmentScheme } from '../../../core/schemes/built-in-schemes.ts';
import { foldScript } from '../../../core/table/fold-script.ts';
import { LANGUAGES } from '../../../core/text/language.ts';

const CONVERTERS = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }));

type Values = Facts['values'];

const AS_OF = parseIsoDate('2026-11-15') ?? expect.fail();

/** Customers of each segment, each against all of its rows: what is known, and the label; null where nobody may guess. */
const ROWS: Readonly<Record<string, readonly (readonly [values: Values, label: string | null])[]>> = {
  // S15
  loyalty: [
    [{ orders: 'high', purchaseStability: 'high', wordOfMouth: 'high' }, 'loyal'],
    [{ orders: 'medium', purchaseStability: 'medium', wordOfMouth: 'medium' }, 'general'],
    [{ orders: 'low', purchaseStability: 'low', wordOfMouth: 'low' }, 'lost'],
    [{ orders: 60, purchaseStability: 0.95, wordOfMouth: 4, repurchaseRate: 0.9, complaints: 0 }, 'loyal'],
    [{ orders: 6, purchaseStability: 0.7, wordOfMouth: 0, repurchaseRate: 0.65, complaints: 1 }, 'general'],
    [{ orders: 0, purchaseStability: 0.1, wordOfMouth: false, repurchaseRate: 0, complaints: 5 }, 'lost'],
    [{ orders: 60 }, null],
    [{}, null],
  ],
  // S16
  'decision-style': [
    [{ decisionStyle: '独立决策' }, 'alone'],
    [{ decisionStyle: '獨立' }, 'alone'],
    [{ decisionStyle: 'Decides alone' }, 'alone'],
    [{ decisionStyle: '推荐决策' }, 'recommendation'],
    [{ decisionStyle: '轉介紹' }, 'recommendation'],
    [{ decisionStyle: 'Word of mouth' }, 'recommendation'],
    [{ decisionStyle: '反对决策' }, 'opposed'],
    [{ decisionStyle: '反對' }, 'opposed'],
    [{ decisionStyle: 'against us' }, 'opposed'],
    [{ decisionStyle: '再说' }, null],
    [{}, null],
  ],
  // S17
  activity: [
    [{ transactionFrequency: 'high', lastPurchase: '2026-10-20', channelCount: 3 }, 'active'],
    [{ transactionFrequency: 'medium', lastPurchase: '2026-10-20', channelCount: 2 }, 'active'],
    [{ transactionFrequency: 'high' }, 'active'],
    [{ transactionFrequency: 'low', lastPurchase: '2026-06-20', channelCount: 1 }, 'latent'],
    [{ transactionFrequency: 'low' }, 'latent'],
    [{ transactionFrequency: 'high', lastPurchase: '2025-03-01', channelCount: 3 }, 'dormant'],
    [{ lastPurchase: '2024-12-31' }, 'dormant'],
    [{ transactionFrequency: 'none', lastPurchase: '2026-02-01' }, 'dormant'],
    [{ transactionFrequency: 0 }, 'dormant'],
    // bought last month, yet never: one of the two is wrong
    [{ transactionFrequency: 'none', lastPurchase: '2026-10-20' }, null],
    [{ channelCount: 3 }, null],
    [{}, null],
  ],
  // S18
  'business-relation': [
    [{ businessRelation: '核心' }, 'core'],
    [{ businessRelation: 0.8 }, 'core'],
    [{ businessRelation: '重要' }, 'important'],
    [{ businessRelation: 'Important' }, 'important'],
    [{ businessRelation: 0.4 }, 'important'],
    [{ businessRelation: '一般' }, 'general'],
    [{ businessRelation: 0.1 }, 'general'],
    [{ businessRelation: 'who knows' }, null],
    [{}, null],
  ],
  place: [
    [{ region: '本地' }, 'local'],
    [{ region: '本市' }, 'local'],
    [{ region: 'Local' }, 'local'],
    [{ region: '异地' }, 'other-region'],
    [{ region: '外縣市' }, 'other-region'],
    [{ region: 'Other region' }, 'other-region'],
    [{ region: '海外' }, 'overseas'],
    [{ region: '國外' }, 'overseas'],
    [{ region: 'Overseas' }, 'overseas'],
    [{ region: '美国' }, 'overseas'],
    [{ region: '德國' }, 'overseas'],
    [{ region: 'Japan' }, 'overseas'],
    [{ region: 'Rotterdam' }, 'overseas'],
    // whether these are near or far the name does not tell
    [{ region: '上海' }, null],
    [{ region: '中国' }, null],
    [{ region: '台北市' }, null],
    [{ region: '香港' }, null],
    [{ region: 'United States' }, null],
    [{ region: 'London' }, null],
    [{ region: 'Atlantis' }, null],
    [{}, null],
  ],
  'industry-group': [
    [{ industry: '机械制造' }, 'manufacturing'],
    [{ industry: 'Machinery' }, 'manufacturing'],
    [{ industry: '貿易' }, 'trade'],
    [{ industry: 'Retail' }, 'trade'],
    [{ industry: '软件' }, 'technology'],
    [{ industry: '資訊業' }, 'technology'],
    [{ industry: 'Banking' }, 'finance'],
    [{ industry: '建筑业' }, 'construction'],
    [{ industry: '物流' }, 'transport'],
    [{ industry: 'Energy' }, 'energy'],
    [{ industry: '医药' }, 'health'],
    [{ industry: '教育' }, 'education'],
    [{ industry: '餐飲' }, 'hospitality'],
    [{ industry: 'Farming' }, 'agriculture'],
    [{ industry: '政府' }, 'public'],
    [{ industry: 'Consulting' }, 'services'],
    [{ industry: 'Alchemy' }, null],
    [{}, null],
  ],
  area: [
    [{ region: '北京市' }, 'north-china'],
    [{ region: '遼寧' }, 'northeast-china'],
    [{ region: '上海' }, 'east-china'],
    [{ region: 'Shanghai' }, 'east-china'],
    [{ region: '湖北' }, 'central-china'],
    [{ region: '广东省' }, 'south-china'],
    [{ region: '四川' }, 'southwest-china'],
    [{ region: '陕西' }, 'northwest-china'],
    [{ region: 'Hong Kong' }, 'hong-kong-macau'],
    [{ region: '台北市' }, 'taiwan'],
    [{ region: '日本' }, 'rest-of-asia'],
    [{ region: 'Dubai' }, 'middle-east'],
    [{ region: 'London' }, 'europe'],
    [{ region: 'USA' }, 'north-america'],
    [{ region: '巴西' }, 'latin-america'],
    [{ region: 'Kenya' }, 'africa'],
    [{ region: '澳洲' }, 'oceania'],
    [{ region: '本地' }, null],
    [{}, null],
  ],
  // S19
  potential: [
    [{ growthPotential: 'high' }, 'high-potential'],
    [{ growthPotential: true }, 'high-potential'],
    [{ growthPotential: 0.5 }, 'high-potential'],
    [{ growthPotential: 'medium' }, 'medium-potential'],
    [{ growthPotential: 0.1 }, 'medium-potential'],
    [{ growthPotential: 'low' }, 'low-potential'],
    [{ growthPotential: 'none' }, 'low-potential'],
    [{ growthPotential: 0.01 }, 'low-potential'],
    [{ growthPotential: -0.2 }, 'low-potential'],
    [{}, null],
  ],
  service: [
    [{ serviceDemand: '重要' }, 'important-service'],
    [{ serviceDemand: 40 }, 'important-service'],
    [{ serviceDemand: '一般' }, 'general-service'],
    [{ serviceDemand: 10 }, 'general-service'],
    [{ serviceDemand: '普通' }, 'ordinary-service'],
    [{ serviceDemand: 'Standard' }, 'ordinary-service'],
    [{ serviceDemand: 2 }, 'ordinary-service'],
    [{ serviceDemand: 0 }, 'ordinary-service'],
    [{ serviceDemand: 'on site, please' }, null],
    [{}, null],
  ],
};

const DOCUMENTS = BUILT_IN_SEGMENT_SCHEMES.filter(({ segments }) => segments.some(({ id }) => ROWS[id] !== undefined));

describe.each(DOCUMENTS)('$id', (document) => {
  test('passes the check', () => {
    expect(checkDocument(JSON.parse(JSON.stringify(document)))).toMatchObject({ kind: 'segments' });
  });

  test('every label has customers in the table of examples', () => {
    for (const { id, labels } of document.segments) {
      const found = new Set((ROWS[id] ?? []).map(([, label]) => label));
      expect(found).toEqual(new Set([...labels.map((label) => label.id), null]));
    }
  });

  test('says in three languages what to do, where anything follows from a label', () => {
    const policies = document.segments.flatMap(({ labels }) =>
      labels.flatMap(({ playbook }) => playbook?.policy ?? []),
    );
    const hints = document.criteria.flatMap(({ hint }) => hint ?? []);
    expect(policies.length).toBeGreaterThan(0);
    for (const text of [...policies, ...hints]) for (const language of LANGUAGES) expect(text[language]).toBeTruthy();
  });

  test('its words are read in traditional characters too', () => {
    const parts = [...(document.derived ?? []), ...document.segments];
    const words = parts.flatMap(({ method }) => ('labels' in method ? Object.keys(method.labels ?? {}) : []));
    for (const convert of CONVERTERS) {
      for (const word of words) expect(foldScript(convert(word))).toBe(foldScript(word));
    }
  });

  const rows = document.segments.flatMap(({ id }) =>
    (ROWS[id] ?? []).map(([values, label]) => [id, values, label] as const),
  );
  test.each(rows)('%s: %j is %s', (id, values, label) => {
    const segment = segmentsOf(document).find((one) => one.id === id) ?? expect.fail();
    const others = (ROWS[id] ?? []).map(([known]): Facts => ({ values: known }));
    const compiled = compileScheme(fitScheme(segment, others, { asOf: AS_OF }));
    const grade = compiled.grade({ values });
    expect(grade.tier).toBe(label);
    expect(grade.review.length > 0).toBe(label === null);
    expect(compiled.code({ values }).tier).toBe(label);
  });
});

test('a business that names its own city and country has all of its places sorted', () => {
  const builtIn = builtInSegmentScheme('relation-and-place') ?? expect.fail();
  const edited = JSON.parse(
    JSON.stringify(builtIn)
      .replace('"上海":"china"', '"上海":"here"')
      .replace('{"placeNamed":{"is":["elsewhere"]}}', '{"placeNamed":{"is":["elsewhere","china"]}}'),
  );
  const checked = checkDocument({ ...edited, id: 'mine' });
  const own = 'scheme' in checked ? checked.scheme : expect.fail();
  const place = segmentsOf(own).find(({ id }) => id === 'place') ?? expect.fail();
  const compiled = compileScheme(fitScheme(place, [{ values: { region: '上海' } }], { asOf: AS_OF }));
  const placed = ['上海', '湖北', '德国'].map((region) => compiled.code({ values: { region } }).tier);
  expect(placed).toEqual(['local', 'other-region', 'overseas']);
});
